import { existsSync, readdirSync, readFileSync } from "node:fs";

import { marked, type Tokens } from "marked";

import type { Language } from "../text/language.ts";

/** A guide as it is written. */
export interface Guide {
  /** Its file without the ending. */
  readonly name: string;
  readonly language: Language;
  /** Its heading. */
  readonly title: string;
  /** The first sentences of its first paragraph, as plain text. */
  readonly lead: string;
  /** Everything below the heading. */
  readonly text: string;
}

/** How long a lead may be. */
const longestLead = 200;

/** The guides in the order of a first reading; others follow by name. */
const firstOnes = [
  "start",
  "coverage",
  "targets",
  "splitting",
  "from-documents",
  "exactness",
  "errors",
  "not-in-excel",
];

const folders: Readonly<Record<Language, URL>> = {
  en: new URL("../../../../docs/guides/", import.meta.url),
  zh: new URL("../../../../docs/guides/zh/", import.meta.url),
};

/** The names of the guides that are written in both languages. */
export function guideNames(): readonly string[] {
  const names = readdirSync(folders.en)
    .filter((file) => file.endsWith(".md") && existsSync(new URL(file, folders.zh)))
    .map((file) => file.slice(0, -".md".length));
  const place = (name: string): number =>
    firstOnes.includes(name) ? firstOnes.indexOf(name) : firstOnes.length;
  return names.sort((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
}

/** Reads a guide. */
export function readGuide(name: string, language: Language): Guide {
  const source = readFileSync(new URL(`${name}.md`, folders[language]), "utf8");
  const [heading, ...rest] = marked.lexer(source).filter(({ type }) => type !== "space");
  const [first] = rest;
  if (heading?.type !== "heading" || first?.type !== "paragraph")
    throw new Error(`The guide ${name} (${language}) must begin with a heading and a paragraph.`);
  const { text: title } = heading as Tokens.Heading;
  const { text: opening } = first as Tokens.Paragraph;
  return {
    name,
    language,
    title,
    lead: leadOf(opening, language),
    text: source.slice(source.indexOf(heading.raw) + heading.raw.length),
  };
}

/** As many sentences of a paragraph as one takes in at a glance, without links and marks. */
function leadOf(paragraph: string, language: Language): string {
  const plain = paragraph
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[`*]/g, "")
    .replace(/\s*\n\s*/g, language === "zh" ? "" : " ");
  let lead = "";
  for (const { segment } of new Intl.Segmenter(language, { granularity: "sentence" }).segment(plain)) {
    // What leads to the other language is no part of it: every page has such a link.
    const isLong = lead !== "" && lead.length + segment.length > longestLead;
    if (isLong || /^(?:中文：|English: )/.test(segment)) break;
    lead += segment;
  }
  return lead.trim();
}

/** The fences of a guide, by what stands after the three backticks. */
export function fencesOf({ text }: Guide): readonly { readonly info: string; readonly code: string }[] {
  return marked
    .lexer(text)
    .filter((token): token is Tokens.Code => token.type === "code")
    .map(({ lang = "", text: code }) => ({ info: lang, code }));
}
