import * as core from "@tallykit/core";

import { Refused } from "../compare.ts";
import { nearestDouble } from "../double.ts";
import { Fraction, fractionOf } from "../fraction.ts";
import { countOf, drawMaybe, drawReported } from "../inputs.ts";
import { chance, columnOf, pick, type Random } from "../random.ts";
import { reference, type References } from "../reference.ts";
import { isCount, requireAlike } from "./coverageCounts.ts";
import { isConsistent } from "./coverageFigures.ts";
import { percentage } from "./exact.ts";

const names = [
  "east",
  "East",
  "ｅａｓｔ",
  "e ast",
  "west",
  " west",
  "__proto__",
  "Ｗ est",
  "ﬁ",
  "FI",
  "ß",
  "SS",
];
const texts = ["3", "１２", "1,000", "abc", "", "1e3", "-5", "3 ", "=1+1", "1,00", "٣", ".5", "."];
/** In this order a row's findings are told. */
const kinds = [
  "missing",
  "textNumber",
  "notNumber",
  "negative",
  "notWhole",
  "tooLarge",
  "noneEligible",
  "empty",
  "over",
  "nearKey",
  "repeatedUnit",
  "unitInTwoGroups",
  "printedMismatch",
  "printedUnreadable",
  "eligibleJump",
];

function drawCell(random: Random): number | string | undefined {
  return chance(random, 12)
    ? pick(random, texts)
    : chance(random, 15)
      ? drawReported(random)
      : random.whole(0, 30);
}

function drawRegister(random: Random): core.CoverageCheckInput {
  const rows = random.whole(chance(random, 98) ? 1 : 0, 6);
  const column = <Value>(make: () => Value): Value[] => columnOf(rows, make);
  const printed = (): core.PrintedRate | string | undefined =>
    pick(random, [
      undefined,
      "text",
      { printed: new Fraction(random.whole(0, 1000), 1000) },
      {
        printed: new Fraction(random.whole(0, 100)),
        decimals: pick(random, chance(random, 98) ? [0, 2] : [16]),
      },
    ]);
  return {
    group: column(() => drawMaybe(random, () => pick(random, names))),
    covered: chance(random, 98) ? column(() => drawCell(random)) : [1],
    eligible: column(() => drawCell(random)),
    printed: drawMaybe(random, () => column(printed), 50),
    eligibleBefore: drawMaybe(random, () => column(() => drawCell(random)), 60),
    unit: drawMaybe(
      random,
      () => column(() => drawMaybe(random, () => pick(random, ["u", "U", "v", "v ", "w"]))),
      50,
    ),
  };
}

export const checkReferences: References = {
  coverageCheck: reference(
    core.coverageCheck,
    (random) => [drawRegister(random)],
    (input) => {
      const { group, covered, eligible, printed, eligibleBefore, unit } = input;
      requireAlike([group, covered, eligible, printed, eligibleBefore, unit]);
      for (const rate of printed ?? [])
        if (
          typeof rate === "object" &&
          !(Number.isInteger(rate.decimals ?? 1) && (rate.decimals ?? 1) >= 0 && (rate.decimals ?? 1) <= 15)
        )
          throw new Refused("outOfRange");
      return group.flatMap((name, row) => {
        const found = [
          ...missingIn(input, row),
          ...valuesIn(input, row),
          ...ratesIn(input, row),
          ...nearIn("group", group, row),
          ...nearIn("unit", unit ?? [], row),
          ...repeatedIn(input, row),
        ];
        found.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
        return found.map((issue) => ({ row, group: name?.trim(), ...issue }));
      });
    },
  ),
};

interface Issue {
  readonly kind: string;
  readonly details: object;
}

function missingIn({ group, unit, covered, eligible }: core.CoverageCheckInput, row: number): Issue[] {
  const columns = Object.entries({ group, ...(unit && { unit }), covered, eligible }).flatMap(
    ([name, column]) => (column[row] === undefined ? [name] : []),
  );
  return columns.length === 0 ? [] : [{ kind: "missing", details: { columns } }];
}

/** Whether text, taken for what it means in any width, is a number: digits, perhaps in groups of three, a point, an exponent. */
function isNumberText(text: string): boolean {
  const plain = Array.from(text.normalize("NFKC"))
    .filter((each) => each.trim() !== "")
    .join("");
  const [mantissa = "", exponent, ...more] = plain.replace(/^[+-]/, "").split(/e/i);
  const [whole = "", part, ...points] = mantissa.split(".");
  const areDigits = (digits: string): boolean =>
    digits !== "" && Array.from(digits).every((digit) => "0123456789".includes(digit));
  const [first = "", ...threes] = whole.split(",");
  const isGrouped =
    areDigits(first) &&
    (threes.length === 0 ||
      (first.length <= 3 && threes.every((three) => three.length === 3 && areDigits(three))));
  const isWhole = isGrouped || (whole === "" && part !== undefined && part !== "");
  const isPart = part === undefined || part === "" || areDigits(part);
  const isExponent =
    exponent === undefined ||
    (areDigits(exponent.replace(/^[+-]/, "")) && exponent.replace(/^[+-]/, "").length <= 3);
  return isWhole && isPart && isExponent && points.length === 0 && more.length === 0;
}

