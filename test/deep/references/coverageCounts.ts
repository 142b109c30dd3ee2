import * as core from "@tallykit/core";

import { Accepting, Refused } from "../compare.ts";
import { nearestDouble } from "../double.ts";
import { Fraction, fractionOf, sumOf, zero } from "../fraction.ts";
import {
  countOf,
  drawCount,
  drawMaybe,
  drawName,
  drawReported,
  drawShare,
  drawSigned,
  drawWeights,
} from "../inputs.ts";
import { chance, columnOf, pick, type Random } from "../random.ts";
import { reference, type References } from "../reference.ts";
import { percentage } from "./exact.ts";

const most = 9007199254740991n;

export function isCount(value: number | undefined): value is core.Count {
  return value !== undefined && value >= 0 && value <= 9007199254740991 && value % 1 === 0;
}

/** Two counts as a rate with its status. */
export function rateOf(covered: bigint | number, eligible: bigint | number): core.Rate {
  const [numerator, denominator] = [BigInt(covered), BigInt(eligible)];
  if (numerator > most || denominator > most) throw new Refused("outOfRange");
  const status =
    denominator === 0n ? (numerator === 0n ? "empty" : "invalid") : numerator > denominator ? "over" : "ok";
  return { numerator: countOf(Number(numerator)), denominator: countOf(Number(denominator)), status };
}

export function requireAlike(columns: readonly (ArrayLike<unknown> | undefined)[]): void {
  const [first] = columns;
  if (first?.length === 0) throw new Refused("emptyInput");
  if (columns.some((column) => column !== undefined && column.length !== first?.length))
    throw new Refused("sizeMismatch");
}

/** A row of counts as they were reported, and whether its name is missing. */
export interface Row {
  readonly covered: number | undefined;
  readonly eligible: number | undefined;
  readonly isNamed: boolean;
}

export function rowKind({ covered, eligible, isNamed }: Row): "counted" | "missing" | "invalid" {
  if (!isNamed || covered === undefined || eligible === undefined) return "missing";
  return isCount(covered) && isCount(eligible) && !(eligible === 0 && covered > 0) ? "counted" : "invalid";
}

/** The pooled rate of rows, and what it leaves out. */
export function pooled(rows: readonly Row[], missing: core.MissingRule = "skip"): core.ReportedRate {
  const isZero = (row: Row): boolean =>
    missing === "zero" && row.isNamed && row.covered === undefined && isCount(row.eligible);
  const counted = rows.filter((row) => isZero(row) || rowKind(row) === "counted");
  const left = rows.filter((row) => !counted.includes(row));
  const sum = (values: readonly (number | undefined)[]): bigint =>
    values.reduce<bigint>((all, value) => all + BigInt(value ?? 0), 0n);
  const leftOut = {
    missing: left.filter((row) => rowKind(row) === "missing").length,
    invalid: left.filter((row) => rowKind(row) === "invalid").length,
  };
  const countedAsZero = counted.filter(isZero).length;
  if (counted.length > 0)
    return {
      rate: rateOf(sum(counted.map(({ covered }) => covered)), sum(counted.map(({ eligible }) => eligible))),
      leftOut,
      countedAsZero,
    };
  const none = sum(
    left
      .filter(({ covered, eligible, isNamed }) => isNamed && eligible === 0 && isCount(covered))
      .map(({ covered }) => covered),
  );
  return { rate: none === 0n ? undefined : rateOf(none, 0n), leftOut, countedAsZero };
}

interface Named {
  readonly covered: (number | undefined)[];
  readonly eligible: (number | undefined)[];
}

export function drawColumns(random: Random, rows: number): Named {
  const largest = chance(random, 3) ? undefined : 10 ** 12;
  const extra = chance(random, 2) ? 1 : 0;
  return {
    covered: columnOf(rows + extra, () => drawReported(random, largest)),
    eligible: columnOf(rows, () => drawReported(random, largest)),
  };
}

const drawRule = (random: Random): core.MissingRule | undefined =>
  drawMaybe(random, () => pick(random, ["skip", "zero", "refuse"] as const), 50);
export const drawNames = (random: Random, rows: number): (string | undefined)[] =>
  columnOf(rows, () => drawMaybe(random, () => drawName(random)));
export const drawRows = (random: Random): number => random.whole(chance(random, 98) ? 1 : 0, 7);

function requireAll(missing: core.MissingRule | undefined, columns: readonly ArrayLike<unknown>[]): void {
  if (missing === "refuse" && columns.some((column) => Array.from(column).includes(undefined)))
    throw new Refused("missingValue");
}

