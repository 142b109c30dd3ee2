import { basename } from "node:path";

import { engineNames } from "./engine/definedNames.ts";
import { readInput } from "./readInput.ts";
import { type RunningSheet, serveSheet } from "./server/serveSheet.ts";
import type { ServedSheet } from "./server/servedSheet.ts";
import { showInBrowser } from "./server/showInBrowser.ts";
import type { Streams } from "./streams.ts";
import { UsageError } from "./usage.ts";
import { workOnFile } from "./workOnFile.ts";
import { emptyBook } from "./xlsx/emptyBook.ts";
import { readBook } from "./xlsx/readBook.ts";

/** The options of `tally open`. */
export interface OpenOptions {
  /** The port to serve on. */
  readonly port?: string;
  /** Whether the address is shown in the browser of this machine. */
  readonly browser: boolean;
  /** The language of the page. */
  readonly lang?: "en" | "zh";
}

/** Serves the browser sheet until it is interrupted; a file that does not open is refused before. */
export async function open(
  file: string | undefined,
  { port, browser, lang }: OpenOptions,
  { output, errors }: Streams,
): Promise<void> {
  const served: ServedSheet = {
    ...(file === undefined ? { name: "", bytes: emptyBook() } : await readServed(file, errors)),
    ...(lang === undefined ? {} : { language: lang }),
  };
  const running = await serve(served, port);
  output.write(`The sheet is at ${running.address} (Ctrl-C ends it)\n`);
  if (browser) showInBrowser(running.address);
  await interrupted();
  await running.close();
}

async function readServed(file: string, errors: NodeJS.WritableStream): Promise<ServedSheet> {
  const bytes = await readInput(file);
  // Names that refer to themselves would be refused by the page; here, before anything is served.
  await workOnFile(file, errors, () => Promise.resolve().then(() => engineNames(readBook(bytes))));
  return { name: basename(file), bytes };
}

async function serve(served: ServedSheet, port: string | undefined): Promise<RunningSheet> {
  const number = port === undefined ? undefined : Number(port);
  if (number !== undefined && !(Number.isInteger(number) && number >= 0 && number <= 65_535)) {
    throw new UsageError(`${String(port)} is no port; name one from 0 to 65535`);
  }
  try {
    return await serveSheet(served, number === undefined ? {} : { port: number });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isTaken = code === "EADDRINUSE" || code === "EACCES";
    throw new UsageError(isTaken ? `the port ${String(port)} is taken; name another one` : message);
  }
}

/** Waits for Ctrl-C, or for the end that a supervisor asks for. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}
