import { ledgerCompleteness, type LedgerValue, type Rate } from "@tallykit/core";

import { type Cell, isCellError } from "../cell/cell.ts";
import { isAllText } from "../cell/ranges.ts";
import { isMissing, readKey, whereIs } from "../cell/reading.ts";
import { Refusal } from "../cell/refusal.ts";
import { choice, headers, withDefault } from "./cells.ts";
import { anyTable } from "./columns.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import type { Texts } from "./parameter.ts";
import { languageOf, rateCells, withTitles } from "./words.ts";

const nothingLeftOut = { missing: 0, invalid: 0 };

/** The name of a fact, from the first row of a ledger; a blank that the host handed over as 0 is none. */
function factName(cell: Cell, index: number): string {
  const place = { name: "facts", row: 1, column: index + 1 };
  const name = cell === 0 ? undefined : readKey(cell, place);
  if (name === undefined) throw new Refusal("#N/A", `the name of a fact in ${whereIs(place)}`);
  return name;
}

/** What a ledger's cell holds; in a range handed over as `range&""` the text "0" is 0. */
function ledgerValue(cell: Cell, numbersAsText: boolean): LedgerValue {
  if (isMissing(cell) || cell === null || isCellError(cell)) return undefined;
  return numbersAsText && Number(cell) === 0 ? 0 : cell;
}

const ledgerTitles = [
  { en: "fact", zh: "信息项" },
  { en: "known", zh: "已知" },
  { en: "units", zh: "单位数" },
  { en: "rate", zh: "完整率" },
  { en: "status", zh: "状态" },
];
const completeUnitsLabel: Texts = { en: "complete units", zh: "信息齐全单位" };
const allCellsLabel: Texts = { en: "all cells", zh: "全部信息项" };

/** How complete a ledger is. */
export const ledgerFunctions: readonly FunctionRow[] = [
  tableFunction({
    id: "LEDGER_COMPLETENESS",
    family: "coverage",
    calculator: "ledgerCompleteness",
    summary: {
      en: "How complete a ledger is: by fact, by whole units and over all its cells.",
      zh: "台账完整度：逐项、按信息齐全的单位及全部信息项。",
    },
    parameters: {
      facts: anyTable({
        zhName: "台账",
        en: 'A table: the first row names the facts, then a row a unit; rows at the end of nothing but blanks and zeros do not count. Hand over range&"" where blanks matter.',
        zh: '表格：首行为信息项名称，其后每行一个单位；末尾全为空白或 0 的行不计。须区分空白与 0 时写成 区域&""。',
      }),
      headers: headers(),
      zero: withDefault(
        choice(
          {
            zhName: "零值",
            en: "Whether 0 is known or missing.",
            zh: "0 视为已知（known）还是缺失（missing）。",
          },
          { known: "已知", missing: "缺失" },
        ),
        "known",
        "known",
      ),
    },
    calculate: ({ facts: [names = [], ...units], headers: titles, zero }) => {
      const language = languageOf(titles);
      const numbersAsText = isAllText([...names, ...units.flat()]);
      const ledger = names.map((name, index) => ({
        fact: factName(name, index),
        values: units.map((cells) => ledgerValue(cells[index] ?? null, numbersAsText)),
      }));
      const { facts, completeUnits, allCells } = ledgerCompleteness({ facts: ledger, zero });
      const row = (label: string, rate: Rate): (number | string)[] => [
        label,
        ...rateCells({ rate, leftOut: nothingLeftOut }, language),
      ];
      return withTitles(titles, ledgerTitles, [
        ...facts.map(({ fact, rate }) => row(fact, rate)),
        row(completeUnitsLabel[language], completeUnits),
        row(allCellsLabel[language], allCells),
      ]);
    },
    examples: [
      {
        arguments: [
          [
            ["business", "staff", "members"],
            ["weaving", 40, 3],
            ["freight", 8, 0],
            ["software", "n/a", 0],
            [null, 12, 1],
          ],
        ],
        result: [
          ["fact", "known", "units", "rate", "status"],
          ["business", 3, 4, 0.75, "ok"],
          ["staff", 3, 4, 0.75, "ok"],
          ["members", 4, 4, 1, "ok"],
          ["complete units", 2, 4, 0.5, "ok"],
          ["all cells", 10, 12, 10 / 12, "ok"],
        ],
      },
      {
        arguments: [
          [
            ["主营业务", "职工数", "成员数"],
            ["纺织", 40, 3],
            ["物流", 8, 0],
            ["软件", "缺", 0],
            [null, 12, 1],
          ],
          "zh",
          "缺失",
        ],
        result: [
          ["信息项", "已知", "单位数", "完整率", "状态"],
          ["主营业务", 3, 4, 0.75, "正常"],
          ["职工数", 3, 4, 0.75, "正常"],
          ["成员数", 2, 4, 0.5, "正常"],
          ["信息齐全单位", 1, 4, 0.25, "正常"],
          ["全部信息项", 8, 12, 8 / 12, "正常"],
        ],
      },
    ],
  }),
];
