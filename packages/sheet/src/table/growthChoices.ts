import type { GrowthRounding, RoundingPlace } from "@tallykit/core";

import { choice, withDefault } from "./cells.ts";
import type { CellParameter } from "./parameter.ts";

/** How the values of a path become whole, with the default that fits the function. */
export function rounding(byDefault: GrowthRounding): CellParameter<GrowthRounding> {
  const text = {
    zhName: "舍入",
    en: "How values become whole: none, nearest (half away from zero), up or down.",
    zh: "取整方式：不舍入、四舍五入、向上或向下。",
  };
  const words = { none: "不舍入", nearest: "四舍五入", up: "向上", down: "向下" };
  return withDefault(choice<GrowthRounding>(text, words), byDefault, byDefault);
}

/** Where the values of a path become whole. */
export const place: CellParameter<RoundingPlace> = withDefault(
  choice<RoundingPlace>(
    {
      zhName: "舍入位置",
      en: "end: each value is rounded from the exact path; each: the next grows from the rounded one.",
      zh: "末端：各期由精确值舍入；逐期：下期由舍入后的数值增长。",
    },
    { end: "末端", each: "逐期" },
  ),
  "end",
  "end",
);
