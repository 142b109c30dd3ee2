import { describe, expect, it } from "vitest";

import { type Figure, FigureModel, figures, type Reading, recompute, sources } from "./figures.ts";

const named = figures.map((figure) => [figure.id, figure] as const);
const numbered = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const isPrinted = ({ printed }: Reading): boolean => printed !== undefined;
const agrees = ({ printed, result }: Reading): boolean => JSON.stringify(printed) === JSON.stringify(result);

const mayCarry: Record<Figure["verdict"], (readings: readonly Reading[]) => boolean> = {
  agrees: (readings) => readings.some(agrees),
  derived: (readings) => readings.length > 0 && !readings.some(isPrinted),
  ambiguous: (readings) => readings.length >= 2,
  contradicts: (readings) => readings.some(isPrinted) && !readings.some(agrees),
  "not checkable": (readings) => readings.length === 0,
};

describe("the published figures", () => {
  it("have ids of their own", () => {
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
  });

  it("cover F01 to F35", () => {
    const covered = new Set(figures.map(({ id }) => id.slice(0, 3)));
    const due = numbered(1, 35).map((number) => `F${String(number).padStart(2, "0")}`);
    expect(due.filter((id) => !covered.has(id))).toEqual([]);
  });

  it("cover every line of the list once", () => {
    expect(figures.flatMap(({ lines }) => lines).sort((a, b) => a - b)).toEqual(numbered(1, 55));
  });

  it("name every source", () => {
    const cited = new Set(figures.flatMap(({ source }) => source));
    expect([...cited].sort((a, b) => a.localeCompare(b))).toEqual(Object.keys(sources));
  });

  it.each(named)("%s has a verdict that its readings bear out", (_, { verdict, readings }) => {
    expect(mayCarry[verdict](readings)).toBe(true);
  });

  it.each(named)("%s quotes numbers", (_, { published }) => {
    for (const number of published) expect(number).toMatch(/\d|^[一二两三四五六七八九十百千万亿]+[余多]?$/);
  });

  it.each(named)("%s names the denominator of its rates", (_, { denominator, readings }) => {
    const shows = readings.some(({ result }) => typeof result === "string" && result.endsWith("%"));
    if (shows) expect(denominator).toBeDefined();
  });
});

describe("a record", () => {
  it("holds nothing the model does not name", () => {
    expect(FigureModel.safeParse({ ...figures[0], remark: "" }).success).toBe(false);
  });
});

describe("the readings in plain arithmetic", () => {
  const plain = figures.flatMap(({ id, readings }) =>
    readings.filter(({ call }) => "arithmetic" in call).map((reading) => [id, reading] as const),
  );

  it.each(plain)("%s comes out as written", (_, { call, result }) => {
    expect(recompute(call, () => undefined)).toBe(result);
  });
});

describe("recompute", () => {
  it("hands a function and its arguments to the caller's own", () => {
    const echo = (id: string, args: readonly unknown[]): unknown => [id, ...args];
    expect(recompute({ function: "COVERAGE_RATE", arguments: [1, 4] }, echo)).toEqual([
      "COVERAGE_RATE",
      1,
      4,
    ]);
  });

  it("is exact where doubles are not", () => {
    expect(recompute({ arithmetic: "sum", of: ["0.1", "0.2"] }, () => undefined)).toBe(0.3);
    expect(recompute({ arithmetic: "quotient", of: ["1.005", "1"], decimals: 2 }, () => undefined)).toBe(
      1.01,
    );
  });
});
