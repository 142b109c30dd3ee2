import type { ParameterText } from "./parameter.ts";

/** What people read about weights. */
export const weightsText: ParameterText = {
  zhName: "权重",
  en: "A column of weights from 0; only their ratio matters.",
  zh: "一列不小于 0 的权重，只看比例。",
};
/** What people read about a minimum. */
export const minimumText: ParameterText = {
  zhName: "下限",
  en: "The least each row gets: one value, or a column (blank: no bound). One value skips rows of 0 or blank at the end.",
  zh: "每行最少得到的数：一个值，或一列（空白表示无下限）。一个值不作用于末尾的零行或空白行。",
};
/** What people read about a maximum. */
export const maximumText: ParameterText = {
  zhName: "上限",
  en: "The most each row gets: one value, or a column (blank: no bound).",
  zh: "每行最多得到的数：一个值，或一列（空白表示无上限）。",
};
/** What people read about labels. */
export const labelText: ParameterText = {
  zhName: "名称",
  en: "A column: the name of each row.",
  zh: "一列：每行的名称。",
};
