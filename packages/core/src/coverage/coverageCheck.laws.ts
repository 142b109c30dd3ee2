import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { shownUnits } from "../exact/percentage.laws.ts";
import type { Law } from "../law.laws.ts";
import { coverageCheck, type CoverageCheckInput } from "./coverageCheck.ts";
import { printedAs } from "./coverageConsistent.laws.ts";
import { compareKinds, type CoverageFinding, type CoverageFindingKind } from "./coverageFinding.ts";
import { coverageText } from "./coverageText.ts";
import type { PrintedRate } from "./printedRate.ts";
import type { ReportedCell } from "./rowIssues.ts";

interface Row {
  readonly group: string | undefined;
  readonly covered: ReportedCell;
  readonly eligible: ReportedCell;
  readonly printed: PrintedRate | string | undefined;
  readonly eligibleBefore: ReportedCell;
  readonly unit: string | undefined;
}

const inputOf = (rows: readonly Row[]): CoverageCheckInput => ({
  group: rows.map(({ group }) => group),
  covered: rows.map(({ covered }) => covered),
  eligible: rows.map(({ eligible }) => eligible),
  printed: rows.map(({ printed }) => printed),
  eligibleBefore: rows.map(({ eligibleBefore }) => eligibleBefore),
  unit: rows.map(({ unit }) => unit),
});

