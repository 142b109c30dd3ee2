import { describe, expect, test } from "vitest";

import { readBook } from "../packages/workbook/src/xlsx/readBook.ts";
import { firstBookFault, readShare } from "./deep/books.ts";

describe("workbooks bent in their tags, numbers, references and parts", () => {
  test("are read or refused, in time and small", () => {
    expect(firstBookFault({ cases: 250, seed: 20_261_122 })).toBeUndefined();
  });

  test("are bent little enough that many are still read", () => {
    expect(readShare({ cases: 150, seed: 1 })).toBeGreaterThan(0.15);
  });

  test("a reader that stumbles over one of them would be noticed", () => {
    const careless = (bytes: Uint8Array): unknown => {
      const [sheet] = readBook(bytes).sheets;
      return ["A1", "B1", "A2", "B2", "C2", "A3", "B3", "C3", "A5"].map((address) =>
        Object.keys(sheet!.cells.get(address)!),
      );
    };
    expect(firstBookFault({ cases: 400, seed: 1 }, [careless])?.words).toContain("it threw TypeError");
  });
});
