import { calendarDate, serialOfDate } from "@tallykit/core";
import { type Cell, cellErrorCodes, type Parameter } from "@tallykit/sheet";

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/**
 * What a cell holds after somebody typed a text into it: as a sheet takes it, but never a guess at a date.
 *
 * What stands behind an apostrophe is a text, whatever it looks like.
 */
export function typedCell(typed: string, { takes }: Pick<Parameter<unknown>, "takes">): Cell {
  const text = typed.trim();
  if (text === "") return null;
  if (text.startsWith("'")) return text.slice(1);
  const error = cellErrorCodes.find((code) => code === text.toUpperCase());
  if (error !== undefined) return { error };
  if (/^(?:true|false)$/i.test(text)) return text.toUpperCase() === "TRUE";
  if (takes === "word" || takes === "key") return text;
  if (takes === "date") return typedDay(text);
  if (decimal.test(text)) return Number(text);
  const percent = text.endsWith("%") ? text.slice(0, -1).trim() : "";
  // The decimal point moves in the text, since a division would change the last digits.
  return takes === "number" && /^[+-]?\d+(?:\.\d+)?$/.test(percent) ? Number(`${percent}e-2`) : text;
}

function typedDay(text: string): Cell {
  if (decimal.test(text)) return Number(text);
  const [, year = "", month = "", day = ""] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  try {
    return serialOfDate(calendarDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`));
  } catch {
    return text;
  }
}
