import {
  type Count,
  count,
  coverageCheck,
  coverageConsistent,
  type CoverageInput,
  coverageImplied,
  exactText,
  fraction,
  over,
  toNumber,
} from "@tallykit/core";

import type { ResultCell } from "../cell/cell.ts";
import { Refusal } from "../cell/refusal.ts";
import { counts, headers, number, withDefault } from "./cells.ts";
import { optionalColumn } from "./columns.ts";
import { covered, coveredColumn, eligible, eligibleColumn, groupColumn } from "./coverageTexts.ts";
import { findingCells, findingTitles, noFindings } from "./findingTexts.ts";
import { cellFunction, cellsFunction, type FunctionRow, tableFunction } from "./functionRow.ts";
import type { CellParameter, ParameterText } from "./parameter.ts";
import { type PrintedCell, printedRate, printedText, withDecimals } from "./printedRates.ts";
import { countsAsReported, namesAsReported, printedAsReported } from "./reportedCells.ts";
import { languageOf, withTitles } from "./words.ts";

/** From here on a printed number may be per cent that were meant as a fraction. */
const leastHundredfold = 2;

const decimals = (text: ParameterText): CellParameter<Count> =>
  withDefault<Count>(counts(text), count(1), "1");

/** A cell for an end of the interval that is not there. */
const none = (words: string): ResultCell => ({ error: "#N/A", message: `COVERAGE_IMPLIED ${words}.` });

/** Refuses 91.5 where it was meant as 91.5 %: the hundredth of it would agree. */
function refuseHundredfold(
  { printed, ownDecimals }: PrintedCell,
  shown: CoverageInput & { readonly decimals: number },
): void {
  if (ownDecimals !== undefined || toNumber(printed) < leastHundredfold) return;
  const hundredth = over(printed, fraction(100n));
  if (!coverageConsistent({ ...shown, printed: hundredth })) return;
  const meant = `did you mean ${exactText(hundredth)}?`;
  throw new Refusal(
    "#VALUE!",
    `printed to be a fraction (${meant}) or text with a sign; found ${exactText(printed)}`,
  );
}

