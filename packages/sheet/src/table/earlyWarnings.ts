import {
  type Count,
  count,
  daysBetween,
  type CalendarDate,
  earlyWarning,
  exact,
  percentageText,
  type WarningReason,
} from "@tallykit/core";

import { counts, dateSystem, headers, withDefault } from "./cells.ts";
import { choices, keys, optionalColumn, reported, reportedTable } from "./columns.ts";
import { dayOf, daysOf } from "./days.ts";
import { channelWords } from "./formWords.ts";
import { type FunctionRow, tableFunction } from "./functionRow.ts";
import type { Texts } from "./parameter.ts";
import { asOf, lastElections, soonMonths, termYears, yearsOfRows } from "./termTexts.ts";
import { languageOf, withTitles } from "./words.ts";

const mostDecimals = 15;

function reasonText(warning: WarningReason): Texts {
  switch (warning.reason) {
    case "too-few-members":
      return { en: "too few members for its form", zh: "成员数低于组织形式的要求" };
    case "term-overdue":
      return { en: "term overdue", zh: "任期超期" };
    case "term-due-soon":
      return { en: "term due soon", zh: "任期即将届满" };
    case "rate-falling": {
      const falls = warning.rates.length - 1;
      return {
        en: `rate falling in ${falls === 1 ? "the last change" : `each of the last ${falls} changes`}`,
        zh: `比率连续 ${falls} 次下降`,
      };
    }
  }
}

function detailText(warning: WarningReason, day: CalendarDate): Texts {
  switch (warning.reason) {
    case "too-few-members": {
      const { form, members, required } = warning;
      return {
        en: `${form} requires ${inWords(required, "member")}; found ${members}`,
        zh: `${channelWords[form]}须有成员 ${required} 人，现有 ${members} 人`,
      };
    }
    case "term-overdue": {
      const { dueDate, daysOverdue } = warning.term;
      return {
        en: `due ${dueDate}, ${inWords(daysOverdue, "day")} overdue`,
        zh: `应于 ${dueDate} 换届，已超期 ${daysOverdue} 天`,
      };
    }
    case "term-due-soon": {
      const { dueDate } = warning.term;
      const left = daysBetween({ from: day, to: dueDate });
      return {
        en: `due ${dueDate}, in ${inWords(left, "day")}`,
        zh: `应于 ${dueDate} 换届，还有 ${left} 天`,
      };
    }
    case "rate-falling": {
      const text = ratesText(warning.rates);
      return { en: text, zh: text };
    }
  }
}

function inWords(number: number, thing: string): string {
  return `${number} ${number === 1 ? thing : `${thing}s`}`;
}

/** Rates that fall, with so many decimals that each is seen to be lower than the one before. */
function ratesText(rates: readonly number[]): string {
  const withDecimals = (decimals: number): string[] =>
    rates.map((rate) => percentageText({ ...exact(rate), decimals }));
  let texts = withDecimals(1);
  for (let decimals = 2; decimals <= mostDecimals && new Set(texts).size < rates.length; decimals += 1) {
    texts = withDecimals(decimals);
  }
  return texts.join(" → ");
}

