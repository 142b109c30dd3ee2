import type {
  AstTreeBuilder as EngineAstTreeBuilder,
  BaseAstNode,
  BaseReferenceObject,
  ArrayValueObject,
  FormulaDependencyTree,
  FunctionVariantType,
  IFormulaDataItem,
  IFormulaDatasetConfig,
  IFormulaDependencyTree,
  Interpreter as EngineInterpreter,
  IUnitData,
  Lexer as EngineLexer,
  LexerNode,
  UniverFormulaEnginePlugin,
} from "@univerjs/engine-formula";

import type { ComputedCell } from "@tallykit/sheet/book";
import { keyOf, lastColumn, lastRow, overlaps, type Position, type Rectangle } from "./address.ts";
import { nodesOnCircles } from "./circular.ts";
import type { Univer } from "./univer.ts";
import { errorValue, toComputed } from "./values.ts";

/** What a calculation is told about a sheet, and what it finds out. */
export interface SheetRun {
  /** The cells of the book, as keys: no formula elsewhere may fill them. */
  readonly occupied: ReadonlySet<number>;
  /** What its formulas came to, by the key of the cell. */
  readonly results: Map<number, ComputedCell>;
  /** The formulas that depend on themselves, as keys. */
  readonly circular: Set<number>;
  /** The ranges that formulas fill, by the key of the formula's cell. */
  readonly spills: Map<number, Rectangle>;
  /** The formulas, as keys, that something stands in the way of. */
  readonly blocked: Set<number>;
  /** The ranges that the order of the present round was made with. */
  readonly expected: Map<number, Rectangle>;
}

/** A calculation. */
export interface Run {
  /** Its sheets by their ids. */
  readonly sheets: ReadonlyMap<string, SheetRun>;
  /** The formulas that the engine cannot read, as it was given them. */
  readonly unreadable: Set<string>;
}