/** Printed figures: what they imply, whether they can be, and the report on a whole table. */
export const coverageFigureFunctions: readonly FunctionRow[] = [
  cellsFunction({
    id: "COVERAGE_IMPLIED",
    family: "coverage",
    calculator: "coverageImplied",
    summary: {
      en: "The denominator that a published rise in percentage points implies.",
      zh: "由公布的新增数和提高的百分点反推分母。",
    },
    parameters: {
      added: counts({
        zhName: "新增数",
        en: "How many units are newly covered.",
        zh: "新增的已覆盖单位数。",
      }),
      points: number({
        zhName: "百分点",
        en: "The percentage points that they are said to be, above 0: 9.4, not 0.094.",
        zh: "公布提高的百分点，大于 0：填 9.4，不要填 0.094。",
      }),
      decimals: decimals({
        zhName: "小数位数",
        en: "Decimals of the printed points, 0 to 15.",
        zh: "公布百分点的小数位数，0 到 15。",
      }),
    },
    width: 3,
    calculate: (input) => {
      const { exactly, lowest, highest } = coverageImplied(input);
      if (lowest === undefined) {
        const nowhere = none("finds no whole denominator of which so many units print as these points");
        return [exactly, nowhere, nowhere];
      }
      const open = none("finds no highest denominator: every larger one prints 0 points, too");
      return [exactly, lowest, highest ?? open];
    },
    examples: [
      { arguments: [1677, 9.4], result: [[838500 / 47, 17747, 17935]] },
      {
        arguments: [
          [[1677], [85]],
          [[9.4], [17.6]],
        ],
        result: [
          [838500 / 47, 17747, 17935],
          [85000 / 176, 482, 484],
        ],
      },
    ],
  }),
  cellFunction({
    id: "COVERAGE_CONSISTENT",
    family: "coverage",
    calculator: "coverageConsistent",
    summary: {
      en: "Whether a printed percentage can come from its two counts.",
      zh: "检验公布的百分比与分子分母是否相符。",
    },
    parameters: {
      covered: counts(covered),
      eligible: counts(eligible),
      printed: printedRate(printedText),
      decimals: decimals({
        zhName: "小数位数",
        en: "Decimals of the percentage, 0 to 15, where printed is a number.",
        zh: "百分数的小数位数，0 到 15；公布值为数字时使用。",
      }),
    },
    calculate: ({ printed, decimals: asked, ...shown }) => {
      const isConsistent = coverageConsistent({ ...shown, ...withDecimals(printed, asked) });
      if (!isConsistent) refuseHundredfold(printed, { ...shown, decimals: asked });
      return isConsistent;
    },
    examples: [
      { arguments: [6015, 6573, 0.915], result: true },
      { arguments: [6015, 6573, "91.50%"], result: false },
      { arguments: [2257, 919, "100%"], result: false },
    ],
  }),
  tableFunction({
    id: "COVERAGE_CHECK",
    family: "coverage",
    calculator: "coverageCheck",
    summary: {
      en: "What is wrong with the rows of a coverage table, row by row.",
      zh: "逐行检查覆盖率数据，列出问题和处理办法。",
    },
    parameters: {
      group: namesAsReported(groupColumn),
      covered: countsAsReported(coveredColumn),
      eligible: countsAsReported(eligibleColumn),
      printed: optionalColumn(
        printedAsReported({
          zhName: printedText.zhName,
          en: 'A column: the rate printed for each row, a fraction such as 0.915 or text such as "91.5%"; blank: none.',
          zh: "一列：每行公布的比例，0.915 这样的小数或“91.5%”这样的文本；空白表示未公布。",
        }),
      ),
      eligibleBefore: optionalColumn(
        countsAsReported({
          zhName: "上期应覆盖",
          en: "A column: eligible units of each row a period before; blank: not known.",
          zh: "一列：每行上期应覆盖的单位数；空白表示不清楚。",
        }),
      ),
      headers: headers(),
      unit: optionalColumn(
        namesAsReported({
          zhName: "单位",
          en: "A column: the unit that each row stands for, to find units counted twice.",
          zh: "一列：每行所指的单位，用于查找重复计数。",
        }),
      ),
      decimals: decimals({
        zhName: "小数位数",
        en: "Decimals of the printed percentages that are numbers, 0 to 15.",
        zh: "公布值为数字时百分数的小数位数，0 到 15。",
      }),
    },
    calculate: (given) => {
      const language = languageOf(given.headers);
      const printed = given.printed?.map((rate) =>
        typeof rate === "object" ? withDecimals(rate, given.decimals) : rate,
      );
      const findings = coverageCheck({ ...given, printed });
      const rows = findings.map((finding) => findingCells(finding, language));
      return withTitles(
        given.headers,
        findingTitles,
        rows.length > 0 ? rows : [["", "", noFindings[language], ""]],
      );
    },
    examples: [
      {
        arguments: [
          [["own"], ["joint"]],
          [[1442], [6015]],
          [[1442], [6573]],
          [[1], [0.915]],
        ],
        result: [
          ["row", "group", "finding", "detail"],
          ["", "", "no findings", ""],
        ],
      },
      {
        arguments: [
          [["East"], ["east"]],
          [[2257], ["3"]],
          [[919], [4]],
          [["100%"], [null]],
        ],
        result: [
          ["row", "group", "finding", "detail"],
          [
            1,
            "East",
            "over",
            "2257 covered of 919 eligible is more than 100%; check that both count the same units, each once",
          ],
          [
            1,
            "East",
            "printed figure disagrees",
            "printed as 100%, but 2257 of 919 is 246%; 100% would be 915 to 923 of 919; correct the figure or the counts",
          ],
          [
            2,
            "east",
            "number stored as text",
            'covered holds the text "3", which sums pass over; enter it again as a number',
          ],
          [
            2,
            "east",
            "near-equal name",
            'group "east" (1 row) differs from "East" (row 1) only by case; write both alike, or they may count as two',
          ],
        ],
      },
      {
        arguments: [[["东区"], ["西区"]], [[5], [null]], [[0], [100]], null, [[0], [80]], "zh"],
        result: [
          ["行", "组别", "问题", "说明"],
          [1, "东区", "应覆盖为零", "已覆盖为 5，应覆盖却为 0，无法计算覆盖率；请核对应覆盖数"],
          [2, "西区", "缺失", "已覆盖缺失；请补填，不清楚的不要填 0"],
          [2, "西区", "分母突变", "应覆盖由 80 变为 100（+25.0%），变动超过 10%；请说明原因，有误的请更正"],
        ],
      },
    ],
  }),
];
