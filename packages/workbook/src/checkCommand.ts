import { checkWorkbook, type CheckedWorkbook } from "./checkWorkbook.ts";
import { findingsTable, wrapped } from "./findingsTable.ts";
import { readInput } from "./readInput.ts";
import type { Streams } from "./streams.ts";
import { workOnFile } from "./workOnFile.ts";

/** The options of `tally check`. */
export interface CheckCommandOptions {
  /** A report as JSON. */
  readonly json?: true;
  /** The language of the report. */
  readonly lang: "en" | "zh";
}

/** As wide as a table is where nobody says how wide the terminal is. */
const usualWidth = 120;

/** Checks a file and reports; tells whether anything was found. The file is never written to. */
export async function check(
  file: string,
  options: CheckCommandOptions,
  { output, errors }: Streams,
): Promise<boolean> {
  const bytes = await readInput(file);
  const checked = await workOnFile(file, errors, (onProgress) => checkWorkbook(bytes, { onProgress }));
  const width = (output as Partial<NodeJS.WriteStream>).columns ?? usualWidth;
  output.write(
    options.json === true
      ? jsonReport(file, checked, options.lang)
      : textReport(checked, { ...options, width }),
  );
  return checked.findings.length > 0;
}

function textReport(
  { formulas, findings }: CheckedWorkbook,
  { lang, width }: { readonly lang: "en" | "zh"; readonly width: number },
): string {
  const summary = wrapped(summaries[lang](formulas, findings.length), width).join("\n");
  return findings.length === 0 ? `${summary}\n` : `${findingsTable(findings, lang, width)}\n${summary}\n`;
}

const summaries: Readonly<Record<"en" | "zh", (formulas: number, findings: number) => string>> = {
  en: (formulas, findings) =>
    `${counted(formulas, "formula")} and all data checked, ${findings === 0 ? "nothing found" : counted(findings, "finding")}`,
  zh: (formulas, findings) =>
    `已检查 ${formulas} 个公式及全部数据，${findings === 0 ? "未发现问题" : `发现 ${findings} 处问题`}`,
};

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function jsonReport(file: string, { formulas, findings }: CheckedWorkbook, lang: "en" | "zh"): string {
  const told = findings.map(({ sheet, cell, kind, says, advice, formula, error }) => ({
    sheet,
    cell,
    kind,
    says: says[lang],
    advice: advice[lang],
    ...(formula === undefined ? {} : { formula }),
    ...(error === undefined ? {} : { error }),
  }));
  return `${JSON.stringify({ file, formulas, findings: told })}\n`;
}
