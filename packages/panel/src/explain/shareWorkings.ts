import {
  amountOf,
  type ApportionmentMethod,
  CalculationError,
  type Count,
  count,
  exact,
  exactText,
  type Fraction,
  fraction,
  minus,
  type RemainderRule,
  times,
  weightOf,
} from "@tallykit/core";
import { callFunction, type Cell, explainQuota, explainSplit, type Result } from "@tallykit/sheet";

import type { ReadCall } from "./readCall.ts";
import {
  argumentOf,
  cellsOf,
  numberIn,
  numbersIn,
  resultRows,
  type TellWorking,
  titledTable,
  type Working,
  type WorkingInput,
} from "./working.ts";

/** The rows of a short list are told one by one, of a longer one the row asked about. */
const mostRowsTold = 12;

/** The row that a place among the results stands for; explaining functions have a row of titles first. */
function rowAt({ call, at }: WorkingInput): number {
  if (resultRows(call).length === 1) return at.column;
  const hasTitles = call.row.id.endsWith("_EXPLAIN") && choiceOf(call, "headers", ["none"]) === undefined;
  return Math.max(0, at.row - (hasTitles ? 1 : 0));
}

/** What a word of a choice is, in English; nothing where it is left out. */
function choiceOf<Choice extends string>(
  call: ReadCall,
  name: string,
  all: readonly Choice[],
): Choice | undefined {
  const [cell] = cellsOf(call, name);
  const word = typeof cell === "string" ? cell.trim().toLowerCase() : "";
  const chinese: Readonly<Record<string, string>> = call.row.parameters[name]?.choices ?? {};
  return all.find((choice) => choice === word || chinese[choice] === word);
}

/** A bound for all rows, or one a row. */
function boundOf<Value>(
  call: ReadCall,
  name: string,
  read: (cell: Cell) => Value | undefined,
): Value | readonly (Value | undefined)[] | undefined {
  const cells = cellsOf(call, name);
  const [first = null] = cells;
  return cells.length > 1 ? cells.slice(0, rowsOf(call)).map(read) : read(first);
}

function countIn(cell: Cell): Count | undefined {
  const number = numberIn(cell);
  return number === undefined ? undefined : count(Number(number.numerator) / Number(number.denominator));
}

/** How many rows a call has, without the blank ones at the end. */
function rowsOf(call: ReadCall): number {
  return numbersIn(cellsOf(call, "weights"))?.length ?? 0;
}

/** What is told of a share: the opening, and the rows that were asked about. */
function told(
  input: WorkingInput,
  rows: number,
  explain: (options: {
    readonly language: WorkingInput["language"];
    readonly labels: readonly string[];
    readonly rows?: readonly number[];
    readonly margins: boolean;
  }) => readonly string[],
): readonly string[] {
  const { language, labels } = input;
  // Whoever asks about the cell of the formula asks about all of it.
  const isShort = rows <= mostRowsTold && input.at.row === 0 && input.at.column === 0;
  return explain({ language, labels, margins: true, ...(isShort ? {} : { rows: [rowAt(input)] }) });
}

/** The table of an explaining function, with the names of the rows. */
function explained(
  id: string,
  given: readonly unknown[],
  { language, labels }: WorkingInput,
): Pick<Working, "table"> {
  const names = labels.length > 0 ? labels.map((label) => [label]) : null;
  const result: Result = callFunction(id, [...given, names, language]);
  return isTable(result) ? { table: titledTable(result, language) } : {};
}

function isTable(
  result: Result,
): result is Exclude<Result, string | number | boolean | { readonly error: string }> {
  return Array.isArray(result);
}

/** Keeps silent where the numbers are not as a calculator wants them: the cell itself says why. */
function unlessRefused(tell: () => Working | undefined): Working | undefined {
  try {
    return tell();
  } catch (error) {
    if (error instanceof CalculationError) return undefined;
    throw error;
  }
}

const cent = exact("0.01");
const rules: readonly RemainderRule[] = ["largest-remainder", "largest-weight", "first", "last"];