function valuesIn(input: core.CoverageCheckInput, row: number): Issue[] {
  return (["covered", "eligible", "eligibleBefore"] as const).flatMap((column): Issue[] => {
    const value = input[column]?.[row];
    if (value === undefined) return [];
    if (typeof value === "string")
      return [{ kind: isNumberText(value) ? "textNumber" : "notNumber", details: { column, text: value } }];
    if (isCount(value)) return [];
    if (!Number.isFinite(value)) return [{ kind: "notNumber", details: { column, text: String(value) } }];
    return [
      {
        kind: value < 0 ? "negative" : Number.isInteger(value) ? "tooLarge" : "notWhole",
        details: { column, value },
      },
    ];
  });
}

function countAt(
  column: readonly (number | string | undefined)[] | undefined,
  row: number,
): core.Count | undefined {
  const value = column?.[row];
  return typeof value === "number" && isCount(value) ? value : undefined;
}

function ratesIn(input: core.CoverageCheckInput, row: number): Issue[] {
  const [covered, eligible, before] = [
    countAt(input.covered, row),
    countAt(input.eligible, row),
    countAt(input.eligibleBefore, row),
  ];
  const printed = input.printed?.[row];
  const found: Issue[] =
    typeof printed === "string" ? [{ kind: "printedUnreadable", details: { text: printed } }] : [];
  if (eligible === undefined) return found;
  if (covered !== undefined && eligible === 0)
    found.push(
      covered === 0 ? { kind: "empty", details: {} } : { kind: "noneEligible", details: { covered } },
    );
  if (covered !== undefined && eligible > 0) {
    if (covered > eligible) found.push({ kind: "over", details: { covered, eligible } });
    if (typeof printed === "object" && !isConsistent({ covered, eligible, ...printed }))
      found.push(mismatch(printed, covered, eligible));
  }
  if (
    before !== undefined &&
    new Fraction(eligible).minus(new Fraction(before)).absolute().compare(new Fraction(before, 10)) > 0
  ) {
    found.push({
      kind: "eligibleJump",
      details: {
        before,
        eligible,
        change: before === 0 ? undefined : nearestDouble(new Fraction(eligible - before, before)),
      },
    });
  }
  return found;
}

function mismatch(printed: core.PrintedRate, covered: core.Count, eligible: core.Count): Issue {
  const hundredth = fractionOf(printed.printed).over(new Fraction(100n));
  const isHundredfold =
    printed.printed.numerator >= 2n * printed.printed.denominator &&
    isConsistent({ covered, eligible, ...printed, printed: hundredth });
  // Which counts could be meant is coverageConsistentCounts' to say, and is checked there.
  const counts = core.coverageConsistentCounts({ eligible: countOf(eligible), ...printed });
  return {
    kind: "printedMismatch",
    details: {
      printed,
      covered,
      eligible,
      rightText: percentage(BigInt(covered), BigInt(eligible), printed.decimals ?? 1),
      counts,
      isHundredfold,
    },
  };
}

const widths = (text: string): string => text.normalize("NFKC");
const cases = (text: string): string => text.toUpperCase().toLowerCase();
const spaces = (text: string): string =>
  Array.from(text)
    .filter((each) => each.trim() !== "")
    .join("");

/** A name without some of width, space and case. */
function without(text: string, differences: readonly string[]): string {
  let folded = text;
  for (let turn = 0; turn < 3; turn += 1) {
    if (differences.includes("width")) folded = widths(folded);
    if (differences.includes("space")) folded = spaces(folded);
    if (differences.includes("case")) folded = cases(folded);
  }
  return folded;
}

/** A name is told once, in its first row, beside the first name that it is meant like. */
function nearIn(column: "group" | "unit", keys: readonly (string | undefined)[], row: number): Issue[] {
  const key = keys[row];
  if (key === undefined || keys.indexOf(key) < row) return [];
  const all = ["width", "space", "case"];
  const otherRow = keys.findIndex((each) => each !== undefined && without(each, all) === without(key, all));
  const other = keys[otherRow];
  if (other === undefined || other === key) return [];
  // What is not needed to make them alike is left out, tried in this order.
  const by = all.reduce((needed, each) => {
    const fewer = needed.filter((one) => one !== each);
    return without(key, fewer) === without(other, fewer) ? fewer : needed;
  }, all);
  return [
    {
      kind: "nearKey",
      details: { column, key, rows: keys.filter((each) => each === key).length, other, otherRow, by },
    },
  ];
}

function repeatedIn({ group, unit = [] }: core.CoverageCheckInput, row: number): Issue[] {
  const rows = unit
    .map((each, index) => ({ unit: each?.trim(), group: group[index]?.trim(), index }))
    .filter((each) => each.unit !== undefined && each.group !== undefined);
  const own = rows.find((each) => each.index === row);
  const first = rows.find((each) => each.unit === own?.unit);
  if (own === undefined || first === undefined || first.index === row) return [];
  const here = rows.find((each) => each.unit === own.unit && each.group === own.group);
  if (here !== undefined && here.index < row)
    return [{ kind: "repeatedUnit", details: { unit: own.unit, firstRow: here.index } }];
  return [
    { kind: "unitInTwoGroups", details: { unit: own.unit, otherGroup: first.group, otherRow: first.index } },
  ];
}
