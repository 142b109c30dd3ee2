import {
  amount,
  amountNumber,
  decimalText,
  fundingSplitExplain,
  type SplitReason,
  toNumber,
  weight,
} from "@tallykit/core";
import { scaleLinear } from "d3-scale";

import { type Html, html } from "../text/html.ts";
import type { Language } from "../text/language.ts";
import { bar, drawn, label } from "./drawing.ts";

const texts = {
  title: { en: "10 shared by 2 : 3 : 1, step by step", zh: "10 按 2∶3∶1 分配的步骤" },
  description: {
    en: "Three rows of blocks, a block a step. The exact shares are 3.33, 5 and 1.67. Cut down to whole blocks they are 3, 5 and 1; the one block that is left over goes to the last row, which has the largest remainder: 3, 5 and 2.",
    zh: "三行方块，一块为一步。精确份额为 3.33、5、1.67，舍去后为 3、5、1；剩下的一块给余数最大的末行，得 3、5、2。",
  },
  exact: { en: "exact share", zh: "精确份额" },
  part: { en: "part", zh: "所得" },
  gets: { en: "largest remainder: +1", zh: "余数最大：+1" },
  goes: { en: "cut off", zh: "舍去" },
} as const;

const rowHeight = 72;
const across = scaleLinear([0, 5], [104, 384]);

/** How largest remainder makes whole parts of 10 by the weights 2, 3 and 1. */
export function largestRemainder(language: Language): Html {
  const { rows } = fundingSplitExplain({
    total: amount(10, 1),
    weights: [2, 3, 1].map((value) => weight(value)),
  });
  return drawn({
    name: "largest-remainder",
    title: texts.title[language],
    description: texts.description[language],
    width: 480,
    height: rowHeight * rows.length,
    shapes: rows.map((row, index) => rowOf(row, 8 + index * rowHeight, language)),
  });
}

/** A row of whole blocks, then the remainder: what is cut off, or what becomes a whole block. */
function rowOf(
  { share, roundedDown, remainder, oddStep, part }: SplitReason,
  top: number,
  language: Language,
): Html {
  const whole = amountNumber(roundedDown);
  const blocks = Array.from({ length: whole }, (_, step) =>
    bar(across(step) + 1, top, across(step + 1) - across(step) - 2, 26, "main"),
  );
  const rest = across(whole + toNumber(remainder)) - across(whole);
  const block = across(1) - across(0) - 2;
  const left =
    rest === 0
      ? undefined
      : html`${bar(across(whole) + 1, top, rest - 1, 26, oddStep ? "marked" : "faint")}${bar(across(whole) + 1, top, block, 26, "outline")}
        ${label(across(whole) + 1, top + 44, (oddStep ? texts.gets : texts.goes)[language], { look: oddStep ? "accent strong" : "soft" })}`;
  return html`${label(0, top + 14, toNumber(remainder) === 0 ? String(whole) : decimalText(share, 2), { look: "strong" })}${label(0, top + 34, texts.exact[language], { look: "soft" })}
  ${blocks}${left}
  ${label(480, top + 18, amountNumber(part), { look: "strong large", anchor: "end" })}${label(480, top + 36, texts.part[language], { look: "soft", anchor: "end" })}`;
}
