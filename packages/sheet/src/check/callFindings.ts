import { type CoverageFinding, coverageCheck, type ReportedCell } from "@tallykit/core";
import { findFunction } from "../callFunction.ts";
import { isCellError } from "../cell/cell.ts";
import type { FunctionRow } from "../table/functionRow.ts";

import { type Place, toAddress } from "../book/address.ts";
import type { ReadFormula } from "./dependents.ts";
import { isMissingWord, isNumberText } from "./cellWords.ts";
import type { TextNumber } from "./cellFindings.ts";
import type { FindingText, WorkbookFinding } from "./finding.ts";
import type { Grid, GridCell, References, SheetArea } from "./grid.ts";
import { nearKeyFindings } from "./nearKeyFindings.ts";
import * as texts from "./texts.ts";

/** A blank cell, and the call that takes it for a missing value. */
export interface BlankCell extends Place {
  /** The function as people type it. */
  readonly name: string;
  /** The address of the formula. */
  readonly reader: string;
}

/** What is odd in the ranges that our functions are called on. */
export interface CallFindings {
  /** The findings. */
  readonly findings: readonly WorkbookFinding[];
  /** Numbers that are stored as text, by sheet. */
  readonly textNumbers: ReadonlyMap<string, readonly TextNumber[]>;
  /** Cells where text with a sign of per cent is as good as a number, by sheet. */
  readonly printed: ReadonlyMap<string, readonly GridCell[]>;
  /** Blank cells, by sheet. */
  readonly blanks: ReadonlyMap<string, readonly BlankCell[]>;
}

/** Parameters where a blank is an answer, not a gap: nobody covers, a period to come, a unit that is new or gone. */
export const blankIsAnswer: ReadonlySet<string> = new Set([
  "COVERAGE_AREAS.organisation",
  "TARGET_TO_DATE.actual",
  "SCORE_MOVES.before",
  "SCORE_MOVES.after",
  "SCORE_MOVES_LIST.before",
  "SCORE_MOVES_LIST.after",
]);
/** Functions that report on blanks themselves, or are told what to do with them. */
export const tellsOfBlanks: ReadonlySet<string> = new Set([
  "LEDGER_COMPLETENESS",
  "COVERAGE_CHECK",
  "SCORE_WEIGHTED",
  "SCORE_INDEX",
  "SCORE_COMBINE",
]);
/** The parameters that hold covered units, each with the one that holds the eligible units of the same rows. */
const countPairs = [
  ["covered", "eligible"],
  ["coveredBefore", "eligibleBefore"],
  ["coveredAfter", "eligibleAfter"],
] as const;

/** The cells that a call hands to a parameter, record by record. */
interface Handed {
  readonly grid: Grid;
  readonly records: readonly (readonly Place[])[];
}

/** Checks the ranges that our functions are called on, each call once. */
export function callFindings(
  formulas: readonly ReadFormula[],
  grids: ReadonlyMap<string, Grid>,
  references: References,
): CallFindings {
  const check = new CallCheck(grids, references);
  for (const formula of formulas) check.take(formula);
  return check;
}

class CallCheck implements CallFindings {
  readonly findings: WorkbookFinding[] = [];
  readonly textNumbers = new Map<string, TextNumber[]>();
  readonly printed = new Map<string, GridCell[]>();
  readonly blanks = new Map<string, BlankCell[]>();
  readonly #grids: ReadonlyMap<string, Grid>;
  readonly #references: References;
  readonly #met = new Set<string>();

  constructor(grids: ReadonlyMap<string, Grid>, references: References) {
    this.#grids = grids;
    this.#references = references;
  }

  take({ parts, placed }: ReadFormula): void {
    for (const { name, args } of parts.calls) {
      const row = name.startsWith("TALLY.") ? findFunction(name) : undefined;
      const met = `${placed.sheet}!${name}(${args.join()})`;
      if (row === undefined || this.#met.has(met)) continue;
      this.#met.add(met);
      const handed = this.#handed(row, args, placed.sheet);
      this.#takeCounts(row, handed);
      this.#takeKeys(row, handed);
      this.#takeBlanks(row, handed, placed.address);
      const printed = handed.get("printed");
      if (printed !== undefined) this.#takePrinted(printed);
    }
  }

  /** The ranges of a call by the names of their parameters; those that are no plain range are left out. */
  #handed(row: FunctionRow, args: readonly string[], sheet: string): ReadonlyMap<string, Handed> {
    const handed = new Map<string, Handed>();
    for (const [index, [name, { shape }]] of Object.entries(row.parameters).entries()) {
      // The form that keeps blanks apart from zeros in every Excel is the range itself here.
      const text = (args[index] ?? "").replace(/\s*&\s*""$/, "");
      const area = text === "" ? undefined : this.#references.areaOf(text, sheet);
      const grid = area && this.#grids.get(area.sheet);
      if (area !== undefined && grid !== undefined) {
        handed.set(name, {
          grid,
          records: recordsOf(grid.used(area), shape === "table" ? "table" : "cells", area),
        });
      }
    }
    return handed;
  }

