import { type Family, formulaOf, type FunctionRow, signatureOf, table } from "@tallykit/sheet";

import { knownFunction } from "./answerCall.ts";

type Language = "en" | "zh";

const families: Readonly<Record<Family, Readonly<Record<Language, string>>>> = {
  coverage: { en: "Coverage", zh: "覆盖" },
  growth: { en: "Growth and targets", zh: "增长与目标" },
  funding: { en: "Funding and quotas", zh: "资金与名额" },
  assessment: { en: "Assessment", zh: "评价" },
};

/** Every function with its sentence, family by family. */
export function functionList(language: Language): string {
  const width = Math.max(...table.map(({ id }) => id.length));
  const sections = Object.entries(families).map(([family, title]) => {
    const rows = table.filter((row) => row.family === family);
    const lines = rows.map((row) => `  ${row.id.padEnd(width)}  ${row.summary[language]}`);
    return lines.length === 0 ? "" : [title[language], ...lines].join("\n");
  });
  return sections.filter((section) => section !== "").join("\n\n");
}

/** One function: signature, parameters, choices and examples with their results. */
export function functionHelp(id: string, language: Language): string {
  const row = knownFunction(id);
  const words =
    language === "zh"
      ? { parameters: "参数", examples: "示例" }
      : { parameters: "Parameters", examples: "Examples" };
  return [
    `TALLY.${signatureOf(row, language)}`,
    row.summary[language],
    "",
    words.parameters,
    ...parameterLines(row, language),
    "",
    words.examples,
    ...row.examples.map(
      (example) => `  ${formulaOf(row.id, example.arguments)}\n    ${JSON.stringify(example.result)}`,
    ),
  ].join("\n");
}

function parameterLines({ parameters }: FunctionRow, language: Language): string[] {
  return Object.entries(parameters).flatMap(([key, { text, choices }]) => {
    const name = language === "zh" ? text.zhName : key;
    const words = Object.entries(choices ?? {}).map(([word, chinese]) => `${word} = ${chinese}`);
    return [`  ${name}  ${text[language]}`, ...words.map((word) => `      ${word}`)];
  });
}