const listOf = (column: core.ReportedColumn): (number | undefined)[] =>
  Array.from<number | undefined>(column);
const namesOf = (keys: core.Keys): (string | undefined)[] =>
  "codes" in keys ? Array.from(keys.codes, (code) => keys.names[code]) : [...keys];

export const countReferences: References = {
  keyColumn: reference(
    core.keyColumn,
    (random) => [drawNames(random, random.whole(0, 8))],
    (values) => {
      const names = [...new Set(values.filter((value) => value !== undefined))];
      return { codes: values.map((value) => (value === undefined ? -1 : names.indexOf(value))), names };
    },
  ),
  coverageByGroup: reference(
    core.coverageByGroup,
    (random) => {
      const rows = drawRows(random);
      const names = drawNames(random, rows);
      const { covered, eligible } = drawColumns(random, rows);
      const isTyped = chance(random, 15);
      const column = (values: (number | undefined)[]): core.ReportedColumn =>
        isTyped ? Float64Array.from(values, (value) => value ?? 0) : values;
      return [
        {
          group: chance(random, 30) ? core.keyColumn(names) : names,
          covered: column(covered),
          eligible: column(eligible),
          missing: drawRule(random),
        },
      ];
    },
    ({ group, covered, eligible, missing }) => {
      const names = namesOf(group);
      requireAlike([names, covered, eligible]);
      requireAll(missing, [names, covered, eligible]);
      const rows = names.map((name, row) => ({
        name,
        covered: listOf(covered)[row],
        eligible: listOf(eligible)[row],
        isNamed: name !== undefined,
      }));
      const groups = [...new Set(names)].filter((name) => name !== undefined);
      return {
        groups: groups.map((name) => ({
          group: name,
          ...pooled(
            rows.filter((row) => row.name === name),
            missing,
          ),
        })),
        total: pooled(rows, missing),
      };
    },
  ),
  coverageRollUp: reference(core.coverageRollUp, (random) => [drawLevels(random)], rolledUp),
  coverageDue: reference(
    core.coverageDue,
    (random) => [
      {
        members: drawCount(random),
        policy: { ownFrom: drawCount(random, 6), jointFrom: drawCount(random, 4) },
      },
    ],
    ({ members, policy: { ownFrom, jointFrom } }) => {
      if (ownFrom < jointFrom) throw new Refused("conflict");
      return members >= ownFrom ? "own" : members >= jointFrom ? "joint" : "work";
    },
  ),
  coverageRate: reference(
    core.coverageRate,
    (random) => [drawCovered(random)],
    ({ covered, eligible }) => rateOf(covered, eligible),
  ),
  coverageText: reference(
    core.coverageText,
    (random) => [
      {
        ...drawCovered(random),
        decimals: drawMaybe(
          random,
          () => (chance(random, 95) ? random.whole(0, 15) : pick(random, [-1, 16, 0.5])),
          30,
        ),
      },
    ],
    ({ covered, eligible, decimals = 1 }) => percentage(BigInt(covered), BigInt(eligible), decimals),
  ),
  coverageGap: reference(
    core.coverageGap,
    (random) => [
      { ...drawCovered(random), goal: chance(random, 95) ? drawShare(random) : drawSigned(random) },
    ],
    ({ covered, eligible, goal }) => {
      if (goal.numerator < 0n || goal.numerator > goal.denominator) throw new Refused("outOfRange");
      if (eligible === 0) throw new Refused("divisionByZero");
      const needed = fractionOf(goal).times(new Fraction(eligible)).ceiling() - BigInt(covered);
      return needed > 0n ? Number(needed) : 0;
    },
  ),
  coverageStandardised: reference(
    core.coverageStandardised,
    (random) => {
      const standard = drawWeights(random, { least: chance(random, 98) ? 1 : 0 });
      const column = (): (number | undefined)[] =>
        columnOf(standard.length, () => (chance(random, 97) ? random.whole(0, 300) : drawReported(random)));
      return [{ covered: column(), eligible: chance(random, 98) ? column() : [1], standard }];
    },
    ({ covered, eligible, standard }) => {
      requireAlike([covered, eligible, standard]);
      const faults = faultsOf([covered, eligible]);
      const all = sumOf(standard);
      if (all.numerator === 0n) faults.add("allZero");
      if (standard.some((weight, row) => weight.numerator > 0n && eligible[row] === 0))
        faults.add("divisionByZero");
      if (faults.size > 0) return refusedWith(faults);
      return nearestDouble(
        sumOf(
          standard.map((weight, row) =>
            weight.numerator === 0n
              ? zero
              : new Fraction(covered[row] ?? 0, eligible[row] ?? 1).times(weight),
          ),
        ).over(all),
      );
    },
  ),
  coverageStandardisedRatio: reference(
    core.coverageStandardisedRatio,
    (random) => {
      const rows = drawRows(random);
      const column = (): (number | undefined)[] =>
        columnOf(rows, () => (chance(random, 97) ? random.whole(0, 40) : drawReported(random)));
      return [
        {
          covered: column(),
          eligible: column(),
          referenceCovered: column(),
          referenceEligible: chance(random, 98) ? column() : [1],
        },
      ];
    },
    ({ covered, eligible, referenceCovered, referenceEligible }) => {
      requireAlike([covered, eligible, referenceCovered, referenceEligible]);
      const faults = faultsOf([covered, eligible, referenceCovered, referenceEligible]);
      if (faults.size > 0) return refusedWith(faults);
      if (eligible.some((units, row) => (units ?? 0) > 0 && referenceEligible[row] === 0))
        throw new Refused("divisionByZero");
      const expected = sumOf(
        eligible.map((units, row) =>
          units === 0
            ? zero
            : new Fraction(referenceCovered[row] ?? 0, referenceEligible[row] ?? 1).times(
                new Fraction(units ?? 0),
              ),
        ),
      );
      const observed = sumOf(covered.map((units) => new Fraction(units ?? 0)));
      if (expected.numerator === 0n) throw new Refused("divisionByZero");
      return {
        observed: nearestDouble(observed),
        expected: nearestDouble(expected),
        ratio: nearestDouble(observed.over(expected)),
      };
    },
  ),
};

