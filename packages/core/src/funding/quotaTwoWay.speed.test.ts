import { expect, test } from "vitest";
import { count } from "../exact/count.ts";
import { weight } from "../exact/weight.ts";
import { quotaTwoWay } from "./quotaTwoWay.ts";

test("50 rows and 50 columns, all of whose cells are tied, take no long search", () => {
  const lines = Array.from({ length: 50 }, (_, line) => line);
  const { places, ties } = quotaTwoWay({
    weights: lines.map(() => lines.map(() => weight(1))),
    rowPlaces: lines.map(() => count(25)),
    columnPlaces: lines.map(() => count(25)),
  });
  expect(places[0]).toEqual(lines.map((column) => (column < 25 ? 1 : 0)));
  expect(places[49]).toEqual(lines.map((column) => (column < 25 ? 0 : 1)));
  expect(ties[0]?.cells).toHaveLength(2500);
});
