import {
  type Area,
  parseReference,
  type Place,
  sheetLimits,
  toAddress,
  toReference,
} from "@tallykit/sheet/book";

import { objectOf, recordedObject } from "./objectOf.ts";
import { RequestRefusal, type WorkbookObject } from "./request.ts";
import { type FakeCell, typedCell, valueTypeOf } from "./typedCell.ts";

/** The sheet of a range, as far as the range needs it. */
export interface RangeSheet {
  readonly name: string;
  /** Its cells by address. */
  readonly cells: Map<string, FakeCell>;
  /** The object that stands for it. */
  readonly object: () => WorkbookObject;
  /** Selects an area of it. */
  readonly select: (address: string) => void;
}

/** The rectangle that an address of Excel's names: `B2`, `B2:C9`, `B:C` or `2:9`. */
export function areaOf(address: string): Area {
  const [, from = "", to = from] = /^([A-Z]+|\d+)(?::([A-Z]+|\d+))?$/.exec(address) ?? [];
  const whole = /\d/.test(from)
    ? `A${from}:XFD${to}`
    : from === ""
      ? address
      : `${from}1:${to}${sheetLimits.rows}`;
  const area = parseReference(whole);
  if (area === undefined) throw new RequestRefusal("InvalidArgument", `${address} is no range.`);
  return area;
}

/** The rectangle of the cells in use; nothing on an empty sheet. */
export function usedArea({ cells }: Pick<RangeSheet, "cells">): Area | undefined {
  const places = [...cells.keys()].map((address) => areaOf(address).first);
  if (places.length === 0) return undefined;
  const rows = places.map(({ row }) => row);
  const columns = places.map(({ column }) => column);
  return {
    first: { row: Math.min(...rows), column: Math.min(...columns) },
    last: { row: Math.max(...rows), column: Math.max(...columns) },
  };
}

/** A range as requests reach it. */
export function rangeObject(sheet: RangeSheet, area: Area): WorkbookObject {
  const { first, last } = area;
  const rows = last.row - first.row + 1;
  const columns = last.column - first.column + 1;
  const isEntireColumn = rows === sheetLimits.rows;
  const isEntireRow = columns === sheetLimits.columns;
  const grid = (read: (cell: FakeCell | undefined) => unknown): unknown[][] =>
    placesIn(area).map((row) => row.map((place) => read(sheet.cells.get(toAddress(place)))));
  const write = (value: unknown): void => {
    placesIn(area).forEach((row, rowIndex) => {
      row.forEach((place, columnIndex) => {
        put(sheet, place, (value as readonly (readonly unknown[])[])[rowIndex]?.[columnIndex]);
      });
    });
  };
  return objectOf({
    isKept: true,
    properties: {
      Address: () => `${quoted(sheet.name)}!${shownAddress(area, isEntireRow, isEntireColumn)}`,
      CellCount: () => rows * columns,
      IsEntireColumn: () => isEntireColumn,
      IsEntireRow: () => isEntireRow,
      Values: () => grid((cell) => cell?.value ?? ""),
      Formulas: () => grid((cell) => cell?.formula ?? cell?.value ?? ""),
      ValueTypes: () => grid(valueTypeOf),
      Worksheet: sheet.object,
      Format: recordedObject,
    },
    setters: { Formulas: write, Values: write, NumberFormat: () => undefined },
    methods: {
      GetCell: (row, column) => {
        const place = { row: first.row + Number(row), column: first.column + Number(column) };
        return rangeObject(sheet, { first: place, last: place });
      },
      GetIntersectionOrNullObject: (other) => intersection(sheet, area, other),
      GetResizedRange: (deeper, wider) =>
        rangeObject(sheet, {
          first,
          last: { row: last.row + Number(deeper), column: last.column + Number(wider) },
        }),
      Select: () => {
        sheet.select(toReference(area));
      },
    },
  });
}

function intersection(sheet: RangeSheet, { first, last }: Area, other: unknown): WorkbookObject | null {
  // Of the range that requests hand over, only its address is known.
  const address = (other as WorkbookObject | null)?.get("Address");
  if (typeof address !== "string") return null;
  const { first: otherFirst, last: otherLast } = areaOf(address.replace(/^.*!/, ""));
  const common = {
    first: { row: Math.max(first.row, otherFirst.row), column: Math.max(first.column, otherFirst.column) },
    last: { row: Math.min(last.row, otherLast.row), column: Math.min(last.column, otherLast.column) },
  };
  const isNone = common.last.row < common.first.row || common.last.column < common.first.column;
  return isNone ? null : rangeObject(sheet, common);
}

function put({ cells }: RangeSheet, place: Place, typed: unknown): void {
  // Nothing at all leaves a cell as it is; an empty text clears it.
  if (typed === null || typed === undefined) return;
  const cell = typedCell(typed);
  if (cell === undefined) cells.delete(toAddress(place));
  else cells.set(toAddress(place), cell);
}

function placesIn({ first, last }: Area): Place[][] {
  return Array.from({ length: last.row - first.row + 1 }, (_, row) =>
    Array.from({ length: last.column - first.column + 1 }, (__, column) => ({
      row: first.row + row,
      column: first.column + column,
    })),
  );
}

function shownAddress(area: Area, isEntireRow: boolean, isEntireColumn: boolean): string {
  const [from = "", to = from] = toReference(area).split(":");
  if (isEntireColumn) return `${from.replace(/\d+/, "")}:${to.replace(/\d+/, "")}`;
  return isEntireRow ? `${from.replace(/\D+/, "")}:${to.replace(/\D+/, "")}` : toReference(area);
}

/** A sheet's name as it stands in an address. */
function quoted(name: string): string {
  return /^[\p{L}_][\p{L}\d_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
