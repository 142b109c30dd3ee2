import type {
  ArrayValueObject,
  BaseReferenceObject,
  BaseValueObject,
  FunctionVariantType,
} from "@univerjs/engine-formula";

import { keyOf } from "./address.ts";
import type { SheetRun } from "./calculation.ts";
import type { HostFunction } from "./hostFunction.ts";
import { spillFunctionNames } from "./spillOperators.ts";
import type { Univer } from "./univer.ts";
import { errorValue } from "./values.ts";

/**
 * The functions behind two operators that the engine lacks: the range that a formula fills, and the cell of a range that
 * stands in the formula's own row or column.
 */
export function spillFunctions(
  { formula }: Univer,
  sheets: ReadonlyMap<string, SheetRun>,
): readonly HostFunction[] {
  class SpillRange extends formula.BaseFunction {
    override minParams = 1;
    override maxParams = 1;
    override needsReferenceObject = true;

    override calculate(anchor: FunctionVariantType): FunctionVariantType {
      if (anchor.isError()) return anchor;
      if (!isReference(anchor)) return errorValue(formula, "#REF!");
      const { startRow: row, startColumn: column } = anchor.getRangePosition();
      const sheet = sheets.get(anchor.getSheetId());
      const range = sheet?.spills.get(keyOf({ row, column }));
      if (range !== undefined) return this.createReferenceObject(anchor, range);
      return sheet?.results.has(keyOf({ row, column })) === true ? anchor : errorValue(formula, "#REF!");
    }
  }

  class OwnCell extends formula.BaseFunction {
    override minParams = 1;
    override maxParams = 1;
    override needsReferenceObject = true;

    override calculate(given: FunctionVariantType): FunctionVariantType {
      if (!isReference(given)) return firstOf(given);
      const range = given.getRangePosition();
      const isColumn = range.startColumn === range.endColumn;
      const isRow = range.startRow === range.endRow;
      if (isColumn && isRow) return given;
      const { row, column } = this;
      if (isColumn && row >= range.startRow && row <= range.endRow) {
        return this.createReferenceObject(given, { ...range, startRow: row, endRow: row });
      }
      if (isRow && column >= range.startColumn && column <= range.endColumn) {
        return this.createReferenceObject(given, { ...range, startColumn: column, endColumn: column });
      }
      return errorValue(formula, "#VALUE!");
    }
  }

  return [
    [SpillRange, spillFunctionNames.range],
    [OwnCell, spillFunctionNames.own],
  ];

  function firstOf(given: BaseValueObject): FunctionVariantType {
    return isArray(given) ? (given.get(0, 0) ?? errorValue(formula, "#N/A")) : given;
  }
}

function isArray(given: BaseValueObject): given is ArrayValueObject {
  return given.isArray();
}

function isReference(given: FunctionVariantType): given is BaseReferenceObject {
  return given.isReferenceObject();
}
