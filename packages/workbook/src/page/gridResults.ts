import { parseAddress, type ComputedBook } from "@tallykit/sheet/book";
import type { ICellData, IObjectMatrixPrimitiveType } from "@univerjs/core";
import type {
  ISetArrayFormulaDataMutationParams,
  ISetFormulaCalculationResultMutation,
} from "@univerjs/engine-formula";

import { toGridCell } from "./gridCells.ts";

/** What formulas came to, as the grid takes it. */
export interface GridResults {
  /** The values of the formulas' own cells. */
  readonly values: ISetFormulaCalculationResultMutation;
  /** The ranges that formulas fill, and with what. */
  readonly filled: ISetArrayFormulaDataMutationParams;
  /** The last row that anything fills, by the id of the sheet. */
  readonly lastRows: ReadonlyMap<string, number>;
}

type Matrix<Each> = IObjectMatrixPrimitiveType<Each>;
/** A rectangle as the grid counts it, from 0. */
interface Area {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

/** Brings what formulas came to into the form of the grid; `idOf` gives the id of a sheet by its name. */
export function gridResults(
  unitId: string,
  { sheets }: ComputedBook,
  idOf: (name: string) => string | undefined,
): GridResults {
  const values: Record<string, Matrix<ICellData>> = {};
  const ranges: Record<string, Matrix<Area>> = {};
  const cells: Record<string, Matrix<ICellData>> = {};
  const lastRows = new Map<string, number>();
  for (const [name, computed] of sheets) {
    const id = idOf(name);
    if (id === undefined) continue;
    const [own, areas, filled] = [(values[id] = {}), (ranges[id] = {}), (cells[id] = {})] as [
      Matrix<ICellData>,
      Matrix<Area>,
      Matrix<ICellData>,
    ];
    for (const [address, { value, spill }] of computed) {
      const place = parseAddress(address);
      if (place === undefined) continue;
      const [top, left] = [place.row - 1, place.column - 1];
      (own[top] ??= {})[left] = toGridCell(value);
      if (spill === undefined) continue;
      const endRow = top + spill.length - 1;
      (areas[top] ??= {})[left] = {
        startRow: top,
        startColumn: left,
        endRow,
        endColumn: left + (spill[0]?.length ?? 1) - 1,
      };
      lastRows.set(id, Math.max(endRow + 1, lastRows.get(id) ?? 0));
      for (const [down, row] of spill.entries()) {
        for (const [across, each] of row.entries()) {
          (filled[top + down] ??= {})[left + across] = toGridCell(each);
        }
      }
    }
  }
  return {
    values: { unitData: { [unitId]: values }, unitOtherData: {} },
    filled: {
      arrayFormulaRange: { [unitId]: ranges },
      arrayFormulaCellData: { [unitId]: cells },
      arrayFormulaEmbedded: {},
    },
    lastRows,
  };
}
