import { fraction, type Fraction, over, plus } from "@tallykit/core";

import { shownCell, shownExactly, shownFraction, shownPercent } from "./shownValue.ts";
import {
  calledWith,
  cellsOf,
  numberIn,
  type TellWorking,
  titledTable,
  type WorkingInput,
} from "./working.ts";

/** COVERAGE_BY_GROUP, COVERAGE_ROLL_UP, COVERAGE_FUNNEL: every rate is a sum over a sum. */
export const tellPooled: TellWorking = ({ call, language }) => {
  const rows = calledWith(call, { headers: language });
  const [covered, eligible] = [sumOf(cellsOf(call, "covered")), sumOf(cellsOf(call, "eligible"))];
  const isPlain = rows.every((row) => row.every((cell) => typeof cell !== "object"));
  if (!isPlain) return undefined;
  const pooled = {
    en: "Each rate is the sum of the covered over the sum of the eligible of its rows. The total is pooled in the same way; it is not the mean of the rates, since groups differ in size.",
    zh: "每个覆盖率都是所含各行已覆盖之和除以应覆盖之和。合计也按同样办法合并计算，不是各组覆盖率的平均，因为各组规模不同。",
  };
  return {
    sentences: [pooled[language], ...totalSentence({ covered, eligible }, language)],
    table: titledTable(rows, language),
  };
};

function sumOf(cells: readonly Parameters<typeof numberIn>[0][]): Fraction | undefined {
  const numbers = cells.map(numberIn);
  return numbers.every((number) => number !== undefined)
    ? numbers.reduce<Fraction>((sum, number) => plus(sum, number), fraction(0n))
    : undefined;
}

/** The division of the total, where no row is left out of it. */
function totalSentence(
  { covered, eligible }: { readonly covered: Fraction | undefined; readonly eligible: Fraction | undefined },
  language: WorkingInput["language"],
): string[] {
  if (covered === undefined || eligible === undefined) {
    return [
      {
        en: "Rows with a missing or invalid value are left out of the totals; the status says how many.",
        zh: "缺失或无效的行不计入合计，状态栏注明行数。",
      }[language],
    ];
  }
  if (eligible.numerator === 0n) return [];
  const share = over(covered, eligible);
  const division = `${shownFraction(covered)}/${shownFraction(eligible)} = ${shownExactly(share, 10)}`;
  return [
    {
      en: `Total: ${division}, that is ${shownPercent(share)}.`,
      zh: `合计：${division}，即 ${shownPercent(share)}。`,
    }[language],
  ];
}

/** COVERAGE_CHANGE: what each group's rate and each group's share did. */
export const tellChange: TellWorking = ({ call, language }) => {
  const rows = calledWith(call, { headers: "en" });
  const groups = rows.slice(1, -1);
  const total = rows.at(-1);
  const [, before, after, points, fromRates, fromStructure] = total ?? [];
  if (typeof before !== "number" || typeof after !== "number" || typeof points !== "number") return undefined;
  const percent = (value: number): string => `${shownDigits(value * 100)}%`;
  const largest = groups
    .filter((row) => typeof row[6] === "number")
    .sort((a, b) => Math.abs(Number(b[6])) - Math.abs(Number(a[6])))[0];
  const zh = language === "zh";
  const sentences = [
    zh
      ? `总覆盖率由 ${percent(before)} 变为 ${percent(after)}，变动 ${shownDigits(points)} 个百分点（两个比率之差，不是百分之几）。`
      : `The rate of all went from ${percent(before)} to ${percent(after)}: ${shownDigits(points)} percentage points, the difference of two rates.`,
    zh
      ? `其中 ${shownDigits(Number(fromRates))} 个百分点来自各组覆盖率的变动，${shownDigits(Number(fromStructure))} 个百分点来自各组所占比重的变动；两部分之和即为总变动。`
      : `Of these, ${shownDigits(Number(fromRates))} points come from the groups' own rates and ${shownDigits(Number(fromStructure))} points from units moving between groups; both together are the whole change.`,
    zh
      ? "每组的覆盖率变动部分 = 100 ×（后期覆盖率 - 前期覆盖率）× 两期比重的平均；结构变动部分 = 100 ×（后期比重 - 前期比重）× 两期覆盖率的平均（北川分解法）。"
      : "For each group: part from rates = 100 × (rate after - rate before) × mean of both shares; part from structure = 100 × (share after - share before) × mean of both rates (Kitagawa).",
    ...(largest === undefined
      ? []
      : [
          zh
            ? `贡献最大的是“${shownCell(largest[0] ?? "")}”，为 ${shownDigits(Number(largest[6]))} 个百分点。`
            : `The largest contribution is that of ${shownCell(largest[0] ?? "")}: ${shownDigits(Number(largest[6]))} points.`,
        ]),
  ];
  return { sentences, table: titledTable(calledWith(call, { headers: language }), language) };
};

/** A number to six digits. */
function shownDigits(value: number): string {
  return String(Number(value.toPrecision(6)));
}
