import { describe, expect, test } from "vitest";

import { table } from "./table.ts";

describe.each(table.map((row) => [row.id, row] as const))("%s", (_, row) => {
  test.each(row.examples.map((example, index) => [index + 1, example] as const))(
    "example %i gives the result it shows",
    (_number, example) => {
      expect(row.call(example.arguments)).toEqual(example.result);
    },
  );
});