/** What is wrong with columns of which every value must be a count. */
function faultsOf(columns: readonly (readonly (number | undefined)[])[]): Set<string> {
  const faults = new Set<string>();
  for (const value of columns.flat())
    if (!isCount(value)) faults.add(value === undefined ? "missingValue" : "outOfRange");
  return faults;
}

/** Of several faults any may be told first. */
function refusedWith(codes: ReadonlySet<string>): Accepting {
  return new Accepting(`a refusal: ${[...codes].join(", ")}`, (actual) =>
    codes.has((actual as { readonly refused?: string }).refused ?? ""),
  );
}

export function drawCovered(random: Random): core.CoverageInput {
  const eligible = drawCount(random);
  const near = Math.max(0, eligible + random.whole(-1, 1));
  return {
    eligible,
    covered:
      chance(random, 30) && isCount(near)
        ? near
        : drawCount(random, chance(random, 80) ? eligible : undefined),
  };
}

function drawLevels(random: Random): core.CoverageRollUpInput {
  const rows = drawRows(random);
  const levels = columnOf(random.whole(chance(random, 98) ? 1 : 0, 3), () => {
    const names = columnOf(rows, () => drawMaybe(random, () => pick(random, ["a", "b", "__proto__"]), 8));
    return chance(random, 20) ? core.keyColumn(names) : names;
  });
  return { levels, ...drawColumns(random, rows), missing: drawRule(random) };
}

function rolledUp({ levels, covered, eligible, missing }: core.CoverageRollUpInput): unknown {
  if (levels.length === 0) throw new Refused("emptyInput");
  const names = levels.map(namesOf);
  requireAlike([...names, covered, eligible]);
  requireAll(missing, [...names, covered, eligible]);
  const paths = (names[0] ?? []).map((_, row) => names.map((column) => column[row]));
  const isUnder = (path: readonly (string | undefined)[], node: readonly string[]): boolean =>
    node.every((name, level) => path[level] === name);
  const pooledUnder = (node: readonly string[]): core.ReportedRate =>
    pooled(
      paths.flatMap((path, row) =>
        isUnder(path, node)
          ? [
              {
                covered: listOf(covered)[row],
                eligible: listOf(eligible)[row],
                isNamed: !path.includes(undefined),
              },
            ]
          : [],
      ),
      missing,
    );
  const nodes: (core.ReportedRate & { level: number; path: readonly string[] })[] = [];
  const visit = (node: readonly string[]): void => {
    nodes.push({ level: node.length, path: node, ...pooledUnder(node) });
    const below = paths.filter((path) => isUnder(path, node)).map((path) => path[node.length]);
    for (const name of new Set(below))
      if (name !== undefined && node.length < names.length) visit([...node, name]);
  };
  visit([]);
  return nodes;
}
