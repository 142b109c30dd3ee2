import { describe, expect, test } from "vitest";
import { keyColumn, type Names } from "./keyColumn.ts";

const parts = (values: Names): { codes: number[]; names: readonly string[] } => {
  const { codes, names } = keyColumn(Object.freeze(values));
  return { codes: [...codes], names };
};

describe("keyColumn", () => {
  test("numbers names in order of first appearance, sorted or not", () => {
    expect(parts(["b", "b", "a", "b", "c", "a"])).toEqual({
      codes: [0, 0, 1, 0, 2, 1],
      names: ["b", "a", "c"],
    });
  });

  test("gives a missing name no name, first, last, repeated, or a hole", () => {
    const values = [undefined, undefined, "a", "b", undefined, "a"];
    Reflect.deleteProperty(values, 3);
    expect(parts(values)).toEqual({ codes: [-1, -1, 0, -1, -1, 0], names: ["a"] });
  });

  test("tells names apart exactly, and knows no special names", () => {
    const values = ["A", "a", "A ", "", "é", "e\u0301", "__proto__", "constructor", "undefined"];
    expect(parts(values)).toEqual({ codes: [0, 1, 2, 3, 4, 5, 6, 7, 8], names: values });
  });

  test("takes a column without rows", () => {
    expect(parts([])).toEqual({ codes: [], names: [] });
  });
});
