import { cellErrorCodes } from "@tallykit/sheet";

/**
 * The arguments of a call as the cell dialect takes them.
 *
 * The platform hands over the values of the metadata's parameters, `null` where one is left out or its cell is blank, and
 * after them always an object that describes the call. That last one is dropped whatever it holds: Excel may still have
 * metadata of an older version with fewer parameters, and the object would then be taken for a newer parameter's value.
 */
export function argumentsOf(given: readonly unknown[]): readonly unknown[] {
  return given.slice(0, -1).map((argument) => {
    if (!Array.isArray(argument)) return toCell(argument);
    const rows: readonly unknown[] = argument;
    return rows.map((row) => (Array.isArray(row) ? row.map(toCell) : row));
  });
}

/** A cell as the dialect has it: the platform's errors and its values with a format are objects. */
function toCell(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value ?? null;
  const { code, type, basicType, basicValue } = value as Readonly<Record<string, unknown>>;
  const isError = type === "Error" || type === "CustomFunctionError" || basicType === "Error";
  if (isError) return toErrorCell(typeof code === "string" ? code : basicValue);
  return basicValue === undefined ? value : toCell(basicValue);
}

function toErrorCell(code: unknown): unknown {
  const error = cellErrorCodes.find((known) => known === code);
  return error === undefined
    ? { error: "#VALUE!", message: `An argument holds the error ${String(code)}.` }
    : { error };
}
