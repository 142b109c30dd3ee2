import { type Cell, isCellError, type Texts } from "@tallykit/sheet";
import { columnLetters } from "@tallykit/sheet/book";

import type { SheetRange } from "../host/sheetHost.ts";
import type { RangeGrid } from "./rangeGrid.ts";

/** So many names that stand more than once are written out. */
const mostNames = 5;

/** What a range holds, in sentences. */
export function rangeSummary(range: SheetRange, grid: RangeGrid, language: keyof Texts): string[] {
  const rest = range.values.length - grid.rows;
  const zh = language === "zh";
  const cut = zh
    ? `区域过大，只检查了前 ${grid.rows} 行，其余 ${rest} 行未检查。`
    : `The range is too large: its first ${grid.rows} rows were checked, ${rest} more were not.`;
  return [countsSentence(grid, language), ...repeatedNames(grid, language), ...(rest > 0 ? [cut] : [])];
}

function countsSentence(grid: RangeGrid, language: keyof Texts): string {
  const counts = {
    numbers: 0,
    texts: 0,
    blanks: 0,
    errors: 0,
    flags: 0,
    formulas: 0,
    negative: 0,
    fractions: 0,
  };
  for (const { value, formula } of grid.cells()) {
    if (formula !== undefined) counts.formulas += 1;
    if (typeof value === "number") {
      counts.numbers += 1;
      if (value < 0) counts.negative += 1;
      if (!Number.isInteger(value)) counts.fractions += 1;
    } else counts[kindOf(value)] += 1;
  }
  const { numbers, texts, blanks, errors, flags, formulas, negative, fractions } = counts;
  const cells = grid.rows * grid.columns;
  const of = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
  if (language === "zh") {
    const parts = [
      `数字 ${numbers} 个`,
      `文本 ${texts} 个`,
      ...(flags > 0 ? [`逻辑值 ${flags} 个`] : []),
      `空白 ${blanks} 个`,
      `错误值 ${errors} 个`,
    ];
    const special = [
      ...(negative > 0 ? [`负数 ${negative} 个`] : []),
      ...(fractions > 0 ? [`带小数的 ${fractions} 个`] : []),
    ];
    const among = special.length === 0 ? "" : `数字中有${special.join("、")}。`;
    return `共 ${cells} 个单元格：${parts.join("，")}；含公式 ${formulas} 个。${among}`;
  }
  const parts = [
    of(numbers, "number"),
    of(texts, "text"),
    ...(flags > 0 ? [`${flags} TRUE or FALSE`] : []),
    `${blanks} blank`,
    of(errors, "error"),
  ];
  const special = [
    ...(negative > 0 ? [`${negative} negative`] : []),
    ...(fractions > 0 ? [`${fractions} with decimals`] : []),
  ];
  const among = special.length === 0 ? "" : ` Of the numbers, ${special.join(" and ")}.`;
  return `${of(cells, "cell")}: ${parts.join(", ")}; ${formulas} with a formula.${among}`;
}

function kindOf(value: Exclude<Cell, number>): "texts" | "blanks" | "errors" | "flags" {
  if (value === null || value === "") return "blanks";
  if (isCellError(value)) return "errors";
  return typeof value === "boolean" ? "flags" : "texts";
}

/** The names of the first column of texts that stand in more than one row: right for groups, wrong for units. */
function repeatedNames(grid: RangeGrid, language: keyof Texts): string[] {
  const column = firstTexts(grid);
  if (column === undefined) return [];
  const rows = new Map<string, number>();
  for (const { value } of grid.column(column).slice(1)) {
    const name = typeof value === "string" ? value.trim() : "";
    if (name !== "") rows.set(name, (rows.get(name) ?? 0) + 1);
  }
  const repeated = [...rows].filter(([, count]) => count > 1);
  if (repeated.length === 0) return [];
  const list = repeated.slice(0, mostNames);
  const letters = columnLetters(column);
  const more = repeated.length > mostNames;
  if (language === "zh") {
    const names = list.map(([name, count]) => `${name}（${count} 行）`).join("、");
    return [
      `${letters} 列有 ${rows.size} 个不同的名称，其中 ${repeated.length} 个不止一行：${names}${more ? "等" : ""}。`,
    ];
  }
  const names = list.map(([name, count]) => `${name} (${count} rows)`).join(", ");
  return [
    `Column ${letters} has ${rows.size} different names, ${repeated.length} of them in more than one row: ${names}${more ? " and more" : ""}.`,
  ];
}

/** The first column in which most cells are texts. */
function firstTexts(grid: RangeGrid): number | undefined {
  for (let column = grid.first.column; column < grid.first.column + grid.columns; column += 1) {
    const cells = grid.column(column);
    const texts = cells.filter(({ value }) => typeof value === "string" && value !== "").length;
    if (texts > 1 && texts * 2 > cells.length) return column;
  }
  return undefined;
}
