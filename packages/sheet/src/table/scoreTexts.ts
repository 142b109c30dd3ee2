import { type Weight, weightOf } from "@tallykit/core";

import type { Cell } from "../cell/cell.ts";
import { type Place, readNumber, whereIs } from "../cell/reading.ts";
import { Refusal } from "../cell/refusal.ts";
import { choice, withDefault } from "./cells.ts";
import type { CellParameter, ParameterText, Texts } from "./parameter.ts";

/** What people read about a column of scores. */
export const scoresText: ParameterText = {
  zhName: "得分",
  en: 'A column: the score of each unit, not rounded. A 0 at the end is taken for a blank: hand over range&"" where it is a score.',
  zh: '一列：每个单位的得分，不四舍五入。末尾的 0 视为空白，若为得分请写成 区域&""。',
};

/** The parameter that says what a missing score does. */
export function missingRule(): CellParameter<"error" | "reweight" | "zero"> {
  const text = {
    zhName: "缺分处理",
    en: 'What a missing score does: error, reweight (the others weigh more) or zero. Hand over range&"" where blanks matter.',
    zh: '缺分时：报错（error）、按其余权重折算（reweight）或计为零分（zero）。须区分空白与 0 时写成 区域&""。',
  };
  const words = { error: "报错", reweight: "折算", zero: "计零" };
  return withDefault(choice(text, words), "error", "error");
}

/** The parameter that says which end of the scores is best. */
export function rankOrder(): CellParameter<"descending" | "ascending"> {
  const text = {
    zhName: "排序方向",
    en: "Which score is first: descending (the highest) or ascending (the lowest).",
    zh: "名次从高分排起（descending）还是从低分排起（ascending）。",
  };
  return withDefault(choice(text, { descending: "降序", ascending: "升序" }), "descending", "descending");
}

/** Reads a weight or a share. */
export function readWeight(cell: Cell, place: Place): Weight {
  const value = readNumber(cell, place);
  if (value.numerator < 0n) throw new Refusal("#NUM!", `no negative number in ${whereIs(place)}`);
  return weightOf(value);
}

/** What people read about the bands' order. */
export const bandOrderText: ParameterText = {
  zhName: "等级顺序",
  en: "A column: the name of every band, from the lowest to the highest.",
  zh: "一列：全部等级名称，从最低到最高。",
};
/** What people read about bands before. */
export const bandBeforeText: ParameterText = {
  zhName: "原等级",
  en: "A column: each unit's band before; blank: it had none.",
  zh: "一列：每个单位的原等级；空白表示原来没有等级。",
};
/** What people read about bands after. */
export const bandAfterText: ParameterText = {
  zhName: "现等级",
  en: "A column: each unit's band after; blank: it has none.",
  zh: "一列：每个单位的现等级；空白表示现在没有等级。",
};

/** The words of moves. */
export const moveWords: Readonly<Record<"up" | "down" | "new" | "gone" | "none", Texts>> = {
  up: { en: "up", zh: "晋级" },
  down: { en: "down", zh: "降级" },
  new: { en: "new", zh: "新增" },
  gone: { en: "gone", zh: "退出" },
  none: { en: "no moves", zh: "无变动" },
};
