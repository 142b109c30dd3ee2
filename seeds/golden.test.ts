import { callFunction, findFunction } from "@tallykit/sheet";
import { describe, expect, test } from "vitest";

import { type Figure, figures, type Reading, recompute } from "./figures.ts";

const isPending = ({ call }: Reading): boolean =>
  "function" in call && findFunction(call.function) === undefined;
const readings = figures.flatMap((figure) => figure.readings.map((reading) => ({ figure, reading })));
const title = ({ figure, reading }: { figure: Figure; reading: Reading }): string =>
  `${figure.id} ${figure.name.en}: ${reading.reading.en}`;

describe("published figures, recomputed through the spreadsheet functions", () => {
  test.each(
    readings.filter(({ reading }) => !isPending(reading)).map((each) => [title(each), each.reading] as const),
  )("%s", (_, reading) => {
    expect(recompute(reading.call, callFunction)).toEqual(reading.result);
  });
});

describe("pending figures", () => {
  test("are those of the functions that do not exist yet", () => {
    const pending = readings.filter(({ reading }) => isPending(reading));
    const names = pending.map(
      ({ figure, reading }) => `${figure.id} ${"function" in reading.call ? reading.call.function : ""}`,
    );
    expect([...new Set(names)].sort()).toMatchInlineSnapshot(`
      [
        "F02 COVERAGE_CONSISTENT",
        "F02.3 COVERAGE_DUE",
        "F08 FUNDING_BASE_PLUS",
        "F18 COVERAGE_CONSISTENT",
        "F22 COVERAGE_IMPLIED",
        "F27 GROWTH_BASE",
        "F27.2 GROWTH_BASE",
        "L30 COVERAGE_DUE",
      ]
    `);
  });
});
