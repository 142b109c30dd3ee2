import type { Parameter } from "@tallykit/sheet";

import { readDate, type ReadArgument, readFormulaArgument } from "./readFormulaArgument.ts";

const groupedNumber = /^[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/;
const typedDate = /^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?$/;
const yes = new Set(["yes", "true", "是"]);
const no = new Set(["no", "false", "否"]);

/**
 * Reads what somebody typed into the field of a parameter.
 *
 * Whatever a formula may say is taken as it is; beyond that, text needs no quotes where a single text is due, a date may
 * be typed as a date and a number with its thousands set apart. What fits nothing is refused, never guessed.
 */
export function readTypedArgument(
  given: string,
  { takes, shape }: Pick<Parameter<unknown>, "takes" | "shape">,
): ReadArgument {
  const text = given.trim();
  const plain = takes === "number" || takes === "date" ? text.normalize("NFKC").replace(/\s/g, "") : text;
  const [, year, month, day] = typedDate.exec(plain) ?? [];
  if (takes === "date" && year !== undefined && month !== undefined && day !== undefined)
    return readDate(year, month, day);
  const read = readFormulaArgument(
    takes === "number" && groupedNumber.test(plain)
      ? plain.replaceAll(",", "")
      : isNumeric(plain)
        ? plain
        : text,
  );
  if (read.kind !== "refused" || read.because !== "formula") return read;
  return readPlainText(text, { takes, shape });
}

/** Tells whether a text could be a number once its wide digits are narrow ones. */
function isNumeric(text: string): boolean {
  return /^[+-]?[0-9.]+%?$/.test(text);
}

function readPlainText(
  text: string,
  { takes, shape }: Pick<Parameter<unknown>, "takes" | "shape">,
): ReadArgument {
  if (takes === "number") return { kind: "refused", because: "number" };
  if (takes === "date") return { kind: "refused", because: "date" };
  if (takes === "flag") return readFlag(text);
  if (text.includes('"') || text.startsWith("=")) return { kind: "refused", because: "quotes" };
  if (shape !== "cell") return { kind: "refused", because: "range" };
  return { kind: "value", value: text, text: `"${text}"` };
}

function readFlag(text: string): ReadArgument {
  const word = text.toLowerCase();
  if (yes.has(word)) return { kind: "value", value: true, text: "TRUE" };
  if (no.has(word)) return { kind: "value", value: false, text: "FALSE" };
  return { kind: "refused", because: "flag" };
}