const soundNumbers = fc
  .tuple(fc.integer({ min: 20, max: 10 ** 9 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3))
  .map(([eligible, share, decimals]) => {
    const covered = Math.floor(share * eligible);
    const text = coverageText({ covered: count(covered), eligible: count(eligible), decimals });
    return {
      covered,
      eligible,
      eligibleBefore: eligible,
      printed: { printed: printedAs(shownUnits(text), decimals), decimals },
    };
  });
/** Rows without fault: every unit its own, groups told apart by more than case, space and width. */
const soundRows = fc
  .array(fc.tuple(soundNumbers, fc.constantFrom("East", "West", "北区", "A1")), {
    minLength: 2,
    maxLength: 8,
  })
  .map((rows) => rows.map(([numbers, group], index): Row => ({ ...numbers, group, unit: `unit ${index}` })));

type Fault = readonly [kind: CoverageFindingKind, harm: (row: Row, first: Row) => Row];
const faults = fc.constantFrom<Fault[]>(
  ["missing", (row) => ({ ...row, group: undefined })],
  ["missing", (row) => ({ ...row, unit: undefined })],
  ["missing", (row) => ({ ...row, covered: undefined })],
  ["missing", (row) => ({ ...row, eligible: undefined, covered: undefined })],
  ["textNumber", (row) => ({ ...row, covered: String(row.covered) })],
  ["textNumber", (row) => ({ ...row, eligibleBefore: ` ${row.eligible ?? ""} ` })],
  ["notNumber", (row) => ({ ...row, eligible: "many" })],
  ["negative", (row) => ({ ...row, covered: -1 })],
  ["notWhole", (row) => ({ ...row, covered: 0.5 })],
  ["tooLarge", (row) => ({ ...row, eligible: 2 ** 53 })],
  ["noneEligible", (row) => ({ ...row, covered: 1, eligible: 0, eligibleBefore: 0 })],
  ["empty", (row) => ({ ...row, covered: 0, eligible: 0, eligibleBefore: 0 })],
  ["over", (row) => ({ ...row, covered: Number(row.eligible) + 1, printed: undefined })],
  ["nearKey", (row, first) => ({ ...row, group: first.group?.split("").join(" ") })],
  ["nearKey", (row, first) => ({ ...row, unit: first.unit?.toUpperCase() })],
  ["repeatedUnit", (row, first) => ({ ...row, unit: first.unit, group: first.group })],
  ["unitInTwoGroups", (row, first) => ({ ...row, unit: first.unit, group: "elsewhere" })],
  ["printedMismatch", (row) => ({ ...row, printed: { printed: printedAs(150n, 0), decimals: 0 } })],
  ["printedUnreadable", (row) => ({ ...row, printed: "nearly all" })],
  ["eligibleJump", (row) => ({ ...row, eligibleBefore: Math.floor(Number(row.eligible) / 2) })],
);
/** Sound rows of which some, but never the first, have one fault each. */
const harmedRows = fc
  .tuple(soundRows, fc.array(fc.option(faults, { freq: 2 }), { minLength: 8, maxLength: 8 }))
  .map(([rows, harms]) =>
    rows.map((row, index) => {
      const fault = index === 0 ? null : harms[index];
      return fault ? fault[1](row, rows[0]!) : row;
    }),
  );

/** Findings that depend on one row alone, as text without the row's number. */
const acrossRows: readonly CoverageFindingKind[] = ["nearKey", "repeatedUnit", "unitInTwoGroups"];
const textOf = ({ group, kind, details }: CoverageFinding): string =>
  JSON.stringify([group, kind, details], (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
const textsByRow = (findings: readonly CoverageFinding[], row: number): string =>
  findings
    .filter((finding) => finding.row === row && !acrossRows.includes(finding.kind))
    .map(textOf)
    .join("\n");
const numberAcross = (findings: readonly CoverageFinding[]): string =>
  acrossRows.map((kind) => findings.filter((finding) => finding.kind === kind).length).join();

const without =
  (kind: CoverageFindingKind): typeof coverageCheck =>
  (input) =>
    coverageCheck(input).filter((finding) => finding.kind !== kind);
/** Stops at the first finding, as a check that throws would. */
const onlyTheFirst: typeof coverageCheck = (input) => coverageCheck(input).slice(0, 1);

export const coverageCheckLaws: readonly Law<typeof coverageCheck>[] = [
  {
    name: "sound rows have no finding",
    property: (calculator) => fc.property(soundRows, (rows) => calculator(inputOf(rows)).length === 0),
    broken: (input) =>
      coverageCheck({
        ...input,
        printed: input.printed?.map((rate) => (typeof rate === "object" ? { ...rate, decimals: 4 } : rate)),
      }),
  },
  {
    name: "one fault gives exactly its finding, in its row",
    property: (calculator) =>
      fc.property(soundRows, faults, fc.nat(), (rows, [kind, harm], place) => {
        const row = 1 + (place % (rows.length - 1));
        const [first] = rows;
        const findings = calculator(
          inputOf(rows.map((each, index) => (index === row ? harm(each, first!) : each))),
        );
        return findings.length === 1 && findings[0]?.row === row && findings[0].kind === kind;
      }),
    broken: without("eligibleJump"),
  },
  {
    name: "permuting the rows permutes the findings",
    property: (calculator) =>
      fc.property(
        harmedRows.chain((rows) =>
          fc.tuple(
            fc.constant(rows),
            fc.shuffledSubarray([...rows.keys()], { minLength: rows.length, maxLength: rows.length }),
          ),
        ),
        ([rows, order]) => {
          const [before, after] = [
            calculator(inputOf(rows)),
            calculator(inputOf(order.map((row) => rows[row]!))),
          ];
          return (
            order.every((row, place) => textsByRow(before, row) === textsByRow(after, place)) &&
            numberAcross(before) === numberAcross(after)
          );
        },
      ),
    broken: onlyTheFirst,
  },
  {
    name: "findings come by row, and in a row by kind",
    property: (calculator) =>
      fc.property(harmedRows, harmedRows, (rows, others) => {
        const both = rows.map((row, index) => ({ ...row, ...(others[index] ?? row), covered: row.covered }));
        const findings = calculator(inputOf(both));
        return findings.every((finding, index) => {
          const next = findings[index + 1];
          if (next === undefined) return true;
          return finding.row < next.row || (finding.row === next.row && compareKinds(finding, next) <= 0);
        });
      }),
    broken: (input) => [...coverageCheck(input)].sort((a, b) => compareKinds(a, b)),
  },
  {
    name: "every finding names a row of the register and the row's group",
    property: (calculator) =>
      fc.property(harmedRows, (rows) =>
        calculator(inputOf(rows)).every(
          ({ row, group }) => row in rows && rows[row]?.group?.trim() === group,
        ),
      ),
    broken: (input) => coverageCheck(input).map((finding) => ({ ...finding, row: finding.row + 1 })),
  },
];
