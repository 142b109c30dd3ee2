import type { Family, Texts } from "@tallykit/sheet";

/** A language of the pages. */
export type Language = keyof Texts;

/** Both languages, the first of which stands at the root of the site. */
export const languages: readonly Language[] = ["en", "zh"];

/** The tag of each language, as `lang` attributes take it. */
export const languageTags: Texts = { en: "en", zh: "zh-CN" };

/** Each language in its own words. */
export const languageNames: Texts = { en: "English", zh: "中文" };

/** The other language. */
export function otherThan(language: Language): Language {
  return language === "en" ? "zh" : "en";
}

/** What the families are called. */
export const familyTexts: Readonly<Record<Family, Texts>> = {
  coverage: { en: "Coverage", zh: "覆盖" },
  growth: { en: "Growth and targets", zh: "增长与目标" },
  funding: { en: "Funding and quotas", zh: "资金与名额" },
  assessment: { en: "Assessment", zh: "评价" },
};