/** Explains how a total is split by the weights of a call. */
function tellSplitOf(input: WorkingInput, total: Fraction): Working | undefined {
  const { call } = input;
  const weights = numbersIn(cellsOf(call, "weights"))?.map((number) => weightOf(number));
  const step = numberIn(cellsOf(call, "step")[0] ?? null) ?? cent;
  if (weights === undefined) return undefined;
  const [minimum, maximum] = ["minimum", "maximum"].map((name) => boundOf(call, name, numberIn));
  const split = {
    total: amountOf(total, step),
    weights,
    rule: choiceOf(call, "rule", rules),
    minimum,
    maximum,
  };
  const given = ["weights", "step", "rule", "minimum", "maximum"].map(
    (name) => argumentOf(call, name) ?? null,
  );
  return {
    sentences: told(input, weights.length, (options) => explainSplit(split, options)),
    ...explained("FUNDING_SPLIT_EXPLAIN", [Number(exactText(total)), ...given], input),
  };
}

/** FUNDING_SPLIT: exact shares, rounding and left-over steps. */
export const tellSplit: TellWorking = (input) =>
  unlessRefused(() => {
    const total = numberIn(cellsOf(input.call, "total")[0] ?? null);
    return total === undefined ? undefined : tellSplitOf(input, total);
  });

/** FUNDING_BASE_PLUS: the bases first, then the rest as any split. */
export const tellBasePlus: TellWorking = (input) =>
  unlessRefused(() => {
    const [total, base] = ["total", "baseEach"].map((name) => numberIn(cellsOf(input.call, name)[0] ?? null));
    const rows = rowsOf(input.call);
    if (total === undefined || base === undefined || rows === 0) return undefined;
    const bases = times(base, fraction(BigInt(rows)));
    const rest = minus(total, bases);
    const [each, all, whole, left] = [base, bases, total, rest].map(exactText);
    const first = {
      en: `The ${rows} rows first get ${each ?? ""} each, together ${all ?? ""}; the rest of ${whole ?? ""} - ${all ?? ""} = ${left ?? ""} goes by weight. What follows is the split of that rest; each part has the base on top.`,
      zh: `先给 ${rows} 行各 ${each ?? ""}，共 ${all ?? ""}；余下 ${whole ?? ""} - ${all ?? ""} = ${left ?? ""} 按权重分摊。以下为余下部分的分摊，每行所得另加基数。`,
    }[input.language];
    const split = tellSplitOf(input, rest);
    return split && { ...split, sentences: [first, ...split.sentences] };
  });

const methods: readonly ApportionmentMethod[] = [
  "largest-remainder",
  "droop",
  "hagenbach-bischoff",
  "jefferson",
  "webster",
  "adams",
  "dean",
  "huntington-hill",
  "quota",
];

/** QUOTA_APPORTION and TARGET_SHARE_OUT: exact quotas, and why the last places came where they did. */
export const tellQuota: TellWorking = (input) =>
  unlessRefused(() => {
    const { call } = input;
    const placesName = "places" in call.row.parameters ? "places" : "goal";
    const places = countIn(cellsOf(call, placesName)[0] ?? null);
    const weights = numbersIn(cellsOf(call, "weights"))?.map((number) => weightOf(number));
    if (places === undefined || weights === undefined) return undefined;
    const quota = {
      places,
      weights,
      method: choiceOf(call, "method", methods),
      minimum: boundOf(call, "minimum", countIn),
      maximum: boundOf(call, "maximum", countIn),
      threshold: numberIn(cellsOf(call, "threshold")[0] ?? null),
      base: countIn(cellsOf(call, "base")[0] ?? null),
      firstDivisor: numberIn(cellsOf(call, "firstDivisor")[0] ?? null),
    };
    const names = ["weights", "method", "minimum", "maximum", "threshold"];
    const given = names.map((name) => argumentOf(call, name) ?? null);
    // The explaining function knows no base and no first divisor: its table would be of other places.
    const hasTable = quota.base === undefined && quota.firstDivisor === undefined;
    return {
      sentences: told(input, weights.length, (options) => explainQuota(quota, options)),
      ...(hasTable ? explained("QUOTA_EXPLAIN", [places, ...given], input) : {}),
    };
  });