/** Formulas that fill each other's arguments need a round for each link of their chain. */
const maxRounds = 100;
const unreadableFormula = "=#NAME?";
const circularFormula = "=#REF!";
/** Functions that ask where a cell is, not what it holds; `=ROWS(A$1:A3)` in A3 is no circle. */
const placeFunctions = /\b(?:ROWS?|COLUMNS?|SHEETS?|AREAS|FORMULATEXT|ISFORMULA)\s*\(/i;

/**
 * The engine's plugin with parts of our own.
 *
 * The engine orders formulas by the cells that they stand in, and calculates once more those that read a cell filled by
 * another formula; where these fill cells in turn, wrong values are left. Here the filled ranges take part in the order,
 * and the book is calculated until they stay the same. Formulas that depend on themselves, for which the engine gives 0,
 * become errors; a formula that the engine cannot read or throws over is an error of its own cell and stops nothing.
 */
export function enginePlugin({ formula }: Univer, run: Run): typeof UniverFormulaEnginePlugin {
  class Runtime extends formula.FormulaRuntimeService {
    override setRuntimeData(value: FunctionVariantType): void {
      const sheet = run.sheets.get(this.currentSubUnitId);
      if (sheet === undefined) return;
      const here = { row: this.currentRow, column: this.currentColumn };
      const range = filledRange(value, here);
      const isSpill = range !== undefined && !isBlocked(sheet, here, range);
      const shown = range === undefined || isSpill ? value : errorValue(formula, "#SPILL!");
      super.setRuntimeData(shown);
      sheet.results.set(keyOf(here), toComputed(shown));
      if (isSpill) sheet.spills.set(keyOf(here), range);
      else sheet.spills.delete(keyOf(here));
      if (range !== undefined && !isSpill) sheet.blocked.add(keyOf(here));
      else sheet.blocked.delete(keyOf(here));
    }
  }

  let formulaRead = "";

  class Lexer extends formula.Lexer {
    override treeBuilder(text: string, transformSuffix?: boolean): ReturnType<EngineLexer["treeBuilder"]> {
      formulaRead = text;
      try {
        const node = super.treeBuilder(text, transformSuffix);
        if (typeof node === "string") run.unreadable.add(text);
        return node;
      } catch {
        run.unreadable.add(text);
        return super.treeBuilder(unreadableFormula);
      }
    }
  }

  class AstTreeBuilder extends formula.AstTreeBuilder {
    override parse(node: LexerNode): ReturnType<EngineAstTreeBuilder["parse"]> {
      try {
        const tree = super.parse(node);
        if (tree) return tree;
      } catch {
        // Told below: the engine throws over some formulas and answers nothing to others.
      }
      run.unreadable.add(formulaRead);
      return super.parse(new formula.LexerTreeBuilder().treeBuilder(unreadableFormula) as LexerNode);
    }
  }

  class Interpreter extends formula.Interpreter {
    override execute(node: Parameters<EngineInterpreter["execute"]>[0]): FunctionVariantType {
      try {
        return super.execute(node);
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        return errorValue(formula, "#VALUE!", `The engine failed: ${words}.`);
      }
    }
  }

  class Dependencies extends formula.FormulaDependencyGenerator {
    /** Whether a formula makes up its references as it goes, as INDIRECT and OFFSET do. */
    private makesReferences = false;

    /** Tells whether a filled range was unknown to the order of this round though a formula reads it; learns it. */
    learnsSpills(): boolean {
      const manager = this._dependencyManagerService;
      let isLate = false;
      manager.openKdTree();
      for (const [unitId, sheets] of Object.entries(this._currentConfigService.getUnitData())) {
        for (const [sheetId, { spills, expected }] of run.sheets) {
          const sheet = sheets[sheetId];
          if (sheet === undefined) continue;
          for (const [key, range] of [...expected, ...spills]) {
            if (isSame(expected.get(key), spills.get(key))) continue;
            const cell = { ...range, endRow: range.startRow, endColumn: range.startColumn };
            const readers = manager.searchDependency([{ unitId, sheetId, range }]);
            const inOrder = manager.searchDependency([{ unitId, sheetId, range: cell }]);
            const isCut = range.endRow >= sheet.rowCount && readers.size > 0;
            if (isCut) sheet.rowCount = range.endRow + 1;
            isLate ||= isCut || this.makesReferences || [...readers].some((reader) => !inOrder.has(reader));
          }
          expected.clear();
          for (const [key, range] of spills) expected.set(key, range);
        }
      }
      manager.closeKdTree();
      return isLate;
    }

    protected override _createFDtree(
      unitId: string,
      sheetId: string,
      row: number,
      column: number,
      unitData: IUnitData,
      item: IFormulaDataItem,
    ): FormulaDependencyTree {
      const tree = super._createFDtree(unitId, sheetId, row, column, unitData, item);
      const sheet = run.sheets.get(sheetId);
      const key = keyOf({ row, column });
      if (sheet?.circular.has(key) === true) tree.formula = circularFormula;
      const range = sheet?.expected.get(key);
      if (range !== undefined) tree.toRTreeItem = () => [{ unitId, sheetId, range }];
      // How far a formula may fill; the sheet itself ends at its used rows, for the sake of references such as A:A.
      tree.rowCount = lastRow + 1;
      tree.columnCount = lastColumn + 1;
      return tree;
    }

    protected override _getAddressFunctionNodeList(
      node: BaseAstNode | null | undefined,
    ): ReturnType<InstanceType<typeof formula.FormulaDependencyGenerator>["_getAddressFunctionNodeList"]> {
      const nodes = super._getAddressFunctionNodeList(node);
      this.makesReferences ||= nodes.length > 0;
      return nodes;
    }

    protected override _checkIsCycleDependency(trees: IFormulaDependencyTree[]): boolean {
      const byId = this._dependencyTreeCache;
      const circular = nodesOnCircles(
        trees.map(({ treeId }) => treeId),
        (id) => {
          const tree = byId.get(id);
          if (tree === undefined) return [];
          const readers = this._dependencyManagerService.searchDependency(tree.toRTreeItem());
          if (placeFunctions.test(tree.formula)) readers.delete(id);
          return readers;
        },
      );
      for (const id of circular) {
        const tree = byId.get(id);
        if (tree === undefined || tree.isVirtual) continue;
        (tree as FormulaDependencyTree).formula = circularFormula;
        run.sheets.get(tree.subUnitId)?.circular.add(keyOf(tree));
      }
      return false;
    }
  }

  class Calculation extends formula.CalculateFormulaService {
    override async execute(config: IFormulaDatasetConfig): Promise<void> {
      this._currentConfigService.load(config);
      const dependencies = this._formulaDependencyGenerator;
      if (!(dependencies instanceof Dependencies)) throw new TypeError("the engine has other dependencies");
      for (let round = 0; round < maxRounds; round++) {
        this._runtimeService.reset();
        formula.CELL_INVERTED_INDEX_CACHE.clear();
        formula.FORMULA_REF_TO_ARRAY_CACHE.clear();
        for (const { spills } of run.sheets.values()) spills.clear();
        await this._apply();
        if (!dependencies.learnsSpills()) break;
      }
    }
  }

  return class extends formula.UniverFormulaEnginePlugin {
    override onStarting(): void {
      super.onStarting();
      const injector = this._injector;
      injector.replace([formula.IFormulaRuntimeService, { useClass: Runtime }]);
      injector.replace([formula.Lexer, { useClass: Lexer }]);
      injector.replace([formula.AstTreeBuilder, { useClass: AstTreeBuilder }]);
      injector.replace([formula.Interpreter, { useClass: Interpreter }]);
      injector.replace([formula.IFormulaDependencyGenerator, { useClass: Dependencies }]);
      injector.replace([formula.ICalculateFormulaService, { useClass: Calculation }]);
    }
  };
}

/** The range that a value fills from a cell on; nothing where it is one cell. */
function filledRange(value: FunctionVariantType, { row, column }: Position): Rectangle | undefined {
  if (!value.isReferenceObject() && !value.isArray()) return undefined;
  const { startRow, startColumn, endRow, endColumn } = (
    value as ArrayValueObject | BaseReferenceObject
  ).getRangePosition();
  if (startRow === endRow && startColumn === endColumn) return undefined;
  return {
    startRow: row,
    startColumn: column,
    endRow: row + endRow - startRow,
    endColumn: column + endColumn - startColumn,
  };
}

function isBlocked({ occupied, spills }: SheetRun, here: Position, range: Rectangle): boolean {
  if (range.endRow > lastRow || range.endColumn > lastColumn) return true;
  const own = keyOf(here);
  for (let row = range.startRow; row <= range.endRow; row++) {
    for (let column = range.startColumn; column <= range.endColumn; column++) {
      const key = keyOf({ row, column });
      if (key !== own && occupied.has(key)) return true;
    }
  }
  return [...spills].some(([key, other]) => key !== own && overlaps(other, range));
}

function isSame(one: Rectangle | undefined, other: Rectangle | undefined): boolean {
  return one?.endRow === other?.endRow && one?.endColumn === other?.endColumn;
}
