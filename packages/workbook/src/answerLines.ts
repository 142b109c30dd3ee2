import { once } from "node:events";
import { createInterface } from "node:readline";

import { callFunction, type Result } from "@tallykit/sheet";

/** Answers each line of input with a line of output, in order, whatever the line holds. */
export async function answerLines(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    const hasRoom = output.write(`${printed(answerLine(line, number), number)}\n`);
    if (!hasRoom) await once(output, "drain");
  }
}

/** Answers one line: `{"id":..,"args":[..]}`. */
function answerLine(line: string, number: number): Result {
  const wrong = (what: string): Result => ({
    error: "#VALUE!",
    message: `Line ${number} ${what}; a line is {"id":"COVERAGE_RATE","args":[3,4]}.`,
  });
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    return wrong("is not valid JSON");
  }
  if (typeof request !== "object" || request === null) return wrong("is no object");
  const { id, args = [] } = request as { readonly id?: unknown; readonly args?: unknown };
  if (typeof id !== "string") return wrong("has no id");
  if (!Array.isArray(args)) return wrong("has args that are no list");
  return callFunction(id, args);
}

/** A result as JSON; one that is too long for a text becomes an error, so that the next lines are still answered. */
function printed(result: Result, number: number): string {
  try {
    return JSON.stringify(result);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return JSON.stringify({
      error: "#VALUE!",
      message: `The answer to line ${number} is too long to print.`,
    });
  }
}
