import type { Texts } from "@tallykit/sheet";

import { cellKey } from "./filledCells.ts";
import type { PlacedFinding } from "./mergedFindings.ts";
import type { RangeCell, RangeGrid } from "./rangeGrid.ts";

/** For one number that is no count, this many of its column must be. */
const countsToOneOther = 10;
/** Titles of columns that hold counts. */
const countTitle =
  /\b(?:members|units|places|people|staff|organisations|enterprises)\b|人数|单位数|名额|个数|家数|组织数/i;

const kinds: Readonly<
  Record<"negative" | "fraction", { readonly name: Texts; readonly says: Texts; readonly advice: Texts }>
> = {
  negative: {
    name: { en: "negative number", zh: "负数" },
    says: { en: "is below 0 in a column of counts", zh: "为负数，而该列是个数" },
    advice: { en: "correct it, or leave the cell blank if it is not known", zh: "请更正，不清楚的留空" },
  },
  fraction: {
    name: { en: "fraction among counts", zh: "个数中有小数" },
    says: { en: "is no whole number in a column of counts", zh: "不是整数，而该列是个数" },
    advice: { en: "enter how many there are, not a share or a mean", zh: "请填个数，不要填比例或平均数" },
  },
};

/** Negative numbers and fractions that were typed into columns of counts. */
export function countFindings(
  grid: RangeGrid,
  filled: ReadonlySet<string>,
  language: keyof Texts,
): PlacedFinding[] {
  const findings: PlacedFinding[] = [];
  for (let column = grid.first.column; column < grid.first.column + grid.columns; column += 1) {
    const typed = grid
      .column(column)
      .filter(({ formula, place }) => formula === undefined && !filled.has(cellKey(place)));
    const numbers = typed.filter(({ value }) => typeof value === "number");
    const odd = numbers.filter(({ value }) => !Number.isInteger(value) || Number(value) < 0);
    const title = typed.find(({ value }) => typeof value === "string")?.value;
    const isTitled = typeof title === "string" && countTitle.test(title);
    const isCounts = isTitled || numbers.length - odd.length >= countsToOneOther * odd.length;
    if (isCounts) findings.push(...odd.map((cell) => finding(cell, language)));
  }
  return findings;
}

function finding({ place, value }: RangeCell, language: keyof Texts): PlacedFinding {
  const { name, says, advice } = kinds[Number(value) < 0 ? "negative" : "fraction"];
  const number = typeof value === "number" ? String(value) : "";
  const what = language === "zh" ? `${number} ${says.zh}` : `${number} ${says.en}`;
  return { area: { first: place, last: place }, kind: name[language], says: what, advice: advice[language] };
}
