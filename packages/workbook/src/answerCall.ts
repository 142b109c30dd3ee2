import { findFunction, type Result, table } from "@tallykit/sheet";

import { UsageError } from "./usage.ts";

/** Answers `tally call ID '[arguments]'`: the result as JSON. */
export function answerCall(id: string | undefined, json: string | undefined): string {
  if (id === undefined || json === undefined) {
    throw new UsageError(
      "call needs a function and its arguments, such as: tally call COVERAGE_TEXT '[1999,2000]'",
    );
  }
  const row = knownFunction(id);
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch (error) {
    throw new UsageError(`the arguments are not valid JSON: ${(error as SyntaxError).message}`);
  }
  if (!Array.isArray(given)) throw new UsageError("the arguments must be a JSON list, such as [1999,2000]");
  return JSON.stringify(row.call(given) satisfies Result);
}

/** The function of that id, or a usage error that names the nearest. */
export function knownFunction(id: string): NonNullable<ReturnType<typeof findFunction>> {
  const row = findFunction(id);
  if (row !== undefined) return row;
  const word = id.toUpperCase().split(/[._]/).at(-1) ?? "";
  const near = table
    .filter((candidate) => word !== "" && candidate.id.includes(word))
    .map((candidate) => candidate.id);
  const hint = near.length > 0 ? `did you mean ${near.join(" or ")}?` : "tally functions lists them all";
  throw new UsageError(`there is no function ${id}; ${hint}`);
}
