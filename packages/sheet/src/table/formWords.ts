import type { CoverageChannel, CoverageForm } from "@tallykit/core";

import type { Choices, Texts } from "./parameter.ts";

/** The forms of organisation that may be due, as a result says them. */
export const formTexts: Readonly<Record<CoverageForm, Texts>> = {
  own: { en: "own", zh: "单独组建" },
  joint: { en: "joint", zh: "联合组建" },
  work: { en: "work", zh: "工作覆盖" },
};

/** The two forms that an organisation itself can have, as words of a list. */
export const organisationForms: Choices<"own" | "joint"> = {
  own: formTexts.own.zh,
  joint: formTexts.joint.zh,
};

/** What covers a unit, as words of a list. */
export const channelWords: Choices<CoverageChannel> = {
  ...organisationForms,
  work: formTexts.work.zh,
  none: "未覆盖",
};
