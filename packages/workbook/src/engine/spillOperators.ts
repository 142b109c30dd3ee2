/** What a file calls the operators `A1#` and `@A1:A9`, in upper case. */
export const spillFunctionNames = { range: "ANCHORARRAY", own: "SINGLE" } as const;

const sheetName = String.raw`(?:(?:'(?:[^']|'')+'|[\p{L}_\\][\p{L}\p{N}_.\\]*)!)?`;
const cell = String.raw`\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}`;
const range = String.raw`(?:${cell}(?::${cell})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9][0-9]{0,6}:\$?[1-9][0-9]{0,6})`;
const name = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\]*`;
const operators = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$])(${sheetName}${cell})#|@(${sheetName}(?:${range}|${name}))(?![\p{L}\p{N}_.(!#])|'(?:[^']|'')*'`,
  "gu",
);

/** A formula with `A1#` and `@A1:A9` as the calls that a file stores in their place. */
export function withoutSpillOperators(formula: string): string {
  if (!/[#@]/.test(formula)) return formula;
  return formula.replace(operators, (whole, anchor?: string, own?: string) => {
    if (anchor !== undefined) return `${spillFunctionNames.range}(${anchor})`;
    return own === undefined ? whole : `${spillFunctionNames.own}(${own})`;
  });
}
