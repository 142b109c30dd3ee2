import type { Argument } from "@tallykit/sheet";
import { parseReference, toReference } from "@tallykit/sheet/book";

import type { RangeReference, SheetHost } from "../host/sheetHost.ts";
import type { ReadCall } from "./readCall.ts";

/** So many columns to the left of the numbers are looked at for names. */
const reach = 6;

/** The names of the rows of a call: the nearest column of texts to the left of its first column of numbers. */
export async function rowLabels(call: ReadCall, host: SheetHost): Promise<readonly string[]> {
  const reference = firstColumn(call);
  const area = reference && parseReference(reference.address);
  if (reference === undefined || area === undefined || area.first.column === 1) return [];
  const column = Math.max(1, area.first.column - reach);
  const beside = {
    first: { row: area.first.row, column },
    last: { row: area.last.row, column: area.first.column - 1 },
  };
  const wanted = reference.sheet === undefined ? {} : { sheet: reference.sheet };
  const { address, values } = await host.readRange({ ...wanted, address: toReference(beside) });
  // A sheet that cut the range at its upper end would put names beside the wrong rows.
  if (parseReference(address)?.first.row !== area.first.row) return [];
  for (let index = (values[0]?.length ?? 0) - 1; index >= 0; index -= 1) {
    const cells = values.map((row) => row[index] ?? null);
    const texts = cells.map((cell) => (typeof cell === "string" ? cell : ""));
    if (
      cells.every((cell) => cell === null || typeof cell === "string") &&
      texts.some((text) => text.trim() !== "")
    )
      return texts;
  }
  return [];
}

function firstColumn(call: ReadCall): RangeReference | undefined {
  return call.inputs.find(({ name, argument, reference }) => {
    const isRows = argument !== undefined && isRowsOfCells(argument);
    return reference !== undefined && isRows && call.row.parameters[name]?.takes === "number";
  })?.reference;
}

function isRowsOfCells(argument: Argument): boolean {
  return Array.isArray(argument) && argument.length > 1;
}
