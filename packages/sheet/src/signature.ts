import type { FunctionRow } from "./table/functionRow.ts";

/**
 * The signature of a function as its page shows it, optional parameters in brackets with their defaults.
 *
 * @example
 * signatureOf(findFunction("COVERAGE_TEXT")!) //=> "COVERAGE_TEXT(covered, eligible, [decimals=1])"
 */
export function signatureOf({ id, parameters }: FunctionRow, language: "en" | "zh" = "en"): string {
  const names = Object.entries(parameters).map(([key, { text, optional, defaultText, choices }]) => {
    const name = language === "zh" ? text.zhName : key;
    if (!optional) return name;
    if (defaultText === undefined) return `[${name}]`;
    return `[${name}=${language === "zh" ? (choices?.[defaultText] ?? defaultText) : defaultText}]`;
  });
  return `${id}(${names.join(", ")})`;
}

/**
 * An example as the formula that people type, with ranges as array constants.
 *
 * @example
 * formulaOf("COVERAGE_TEXT", [1999, 2000]) //=> "=TALLY.COVERAGE_TEXT(1999,2000)"
 * formulaOf("FUNDING_SPLIT", [100, [[2], [3]], null, "first"]) //=> '=TALLY.FUNDING_SPLIT(100,{2;3},,"first")'
 */
export function formulaOf(id: string, given: FunctionRow["examples"][0]["arguments"]): string {
  const cell = (value: unknown): string => {
    if (value === null || value === undefined) return "";
    if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
    if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
    return typeof value === "number" ? String(value) : errorText(value);
  };
  const range = (rows: readonly (readonly unknown[])[]): string =>
    `{${rows.map((row) => row.map((value) => cell(value) || '""').join(",")).join(";")}}`;
  return `=TALLY.${id}(${given.map((value) => (Array.isArray(value) ? range(value) : cell(value))).join(",")})`;
}

function errorText(value: unknown): string {
  return typeof value === "object" && value !== null && "error" in value ? String(value.error) : "";
}
