import { callFunction, findFunction } from "@tallykit/sheet";
import { describe, expect, test } from "vitest";

import { type Figure, figures, type Reading, recompute } from "./figures.ts";

const isPending = ({ call }: Reading): boolean =>
  "function" in call && findFunction(call.function) === undefined;
const readings = figures.flatMap((figure) => figure.readings.map((reading) => ({ figure, reading })));
const title = ({ figure, reading }: { figure: Figure; reading: Reading }): string =>
  `${figure.id} ${figure.name.en}: ${reading.reading.en}`;

/** A result without the words of its errors, which are tested with the functions. */
const withoutWords = (result: unknown): unknown =>
  JSON.parse(JSON.stringify(result, (key, value: unknown) => (key === "message" ? undefined : value)));

describe("published figures, recomputed through the spreadsheet functions", () => {
  test.each(
    readings.filter(({ reading }) => !isPending(reading)).map((each) => [title(each), each.reading] as const),
  )("%s", (_, reading) => {
    expect(withoutWords(recompute(reading.call, callFunction))).toEqual(reading.result);
  });
});

describe("pending figures", () => {
  test("are those of the functions that do not exist yet", () => {
    const pending = readings.filter(({ reading }) => isPending(reading));
    const names = pending.map(
      ({ figure, reading }) => `${figure.id} ${"function" in reading.call ? reading.call.function : ""}`,
    );
    expect([...new Set(names)].sort()).toMatchInlineSnapshot(`[]`);
  });
});
