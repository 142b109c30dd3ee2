/** A text in both languages of the add-in. */
export interface Texts {
  /** English, the language where no other fits. */
  readonly en: string;
  /** Simplified Chinese. */
  readonly zh: string;
}

/** The languages as Office writes them. */
export const locales: Texts = { en: "en-US", zh: "zh-CN" };