  /** Looks at covered and eligible units as the data check does; what it finds stands where the covered units are. */
  #takeCounts({ vectorised }: FunctionRow, handed: ReadonlyMap<string, Handed>): void {
    for (const [coveredName, eligibleName] of countPairs) {
      const [covered, eligible] = [handed.get(coveredName), handed.get(eligibleName)];
      if (covered === undefined || eligible?.records.length !== covered.records.length) continue;
      const rows = usedRows([covered, eligible]);
      if (rows === 0) continue;
      const column = (each: Handed): ReportedCell[] =>
        each.records.slice(0, rows).map(([place]) => reported(each, place));
      const found = coverageCheck({
        group: Array.from({ length: rows }, (_, index) => String(index)),
        covered: column(covered),
        eligible: column(eligible),
      });
      for (const finding of found) {
        // Whatever else is wrong is an error where every cell has a result of its own.
        if (!vectorised || finding.kind === "over") this.#takeCount(finding, { covered, eligible });
      }
    }
  }

  #takeCount(
    finding: CoverageFinding,
    columns: { readonly covered: Handed; readonly eligible: Handed },
  ): void {
    const { row, kind, details } = finding;
    const name = "column" in details && details.column === "eligible" ? "eligible" : "covered";
    const { grid, records } = columns[name];
    const place = records[row]?.[0];
    if (place === undefined) return;
    if (kind === "textNumber") {
      const cell = grid.at(place);
      if (cell?.isTyped === true && typeof cell.value === "string")
        pushTo(this.textNumbers, grid.name, { ...place, text: cell.value });
      return;
    }
    const text = countText(finding);
    if (text !== undefined) this.findings.push({ sheet: grid.name, cell: toAddress(place), ...text });
  }

  #takePrinted(printed: Handed): void {
    for (const cell of cellsIn(printed)) pushTo(this.printed, printed.grid.name, cell);
  }

  #takeKeys(row: FunctionRow, handed: ReadonlyMap<string, Handed>): void {
    for (const [name, { grid, records }] of handed) {
      if (row.parameters[name]?.takes !== "key") continue;
      const width = records[0]?.length ?? 0;
      for (let column = 0; column < width; column += 1) {
        const cells = records.flatMap((places) => cellAt(grid, places[column]) ?? []);
        this.findings.push(...nearKeyFindings(grid.name, cells));
      }
    }
  }

  #takeBlanks(row: FunctionRow, handed: ReadonlyMap<string, Handed>, reader: string): void {
    if (row.vectorised || tellsOfBlanks.has(row.id)) return;
    const columns = [...handed].filter(([name]) => row.parameters[name]?.shape !== "cell");
    const rows = usedRows(columns.map(([, each]) => each));
    for (const [name, { grid, records }] of columns) {
      const parameter = row.parameters[name];
      const isGap =
        parameter?.keepsMissing === true && !parameter.optional && !blankIsAnswer.has(`${row.id}.${name}`);
      if (!isGap) continue;
      for (const place of records.slice(0, rows).flat()) {
        if (grid.at(place) === undefined)
          pushTo(this.blanks, grid.name, { ...place, name: `TALLY.${row.id}`, reader });
      }
    }
  }
}

/** The places of a range record by record; a column may lie across. */
function recordsOf(
  { first, last }: SheetArea | Omit<SheetArea, "sheet">,
  shape: "table" | "cells",
  whole: Omit<SheetArea, "sheet">,
): Place[][] {
  const rows = Array.from({ length: last.row - first.row + 1 }, (_, row) =>
    Array.from({ length: last.column - first.column + 1 }, (_, column) => ({
      row: first.row + row,
      column: first.column + column,
    })),
  );
  const isAcross = whole.first.row === whole.last.row && whole.first.column !== whole.last.column;
  return shape === "table" || !isAcross ? rows : rows.flat().map((place) => [place]);
}

/** How many records there are without those at the end where everything is blank or 0, which functions leave out. */
function usedRows(columns: readonly Handed[]): number {
  const isUsed = ({ grid, records }: Handed, row: number): boolean =>
    (records[row] ?? []).some((place) => ![undefined, 0].includes(numberOrBlank(grid.at(place))));
  let rows = Math.max(0, ...columns.map(({ records }) => records.length));
  while (rows > 0 && !columns.some((column) => isUsed(column, rows - 1))) rows -= 1;
  return rows;
}

/** 0 for 0, nothing for a blank, 1 for all else. */
function numberOrBlank(cell: GridCell | undefined): number | undefined {
  if (cell === undefined) return undefined;
  return cell.value === 0 ? 0 : 1;
}

function cellAt(grid: Grid, place: Place | undefined): GridCell | undefined {
  return place && grid.at(place);
}

function cellsIn({ grid, records }: Handed): GridCell[] {
  return records.flat().flatMap((place) => grid.at(place) ?? []);
}

/** A cell as the data check takes it; an error is found elsewhere. */
function reported({ grid }: Handed, place: Place | undefined): ReportedCell {
  const value = cellAt(grid, place)?.value;
  if (value === undefined || isCellError(value)) return undefined;
  if (typeof value === "string") return isMissingWord(value) ? undefined : value;
  return typeof value === "boolean" ? String(value).toUpperCase() : value;
}

/** What a finding of the data check says of a cell; nothing where it is found in other ways. */
function countText({ kind, details }: CoverageFinding): FindingText | undefined {
  switch (kind) {
    case "over":
      return texts.over(details.covered, details.eligible);
    case "noneEligible":
      return texts.noneEligible(details.covered);
    case "empty":
      return texts.empty;
    case "negative":
    case "notWhole":
    case "tooLarge":
      return texts.badCount(details.value);
    case "notNumber":
      return isNumberText(details.text) ? undefined : texts.badCount(details.text);
    case "textNumber":
    case "nearKey":
    case "missing":
    case "repeatedUnit":
    case "unitInTwoGroups":
    case "printedMismatch":
    case "printedUnreadable":
    case "eligibleJump":
      return undefined;
  }
}

function pushTo<Value>(lists: Map<string, Value[]>, name: string, value: Value): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [value]);
  else list.push(value);
}
