import { describe, expect, test } from "vitest";
import type { BandColumns } from "./bandPlaces.ts";
import { scoreMoves } from "./scoreMoves.ts";
import { scoreMovesList } from "./scoreMovesList.ts";

const _ = undefined;
const order = Object.freeze(["warn", "improve", "consolidate", "demonstrate"]);
/** Eight units: two stay, two rise, two fall, one appears, one vanishes; and one that was in no band either time. */
const years: BandColumns = Object.freeze({
  before: ["warn", "improve", "warn", "improve", "demonstrate", "consolidate", _, "improve", _],
  after: ["warn", "improve", "improve", "demonstrate", "warn", "improve", "consolidate", _, _],
  order,
});
const unit = "abcdefghi".split("");

describe("scoreMoves", () => {
  test("counts from each band to each, by hand", () => {
    expect(scoreMoves(years)).toEqual({
      bands: [
        { band: "warn", to: [1, 1, 0, 0], gone: 0, promotions: 1, demotions: 0 },
        { band: "improve", to: [0, 1, 0, 1], gone: 1, promotions: 1, demotions: 0 },
        { band: "consolidate", to: [0, 1, 0, 0], gone: 0, promotions: 0, demotions: 1 },
        { band: "demonstrate", to: [1, 0, 0, 0], gone: 0, promotions: 0, demotions: 1 },
      ],
      new: [0, 0, 1, 0],
      promotions: 2,
      demotions: 2,
      unchanged: 2,
      leftOut: 1,
    });
  });
});

describe("scoreMovesList", () => {
  test("lists who moved, in the order given", () => {
    expect(scoreMovesList({ unit, ...years })).toEqual([
      { unit: "c", before: "warn", after: "improve", steps: 1, move: "up" },
      { unit: "d", before: "improve", after: "demonstrate", steps: 2, move: "up" },
      { unit: "e", before: "demonstrate", after: "warn", steps: -3, move: "down" },
      { unit: "f", before: "consolidate", after: "improve", steps: -1, move: "down" },
      { unit: "g", before: _, after: "consolidate", steps: _, move: "new" },
      { unit: "h", before: "improve", after: _, steps: _, move: "gone" },
    ]);
  });

  test("is empty where all stayed, and keeps a unit whose name is missing", () => {
    const stayed = { before: ["warn"], after: ["warn"], order };
    expect(scoreMovesList({ unit: ["a"], ...stayed })).toEqual([]);
    expect(scoreMovesList({ unit: [_], before: ["warn"], after: ["improve"], order })).toMatchObject([
      { unit: _, move: "up" },
    ]);
  });

  test("refuses names that are not as many as the bands", () => {
    expect(() => scoreMovesList({ unit: ["a"], ...years })).toThrow(
      expect.objectContaining({ code: "sizeMismatch", details: { name: "unit", expected: 9, found: 1 } }),
    );
  });
});

describe.each([
  ["scoreMoves", (columns: BandColumns): unknown => scoreMoves(columns)],
  ["scoreMovesList", (columns: BandColumns): unknown => scoreMovesList({ unit: columns.before, ...columns })],
])("%s", (name, call) => {
  test.each<[string, BandColumns, string, string]>([
    ["no units", { before: [], after: [], order }, "emptyInput", "at least one value in before"],
    ["no bands", { before: [_], after: [_], order: [] }, "emptyInput", "at least one value in order"],
    [
      "columns of different length",
      { before: ["warn"], after: [], order },
      "sizeMismatch",
      "after to have as many values as there are rows (1); found 0",
    ],
    [
      "a band that is not in the order",
      { before: [_, "warn"], after: [_, "Warn"], order },
      "invalidValue",
      'after, row 2, to be one of the bands in order; found "Warn"',
    ],
    [
      "a band that is in the order twice",
      { before: ["warn"], after: ["warn"], order: ["warn", "improve", "warn"] },
      "conflict",
      'every band once in order; found "warn" twice',
    ],
  ])("refuses %s", (__, columns, code, words) => {
    expect(() => call(columns)).toThrow(
      expect.objectContaining({ code, message: `${name} requires ${words}` }),
    );
  });
});

test.each([
  ["scoreMoves", scoreMoves],
  ["scoreMovesList", (bands: BandColumns) => scoreMovesList({ ...bands, unit: ["A"] })],
])("%s refuses more bands than a table can have, before it makes one", (name, of) => {
  const order = Array.from({ length: 30_000 }, (_, band) => `band ${band}`);
  expect(() => of({ before: ["band 1"], after: ["band 2"], order })).toThrow(
    `${name} requires the number of bands in order to be at most 400; found 30000`,
  );
  expect(() => of({ before: ["band 1"], after: ["band 2"], order: order.slice(0, 400) })).not.toThrow();
});
