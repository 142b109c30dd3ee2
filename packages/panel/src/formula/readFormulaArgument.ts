import { calendarDate, serialOfDate } from "@tallykit/core";
import type { Cell, Range } from "@tallykit/sheet";
import { parseReference } from "@tallykit/sheet/book";
import { readArgumentText } from "@tallykit/sheet/check";

import type { RangeReference } from "../host/sheetHost.ts";

/** Why an argument cannot be used. */
export type RefusedArgument =
  "wholeColumns" | "number" | "digits" | "date" | "flag" | "range" | "quotes" | "formula";

/** An argument that has been read. */
export type ReadArgument =
  | { readonly kind: "absent" }
  | {
      readonly kind: "value";
      /** What the function is given. */
      readonly value: Cell | Range;
      /** How the formula writes it. */
      readonly text: string;
    }
  | {
      readonly kind: "reference";
      readonly reference: RangeReference;
      /** Whether the formula joins it with `&""`, which keeps blanks apart from zeros in every Excel. */
      readonly isText: boolean;
    }
  | { readonly kind: "refused"; readonly because: RefusedArgument };

/** More digits than a cell keeps. */
const mostDigits = 15;

/** Reads an argument as a formula writes it: nothing, a reference, a constant, an array constant or DATE. */
export function readFormulaArgument(given: string): ReadArgument {
  const text = given.trim();
  const read = readArgumentText(text);
  switch (read.kind) {
    case "omitted":
      return { kind: "absent" };
    case "expression":
      return { kind: "refused", because: "formula" };
    case "value":
      return readValue(read.value, text);
    case "reference": {
      const { sheet, address, asText, isFilled } = read;
      if (isFilled) return { kind: "refused", because: "range" };
      if (parseReference(address) === undefined) return { kind: "refused", because: "wholeColumns" };
      return {
        kind: "reference",
        reference: { ...(sheet === undefined ? {} : { sheet }), address },
        isText: asText,
      };
    }
  }
}

/** A constant, unless it has digits that a cell would drop. */
function readValue(value: Cell | Range, text: string): ReadArgument {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return { kind: "refused", because: "number" };
    const [digits = ""] = text.split(/e/i);
    const isNumber = !/^DATE/i.test(text);
    const significant = digits.replace(/[^0-9]/g, "").replace(/^0+|0+$/g, "").length;
    if (isNumber && significant > mostDigits) return { kind: "refused", because: "digits" };
  }
  return { kind: "value", value, text };
}

/** A day as the serial number that a cell keeps, and as the formula writes it. */
export function readDate(year: string, month: string, day: string): ReadArgument {
  try {
    const date = calendarDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
    const serial = serialOfDate(date);
    if (serial < 1) return { kind: "refused", because: "date" };
    return { kind: "value", value: serial, text: `DATE(${[year, month, day].map(Number).join(",")})` };
  } catch {
    return { kind: "refused", because: "date" };
  }
}
