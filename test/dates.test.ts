import { execFileSync } from "node:child_process";

import { callFunction, table } from "@tallykit/sheet";
import { describe, expect, test } from "vitest";

/** Every function that takes dates. */
const dated = table.filter(({ parameters }) => "dateSystem" in parameters);
const zones = ["UTC", "Asia/Shanghai", "America/Los_Angeles", "America/Sao_Paulo", "Pacific/Apia"];
const program = `
  import { table } from "@tallykit/sheet";
  const dated = table.filter(({ parameters }) => "dateSystem" in parameters);
  const answers = dated.map((row) => row.examples.map(({ arguments: given }) => row.call(given)));
  console.log(JSON.stringify({ offset: new Date(2024, 6, 1).getTimezoneOffset(), answers }));
`;

describe("functions with dates", () => {
  test("are those of targets, terms, periods and early warnings", () => {
    expect(dated.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "EARLY_WARNING",
        "TARGET_STATUS",
        "TARGET_PRO_RATA",
        "TARGET_TO_DATE",
        "TERM_STATUS",
        "TERM_SUMMARY",
        "PERIODS_BETWEEN",
      ]),
    );
  });

  test("answer alike in every time zone", () => {
    const offsets = new Set<number>();
    for (const zone of zones) {
      const out = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
        env: { ...process.env, TZ: zone },
        encoding: "utf8",
      });
      const { offset, answers } = JSON.parse(out) as { offset: number; answers: unknown };
      offsets.add(offset);
      expect([zone, answers]).toEqual([
        zone,
        dated.map(({ examples }) => examples.map(({ result }) => result)),
      ]);
    }
    // The zones were really taken: each has another offset.
    expect(offsets.size).toBe(zones.length);
  });

  /** Days between the first days of the two date systems. */
  const between = 1462;
  type Cells = readonly (readonly unknown[])[];
  const rowsOf = (value: unknown): Cells => (Array.isArray(value) ? (value as Cells) : [[value]]);
  const shift = (value: unknown): unknown => (typeof value === "number" ? value - between : value);

  test.each(dated.map((row) => [row.id, row] as const))(
    "%s answers alike in both date systems",
    (id, row) => {
      const names = Object.keys(row.parameters);
      const isDate = Object.values(row.parameters).map(({ takes }) => takes === "date");
      for (const { arguments: given, result } of row.examples) {
        const moved = names.map((name, index) => {
          const argument: unknown = given[index] ?? null;
          if (name === "dateSystem") return 1904;
          if (isDate[index] !== true) return argument;
          return Array.isArray(argument)
            ? (argument as Cells).map((cells) => cells.map(shift))
            : shift(argument);
        });
        const answered = callFunction(id, moved);
        const pairs = rowsOf(answered).flatMap((cells, line) =>
          cells.map((cell, place) => [cell, rowsOf(result)[line]?.[place]] as const),
        );
        // A date that comes out is a serial of the system that was asked for; everything else is the same.
        const others = pairs.filter(([cell, shown]) => cell !== shown && cell !== shift(shown));
        expect(others).toEqual([]);
      }
    },
  );
});
