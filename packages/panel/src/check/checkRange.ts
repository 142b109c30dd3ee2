import type { Texts } from "@tallykit/sheet";
import { type Area, parseReference, type Place, toReference } from "@tallykit/sheet/book";
import { checkBook, kindNames } from "@tallykit/sheet/check";

import type { SheetRange } from "../host/sheetHost.ts";
import { countFindings } from "./countFindings.ts";
import { coverageTableFindings } from "./coverageTables.ts";
import { cellKey, filledCells } from "./filledCells.ts";
import { mergedFindings, type PlacedFinding } from "./mergedFindings.ts";
import type { RangeCheck } from "./rangeCheck.ts";
import { rangeBook } from "./rangeBook.ts";
import { RangeGrid } from "./rangeGrid.ts";
import { rangeSummary } from "./rangeSummary.ts";

/** More findings than this are counted, not listed. */
const mostFindings = 1_000;

/**
 * Looks through a range for data that would not count as it looks, and for errors of formulas.
 *
 * Whatever the check of whole workbooks finds is found here; where titles say that a table is one of coverage, its rows
 * are checked against each other; and columns of counts are to hold counts. What a formula of ours fills is no data.
 */
export function checkRange(range: SheetRange, language: keyof Texts): RangeCheck {
  const grid = new RangeGrid(range);
  const filled = filledCells(grid);
  const found: PlacedFinding[] = [];
  const told = new Set<string>();
  for (const look of [bookFindings, coverageTableFindings, countFindings]) {
    // A cell is told about by the first that finds something in it, which knows most about it.
    const added = look(grid, filled, language).filter(({ area }) => !told.has(cellKey(area.first)));
    found.push(...added);
    for (const { area } of added) for (const place of placesIn(area)) told.add(cellKey(place));
  }
  const merged = mergedFindings(found, language);
  const rest = merged.length - mostFindings;
  const zh = language === "zh";
  const more = zh ? `另有 ${rest} 处问题未列出。` : `${rest} more findings are not listed.`;
  return {
    summary: [...rangeSummary(range, grid, language), ...(rest > 0 ? [more] : [])],
    findings: merged.slice(0, mostFindings).map(({ area, ...told }) => ({
      reference: { sheet: range.sheet, address: toReference(area) },
      ...told,
    })),
  };
}

function bookFindings(grid: RangeGrid, filled: ReadonlySet<string>, language: keyof Texts): PlacedFinding[] {
  return checkBook(rangeBook(grid, filled)).flatMap(({ cell, kind, says, advice }) => {
    const area = parseReference(cell);
    return area === undefined
      ? []
      : [{ area, kind: kindNames[kind][language], says: says[language], advice: advice[language] }];
  });
}

function* placesIn({ first, last }: Area): Generator<Place> {
  for (let row = first.row; row <= last.row; row += 1)
    for (let column = first.column; column <= last.column; column += 1) yield { row, column };
}
