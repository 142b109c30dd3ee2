import {
  CalculationError,
  exact,
  type Fraction,
  type Goalposts,
  type IndexItem,
  type IndexValue,
  type ScoreIndex,
  scoreIndex,
  type ScoreIndexInput,
  weightOf,
} from "@tallykit/core";

import { type CellError, isRange, type ResultCell } from "../cell/cell.ts";
import { Refusal } from "../cell/refusal.ts";
import { choice, headers, withDefault } from "./cells.ts";
import {
  type ColumnValues,
  numbers,
  optionalColumn,
  reportedTable,
  requiredKeys,
  weights,
} from "./columns.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import type { Choices, Parameter, ParameterText } from "./parameter.ts";
import { withTitles } from "./words.ts";

const normalisations: Choices<NonNullable<ScoreIndexInput["normalise"]>> = {
  "min-max": "极差",
  z: "标准分",
  rank: "名次",
  goalposts: "阈值",
  none: "不处理",
};
const aggregations: Choices<NonNullable<ScoreIndexInput["aggregate"]>> = {
  arithmetic: "算术平均",
  geometric: "几何平均",
  harmonic: "调和平均",
};
const missingRules: Choices<NonNullable<ScoreIndexInput["missing"]>> = {
  error: "报错",
  reweight: "折算",
  zero: "计零",
};

/** Takes a parameter as one value, or one column of values, an item: what is said of items belongs to no record. */
function perItem<Value>(parameter: Parameter<Value>): Parameter<Value> {
  return {
    ...parameter,
    records: () => undefined,
    read: (argument, name, context) =>
      parameter.read(argument, name, { ...context, rows: Infinity, isEmptyRow: () => false }),
  };
}

/** The units of an index. */
interface UnitTable {
  /** Their values, without the rows of 0 or blank at the end. */
  readonly values: readonly (readonly (number | undefined)[])[];
  /** What those rows get: a blank each. */
  readonly rest: readonly ResultCell[];
}

function unitTable(text: ParameterText): Parameter<UnitTable> {
  const table = reportedTable(text);
  return {
    text,
    shape: "table",
    takes: "number",
    keepsMissing: true,
    optional: false,
    records: table.records,
    read: (argument, name, context) => ({
      values: table.read(argument, name, context),
      rest: (isRange(argument) ? argument : [[argument]]).slice(context.rows).map(() => ""),
    }),
  };
}

/** Composite indices. */
export const scoreIndexFunctions: readonly FunctionRow[] = [
  tableFunction({
    id: "SCORE_INDEX",
    family: "assessment",
    calculator: "scoreIndex",
    summary: {
      en: "The composite index of each unit: items brought to one scale, weighted, put together.",
      zh: "各单位的综合指数：各指标统一量纲、加权后合成。",
    },
    parameters: {
      values: unitTable({
        zhName: "数值",
        en: 'A table without titles: one unit a row, one item a column; with blank cells, or rows of 0 at the end, give range&"".',
        zh: '不含标题的表：每行一个单位，每列一项指标；有空白单元格或末尾有全为 0 的行时请写成 区域&""。',
      }),
      weights: perItem(
        weights({
          zhName: "权重",
          en: "One weight an item, from 0; only their ratio matters, and 0 leaves the item out.",
          zh: "每项指标一个不小于 0 的权重，只看比例；0 表示不用该指标。",
        }),
      ),
      normalise: withDefault(
        choice(
          {
            zhName: "标准化方法",
            en: "How items come to one scale: min-max, z (sample deviation), rank (best 1), goalposts or none.",
            zh: "统一量纲的方法：min-max（极差）、z（标准分，用样本标准差）、rank（名次，最好为 1）、goalposts（阈值）或 none（不处理）。",
          },
          normalisations,
        ),
        "min-max",
        "min-max",
      ),
      aggregate: withDefault(
        choice(
          {
            zhName: "合成方法",
            en: "The mean: arithmetic, geometric or harmonic (the last two need values above 0).",
            zh: "合成方法：arithmetic（算术平均）、geometric（几何平均）或 harmonic（调和平均）；后两种要求数值大于 0。",
          },
          aggregations,
        ),
        "arithmetic",
        "arithmetic",
      ),
      direction: optionalColumn(
        perItem(
          numbers({
            zhName: "方向",
            en: "1 or -1 an item: -1 where less is better. Left out: all 1.",
            zh: "每项指标填 1 或 -1：越小越好的填 -1。省略时全为 1。",
          }),
        ),
      ),
      missing: withDefault(
        choice(
          {
            zhName: "缺失处理",
            en: "A missing value: error, reweight (the other items count more) or zero (0 on the common scale).",
            zh: "数值缺失时：error（报错）、reweight（按其余指标的权重折算）或 zero（统一量纲后计零）。",
          },
          missingRules,
        ),
        "error",
        "error",
      ),
      goalposts: optionalColumn(
        perItem(
          reportedTable({
            zhName: "阈值",
            en: "Two rows, the low and the high value of each item; values beyond them count as them.",
            zh: "两行：各项指标的下限值和上限值；超出的按上下限计。",
          }),
        ),
      ),
      part: optionalColumn(
        perItem(
          requiredKeys({
            zhName: "分指数",
            en: "The name of each item's part; every part gives a column with its sub-index.",
            zh: "每项指标所属分指数的名称；每个分指数各占一列。",
          }),
        ),
      ),
      headers: withDefault(headers(), "none", "none"),
    },
    calculate: (given) => {
      const values = given.values.values.map((row) =>
        row.map((cell) => (cell === undefined ? undefined : exact(cell))),
      );
      const items = itemsOf(values[0]?.length ?? 0, given);
      const { normalise, aggregate, missing } = given;
      const index = indexOf({ values, items, normalise, aggregate, missing });
      const titles = [...index.parts.map((part) => ({ en: part, zh: part })), { en: "index", zh: "指数" }];
      const rows = index.units.map((unit, row) => [...unit.parts, unit].map((each) => indexCell(each, row)));
      const rest = given.values.rest.map((cell) => titles.map(() => cell));
      return withTitles<ResultCell>(given.headers, titles, [...rows, ...rest]);
    },
    examples: [
      {
        arguments: [
          [
            [10, 5],
            [20, 9],
            [15, 6],
          ],
          [[2, 1]],
          null,
          null,
          [[1, -1]],
        ],
        result: [[1 / 3], [2 / 3], [7 / 12]],
      },
      {
        arguments: [
          [
            [60, 90, 80],
            [80, 70, 40],
          ],
          [[1, 1, 2]],
          "不处理",
          null,
          null,
          null,
          null,
          [["队伍", "队伍", "活动"]],
          "zh",
        ],
        result: [
          ["队伍", "活动", "指数"],
          [75, 80, 77.5],
          [75, 40, 57.5],
        ],
      },
      {
        arguments: [
          [
            [52.5, 9],
            [85, 20],
          ],
          [[1, 1]],
          "goalposts",
          "geometric",
          null,
          null,
          [
            [20, 0],
            [85, 18],
          ],
        ],
        result: [[0.5], [1]],
      },
    ],
  }),
];

