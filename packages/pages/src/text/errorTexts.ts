import type { ErrorCode } from "@tallykit/core";
import type { Texts } from "@tallykit/sheet";

/** What is said about an error: what happened, what to do, and a call that gives it. */
export interface ErrorText {
  /** What happened. */
  readonly meaning: Texts;
  /** What to do about it. */
  readonly remedy: Texts;
  /** A formula whose answer is this error. */
  readonly formula: string;
}

/** Every code of a calculator, in words: the one source of the guide, of the function pages and of what tests compare. */
export const errorTexts: Readonly<Record<ErrorCode, ErrorText>> = {
  divisionByZero: {
    meaning: { en: "A denominator is zero.", zh: "分母为零。" },
    remedy: {
      en: "Enter how many are eligible; where there are none, leave the row out: there is no rate.",
      zh: "请填入应覆盖数；确实没有的，不要计算这一行：它没有覆盖率。",
    },
    formula: "=TALLY.COVERAGE_RATE(1,0)",
  },
  outOfRange: {
    meaning: {
      en: "A number that cannot be: negative, fractional, not finite or too large.",
      zh: "不可能的数：负数、小数、非有限数或过大的数。",
    },
    remedy: {
      en: "Correct the number; goals and rates are fractions, so 95 % is 0.95 or 95%, not 95.",
      zh: "请更正该数；目标和比率是小数，95% 应写作 0.95 或 95%，不是 95。",
    },
    formula: "=TALLY.COVERAGE_GAP(45,60,95)",
  },
  invalidValue: {
    meaning: {
      en: "Text where a number is due, or a word that is not on the list.",
      zh: "应为数字处是文本，或用词不在可选之列。",
    },
    remedy: {
      en: "Turn text into a number, or choose a word that the function's page lists.",
      zh: "请把文本转换为数字，或改用函数页面所列的词。",
    },
    formula: '=TALLY.FUNDING_SPLIT(100,{2;3;1},1,"biggest")',
  },
  sizeMismatch: {
    meaning: {
      en: "Columns that belong together have different lengths.",
      zh: "应当配套的各列行数不同。",
    },
    remedy: {
      en: "Select the same rows in every column.",
      zh: "请在各列中选取相同的行。",
    },
    formula: '=TALLY.COVERAGE_BY_GROUP({"east";"west"},{45},{60;70})',
  },
  missingValue: {
    meaning: {
      en: "A value is missing where one is needed.",
      zh: "必须填写的值缺失。",
    },
    remedy: {
      en: "Fill in what is known; missing is not zero, so do not enter 0 for what is not known.",
      zh: "请补填已知的值；缺失不等于零，不清楚的不要填 0。",
    },
    formula: '=TALLY.SCORE_WEIGHTED({80,"n/a"},{1,1},"error")',
  },
  emptyInput: {
    meaning: {
      en: "There is nothing to calculate with.",
      zh: "没有可供计算的数据。",
    },
    remedy: {
      en: "Select cells that hold values.",
      zh: "请选取有内容的单元格。",
    },
    formula: '=TALLY.COVERAGE_BY_GROUP({""},{""},{""})',
  },
  allZero: {
    meaning: {
      en: "All weights are zero, so nothing says how to share.",
      zh: "权重全部为零，无从分配。",
    },
    remedy: {
      en: "Give at least one row a weight above zero.",
      zh: "请至少给一行填入大于零的权重。",
    },
    formula: "=TALLY.FUNDING_SPLIT(100,{0;0})",
  },
  notWholeSteps: {
    meaning: {
      en: "An amount is not a whole number of steps.",
      zh: "金额不是步长的整数倍。",
    },
    remedy: {
      en: "Round the amount to the step first, or choose a smaller step.",
      zh: "请先把金额舍入到步长，或改用更小的步长。",
    },
    formula: "=TALLY.FUNDING_SPLIT(100.07,{2;3;1},0.05)",
  },
  infeasibleBounds: {
    meaning: {
      en: "No answer keeps all the minimums and maximums.",
      zh: "所给的下限和上限无法同时满足。",
    },
    remedy: {
      en: "The message says by how much it fails: lower the minimums, or raise the maximums or the total, by that much.",
      zh: "提示中写明了差多少：请按此数调低下限，或调高上限、总额。",
    },
    formula: "=TALLY.FUNDING_SPLIT(100,{2;3;1},1,,40)",
  },
  conflict: {
    meaning: {
      en: "Options or values that do not go together.",
      zh: "所给的选项或数值互相矛盾。",
    },
    remedy: {
      en: "Use one of the two; the message names them.",
      zh: "请只保留其中一个，提示中已写明是哪两个。",
    },
    formula: "=TALLY.COVERAGE_DUE(2,1,3)",
  },
};
