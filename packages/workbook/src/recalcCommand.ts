import { stat, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";

import { readInput } from "./readInput.ts";
import { recalculate, type Recalculated } from "./recalculate.ts";
import type { Streams } from "./streams.ts";
import { UsageError } from "./usage.ts";
import { workOnFile } from "./workOnFile.ts";

/** The options of `tally recalc`. */
export interface RecalcOptions {
  /** Where the recalculated file goes. */
  readonly output?: string;
  /** Results in the place of formulas. */
  readonly values?: true;
  /** A report as JSON. */
  readonly json?: true;
}

/** Recalculates a file into another one, and reports; the file itself is never written to. */
export async function recalc(
  file: string,
  options: RecalcOptions,
  { output, errors }: Streams,
): Promise<void> {
  const target = options.output ?? join(dirname(file), `${basename(file, extname(file))}.recalculated.xlsx`);
  const bytes = await readInput(file);
  if (await isSameFile(file, target))
    throw new UsageError(`${target} is the file itself; name another one with -o`);
  const done = await workOnFile(file, errors, (onProgress) =>
    recalculate(bytes, { values: options.values === true, onProgress }),
  );
  try {
    await writeFile(target, done.bytes);
  } catch (error) {
    throw new UsageError(`cannot write ${target}: ${(error as Error).message}`);
  }
  output.write(options.json === true ? jsonReport(file, target, done) : textReport(target, done));
}

/** Tells whether two paths lead to one file, also through a link. */
async function isSameFile(file: string, other: string): Promise<boolean> {
  if (resolve(file) === resolve(other)) return true;
  const [a, b] = await Promise.all([stat(file), stat(other).catch(() => undefined)]);
  return b?.dev === a.dev && b.ino === a.ino;
}

function textReport(target: string, { formulas, errors }: Recalculated): string {
  const lines = errors.map(({ sheet, cell, error, message }) => {
    const place = `${sheet}!${cell}  ${error}`;
    return message === undefined ? place : `${place}  ${message}`;
  });
  const found = errors.length === 0 ? "no errors" : `${errors.length} with an error`;
  return [`${formulas} formulas recalculated, ${found}; written to ${target}`, ...lines, ""].join("\n");
}

function jsonReport(file: string, target: string, { formulas, errors }: Recalculated): string {
  return `${JSON.stringify({ file, output: target, formulas, errors })}\n`;
}
