import { type Count, quotaTwoWay, type Weight, weightOf } from "@tallykit/core";

import { type Argument, type Cell, isRange, type Range } from "../cell/cell.ts";
import { flatCells, isAllText, toColumn } from "../cell/ranges.ts";
import { isBlankOrZero, isMissing, type Place, readCount, readNumber, whereIs } from "../cell/reading.ts";
import { Refusal } from "../cell/refusal.ts";
import { anyTable } from "./columns.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import type { Parameter, ParameterText } from "./parameter.ts";

/** A table of weights before its blank columns at the end are left out. */
interface WeightTable {
  /** All cells, those of blank rows at the end included. */
  readonly cells: Range;
  /** How many rows are used. */
  readonly rows: number;
  /** Whether it came as a single cell, not as a range. */
  readonly single: boolean;
  /** Reads the weight of a cell. */
  readonly weightAt: (row: number, column: number) => Weight;
}

/** A list of places, one a line; each is read when the lines at the end that are blank are known. */
interface PlaceList {
  readonly name: string;
  readonly cells: readonly Cell[];
  readonly placesAt: (line: number) => Count;
}

function weightTable(text: ParameterText): Parameter<WeightTable> {
  const table = anyTable(text);
  return {
    text,
    shape: "table",
    takes: "number",
    keepsMissing: false,
    optional: false,
    zerosCount: true,
    records: table.records,
    read: (argument, name, { rows }) => {
      const cells = isRange(argument) ? argument : [[argument]];
      const numbersAsText = isAllText(flatCells(cells));
      const weightAt = (row: number, column: number): Weight => {
        const place = isRange(argument)
          ? { name, row: row + 1, column: column + 1, numbersAsText }
          : { name };
        const value = readNumber(cells[row]?.[column] ?? null, place);
        if (value.numerator < 0n) throw new Refusal("#NUM!", `no negative number in ${whereIs(place)}`);
        return weightOf(value);
      };
      return { cells, rows, single: !isRange(argument), weightAt };
    },
  };
}

function placeList(text: ParameterText, lines: "rows" | "columns"): Parameter<PlaceList> {
  const cellsOf = (argument: Exclude<Argument, undefined>, name: string): readonly Cell[] =>
    toColumn(argument, name).cells;
  return {
    text,
    shape: "column",
    takes: "number",
    keepsMissing: false,
    optional: false,
    records: (argument, name) =>
      lines === "rows" ? cellsOf(argument, name).map((cell) => [cell]) : undefined,
    read: (argument, name) => {
      const { cells, single, across, numbersAsText } = toColumn(argument, name);
      const placeOf = (line: number): Place => {
        if (single) return { name };
        return { name, numbersAsText, ...(across ? { column: line + 1 } : { row: line + 1 }) };
      };
      return { name, cells, placesAt: (line) => readCount(cells[line] ?? null, placeOf(line)) };
    },
  };
}

/** How many columns are used: those at the end that are blank or 0 throughout are not, unless there are zeros only. */
function usedColumns({ cells, rows }: WeightTable, places: PlaceList): number {
  const columns = cells[0]?.length ?? 0;
  if (places.cells.length !== columns) {
    const requirement = `${places.name} to have as many cells as weights has columns (${columns})`;
    throw new Refusal("#VALUE!", `${requirement}; found ${places.cells.length}`);
  }
  const usedWhere = (isUnused: (cell: Cell) => boolean): number => {
    let used = columns;
    const isUnusedAt = (column: number): boolean =>
      isUnused(places.cells[column] ?? null) &&
      cells.slice(0, rows).every((row) => isUnused(row[column] ?? null));
    while (used > 0 && isUnusedAt(used - 1)) used -= 1;
    return used;
  };
  const used = usedWhere(isBlankOrZero);
  return used > 0 ? used : usedWhere(isMissing);
}

/** The two-way functions of quotas, in the order of their pages. */
export const quotaTwoWayFunctions: readonly FunctionRow[] = [
  tableFunction({
    id: "QUOTA_TWO_WAY",
    family: "funding",
    calculator: "quotaTwoWay",
    summary: {
      en: "Shares whole places over rows and columns at once, in proportion both ways.",
      zh: "把整数名额同时按行、按列分配，两个方向都成比例。",
    },
    parameters: {
      weights: weightTable({
        zhName: "权重",
        en: "A table of weights from 0; a cell with weight 0 gets nothing.",
        zh: "一个表格，权重不小于 0；权重为 0 的格不得名额。",
      }),
      rowPlaces: placeList(
        {
          zhName: "各行名额",
          en: "A column: the places of each row, whole numbers.",
          zh: "一列：每行的名额，须为整数。",
        },
        "rows",
      ),
      columnPlaces: placeList(
        {
          zhName: "各列名额",
          en: "A row: the places of each column; together as many as those of the rows.",
          zh: "一行：每列的名额，合计须与各行名额的合计相等。",
        },
        "columns",
      ),
    },
    calculate: ({ weights, rowPlaces, columnPlaces }) => {
      const columns = usedColumns(weights, columnPlaces);
      const lines = (length: number): readonly number[] => Array.from({ length }, (_, line) => line);
      const { places } = quotaTwoWay({
        weights: lines(weights.rows).map((row) =>
          lines(columns).map((column) => weights.weightAt(row, column)),
        ),
        rowPlaces: lines(weights.rows).map(rowPlaces.placesAt),
        columnPlaces: lines(columns).map(columnPlaces.placesAt),
      });
      if (weights.single) return places[0]?.[0];
      return weights.cells.map((row, index) =>
        row.map((cell, column) => places[index]?.[column] ?? (cell === 0 ? 0 : "")),
      );
    },
    examples: [
      {
        arguments: [
          [
            [123, 45, 815],
            [912, 714, 414],
            [312, 255, 215],
          ],
          [[5], [11], [4]],
          [[7, 5, 8]],
        ],
        result: [
          [1, 0, 4],
          [4, 4, 3],
          [2, 1, 1],
        ],
      },
      {
        arguments: [
          [
            [40, 10],
            [60, 90],
            [0, 20],
          ],
          [[3], [6], [1]],
          [[5, 5]],
        ],
        result: [
          [2, 1],
          [3, 3],
          [0, 1],
        ],
      },
    ],
  }),
];