/** What is said of the items, each a value an item. */
interface ItemColumns {
  readonly weights: ColumnValues<Fraction>;
  readonly direction: ColumnValues<Fraction> | undefined;
  readonly goalposts: readonly (readonly (number | undefined)[])[] | undefined;
  readonly part: ColumnValues<string> | undefined;
}

function itemsOf(size: number, { weights: given, direction, goalposts, part }: ItemColumns): IndexItem[] {
  if (size === 0) throw new Refusal("#N/A", "at least one row in values");
  requireItems("weights", given.values.length, size);
  if (direction !== undefined) requireItems("direction", direction.values.length, size);
  if (part !== undefined) requireItems("part", part.values.length, size);
  if (goalposts !== undefined) {
    requireItems("goalposts", goalposts[0]?.length ?? 0, size);
    if (goalposts.length !== 2) {
      throw new Refusal("#VALUE!", `goalposts to have two rows, low and high; found ${goalposts.length}`);
    }
  }
  return given.values.map((weight, place) => ({
    weight: weightOf(weight),
    direction: direction && directionOf(direction.values[place], place),
    goalposts: goalposts && goalpostsOf(goalposts, place),
    part: part?.values[place],
  }));
}

function requireItems(name: string, found: number, size: number): void {
  if (found === size) return;
  throw new Refusal(
    "#VALUE!",
    `one value in ${name} for each of the ${size} columns of values; found ${found}`,
  );
}

function directionOf(value: Fraction | undefined, place: number): 1 | -1 {
  if (value?.denominator === 1n && value.numerator === 1n) return 1;
  if (value?.denominator === 1n && value.numerator === -1n) return -1;
  throw new Refusal("#VALUE!", `direction, item ${place + 1} to be 1 or -1`);
}

function goalpostsOf(rows: NonNullable<ItemColumns["goalposts"]>, place: number): Goalposts {
  const [low, high] = [rows[0]?.[place], rows[1]?.[place]];
  if (low === undefined || high === undefined) {
    throw new Refusal("#N/A", `a low and a high number in goalposts, column ${place + 1}`);
  }
  return { low: exact(low), high: exact(high) };
}

/** The index; an item that tells no units apart leaves no answer, and only #N/A shows its words. */
function indexOf(input: ScoreIndexInput): ScoreIndex {
  try {
    return scoreIndex(input);
  } catch (error) {
    if (!(error instanceof CalculationError) || error.code !== "conflict") throw error;
    throw new Refusal("#N/A", error.requirement);
  }
}

/** An index in its cell, or why there is none: that cell errs alone. */
function indexCell({ value, status, item = 0 }: IndexValue, row: number): number | CellError {
  if (value !== undefined) return value;
  const place = `values, row ${row + 1}, column ${item + 1}`;
  if (status === "missing") return { error: "#N/A", message: `SCORE_INDEX requires a number in ${place}.` };
  return {
    error: "#NUM!",
    message: `SCORE_INDEX requires a value above 0 in ${place}, once normalised, for this mean.`,
  };
}
