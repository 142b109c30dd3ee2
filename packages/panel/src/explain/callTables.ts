import { type Cell, isCellError } from "@tallykit/sheet";

import type { ReadCall, ReadInput } from "./readCall.ts";
import { type Language, shownCell, shownDate, shownNumber, shownValue } from "./shownValue.ts";
import { cellAt, rangeOf, resultRows, shortTable, type WorkingInput, type WorkingTable } from "./working.ts";

/** The name of a parameter as the language has it. */
export function parameterName(call: Pick<ReadCall, "row">, name: string, language: Language): string {
  return language === "zh" ? (call.row.parameters[name]?.text.zhName ?? name) : name;
}

/** What a function was given, parameter by parameter, with what those stand at that were left out. */
export function inputsTable(call: ReadCall, language: Language): WorkingTable {
  const headers =
    language === "zh" ? ["参数", "公式中", "读到的值"] : ["parameter", "in the formula", "what it holds"];
  const rows = Object.entries(call.row.parameters).flatMap(([name, { optional, defaultText, choices }]) => {
    const input = call.inputs.find((each) => each.name === name);
    const title = parameterName(call, name, language);
    if (input !== undefined && input.written.trim() !== "")
      return [[title, input.written, inputText(call, input, language)]];
    if (!optional) return [[title, "", language === "zh" ? "缺少" : "missing"]];
    const word = language === "zh" ? (choices?.[defaultText ?? ""] ?? defaultText) : defaultText;
    if (word === undefined) return [];
    return [[title, "", language === "zh" ? `省略，按 ${word}` : `left out, so ${word}`]];
  });
  return { headers, rows };
}

/** So many cells of a range are written out. */
const mostShown = 6;

function inputText(call: ReadCall, input: ReadInput, language: Language): string {
  const isDate = call.row.parameters[input.name]?.takes === "date";
  const shown = (cell: Cell): string => (isDate ? shownDate(cell, language) : shownValue(cell, language));
  const range = rangeOf(input.argument);
  const cells = range.flat();
  const [first = null] = cells;
  if (cells.length <= 1) return shown(first);
  const list = cells
    .slice(0, mostShown)
    .map(shown)
    .join(language === "zh" ? "、" : ", ");
  const more = cells.length > mostShown ? (language === "zh" ? "……" : ", …") : "";
  return `${sizeText(range, language)}${language === "zh" ? "：" : ": "}${list}${more}${countsText(cells, isDate, language)}`;
}

function sizeText(range: readonly (readonly Cell[])[], language: Language): string {
  const [rows, columns] = [range.length, range[0]?.length ?? 0];
  const [cells, isColumn] = [rows * columns, rows === 1 || columns === 1];
  if (language === "zh") return isColumn ? `${cells} 格` : `${rows} 行 ${columns} 列`;
  return isColumn ? `${cells} cells` : `${rows} rows of ${columns}`;
}

/** The sum of the numbers, and what is none. */
function countsText(cells: readonly Cell[], isDate: boolean, language: Language): string {
  const numbers = cells.filter((cell) => typeof cell === "number");
  const blanks = cells.filter((cell) => cell === null || cell === "").length;
  const errors = cells.filter((cell) => isCellError(cell)).length;
  const sum = shownNumber(numbers.reduce((all, number) => all + number, 0));
  const zh = language === "zh";
  const parts = [
    ...(numbers.length > 1 && !isDate ? [zh ? `合计 ${sum}` : `sum ${sum}`] : []),
    ...(blanks > 0 ? [zh ? `空白 ${blanks} 格` : `${blanks} blank`] : []),
    ...(errors > 0 ? [zh ? `错误 ${errors} 格` : `${errors} ${errors === 1 ? "error" : "errors"}`] : []),
  ];
  return parts.length === 0 ? "" : zh ? `（${parts.join("，")}）` : ` (${parts.join(", ")})`;
}

/** All cases of a call that was given columns: what each was given, and its result; no table for a single case. */
export function casesTable({ call, language }: WorkingInput): { readonly table?: WorkingTable } {
  const results = resultRows(call);
  const cases = results.flatMap((cells, row) =>
    cells.map((result, column) => ({ result, at: { row, column } })),
  );
  if (cases.length < 2) return {};
  const headers = [
    language === "zh" ? "序号" : "number",
    ...call.inputs.map(({ name }) => parameterName(call, name, language)),
    language === "zh" ? "结果" : "result",
  ];
  const rows = cases.map(({ result, at }, index) => [
    String(index + 1),
    ...call.inputs.map(({ name }) => {
      const cell = cellAt(call, name, at);
      return call.row.parameters[name]?.takes === "date" ? shownDate(cell, language) : shownCell(cell);
    }),
    shownCell(result),
  ]);
  return { table: shortTable(headers, rows, language) };
}
