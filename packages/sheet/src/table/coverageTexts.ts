import type { ParameterText } from "./parameter.ts";

// What several coverage functions say about the same parameter.

/** Covered units of one case. */
export const covered: ParameterText = {
  zhName: "已覆盖",
  en: "How many units are covered.",
  zh: "已覆盖的单位数。",
};
/** Eligible units of one case. */
export const eligible: ParameterText = {
  zhName: "应覆盖",
  en: "How many units could be covered: the rate's denominator.",
  zh: "应覆盖的单位数，即覆盖率的分母。",
};
/** Covered units, a row each. */
export const coveredColumn: ParameterText = {
  zhName: "已覆盖",
  en: "A column: covered units of each row.",
  zh: "一列：每行已覆盖的单位数。",
};
/** Eligible units, a row each. */
export const eligibleColumn: ParameterText = {
  zhName: "应覆盖",
  en: "A column: eligible units of each row.",
  zh: "一列：每行应覆盖的单位数。",
};

/** The group of each row. */
export const groupColumn: ParameterText = {
  zhName: "组别",
  en: "A column: the group of each row.",
  zh: "一列：每行所属的组。",
};