/** Early warnings. */
export const earlyWarningFunctions: readonly FunctionRow[] = [
  tableFunction({
    id: "EARLY_WARNING",
    family: "coverage",
    calculator: "earlyWarning",
    summary: {
      en: "Early warnings: too few members for the form, a term overdue or due soon, a falling rate.",
      zh: "预警清单：成员数低于组织形式要求、任期超期或即将届满、比率连续下降。",
    },
    parameters: {
      unit: keys({ zhName: "单位", en: "A column: the name of each unit.", zh: "一列：各单位的名称。" }),
      members: reported({
        zhName: "成员数",
        en: "A column: how many members each unit has.",
        zh: "一列：各单位的成员数。",
      }),
      form: choices(
        {
          zhName: "组织形式",
          en: "A column: own, joint, work or none.",
          zh: "一列：own（单独组建）、joint（联合组建）、work（工作覆盖）或 none（未覆盖）。",
        },
        channelWords,
      ),
      lastElection: lastElections(),
      termYears: termYears(),
      asOf: asOf(),
      headers: headers(),
      ownFrom: withDefault<Count>(
        counts({
          zhName: "单独组建起点",
          en: "From how many members on a unit is due its own organisation.",
          zh: "成员数达到多少应单独组建。",
        }),
        count(3),
        "3",
      ),
      jointFrom: withDefault<Count>(
        counts({
          zhName: "联合组建起点",
          en: "From how many members on a unit is due a joint organisation.",
          zh: "成员数达到多少应联合组建。",
        }),
        count(1),
        "1",
      ),
      rates: optionalColumn(
        reportedTable({
          zhName: "历期比率",
          en: 'A table: one row of rates a unit, the oldest first; with blank cells give range&"".',
          zh: '一个表：每个单位一行比率，最早的在前；有空白单元格时请写成 区域&""。',
        }),
      ),
      fallingFor: withDefault<Count>(
        counts({
          zhName: "连降次数",
          en: "How many falls in a row are a warning.",
          zh: "连续下降多少次即预警。",
        }),
        count(3),
        "3",
      ),
      soonMonths: soonMonths(),
      dateSystem: dateSystem(),
    },
    calculate: (given) => {
      const { ownFrom, jointFrom, rates, fallingFor, dateSystem: system } = given;
      const language = languageOf(given.headers);
      const day = dayOf(given.asOf, system, { name: "asOf" });
      const warnings = earlyWarning({
        unit: given.unit.values,
        members: given.members.values,
        form: given.form.values,
        lastElection: daysOf(given.lastElection.values, system, "lastElection"),
        termYears: yearsOfRows(given.termYears, given.unit.values.length),
        asOf: day,
        policy: { ownFrom, jointFrom },
        history: rates && { rates, fallingFor },
        soonMonths: given.soonMonths,
      });
      const titles = [
        { en: "unit", zh: "单位" },
        { en: "reason", zh: "原因" },
        { en: "detail", zh: "说明" },
      ];
      const rows = warnings.map((warning) => [
        warning.unit ?? "",
        reasonText(warning)[language],
        detailText(warning, day)[language],
      ]);
      const clean = ["", { en: "no warnings", zh: "无预警" }[language], ""];
      return withTitles(given.headers, titles, rows.length === 0 ? [clean] : rows);
    },
    examples: [
      {
        arguments: [
          [["mill"], ["ford"], ["lake"]],
          [[2], [5], [1]],
          [["own"], ["own"], ["joint"]],
          [[45413], [44470], [44635]],
          5,
          46348,
        ],
        result: [
          ["unit", "reason", "detail"],
          ["mill", "too few members for its form", "own requires 3 members; found 2"],
          ["ford", "term overdue", "due 2026-10-01, 52 days overdue"],
          ["lake", "term due soon", "due 2027-03-15, in 113 days"],
        ],
      },
      {
        arguments: [
          [["东区"], ["西区"]],
          [[2], [5]],
          [["单独组建"], ["own"]],
          [[45413], [45413]],
          5,
          46348,
          "zh",
          null,
          null,
          [
            [0.95, 0.94, 0.93, 0.92],
            [0.915, 0.9149, 0.9148, 0.9147],
          ],
        ],
        result: [
          ["单位", "原因", "说明"],
          ["东区", "成员数低于组织形式的要求", "单独组建须有成员 3 人，现有 2 人"],
          ["东区", "比率连续 3 次下降", "95.0% → 94.0% → 93.0% → 92.0%"],
          ["西区", "比率连续 3 次下降", "91.50% → 91.49% → 91.48% → 91.47%"],
        ],
      },
    ],
  }),
];
