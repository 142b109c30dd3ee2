import { describe, expect, test } from "vitest";

import type { Result } from "./cell/cell.ts";
import { coverageChannelFunctions } from "./table/coverageChannels.ts";

const call = (id: string, ...given: readonly unknown[]): Result =>
  coverageChannelFunctions.find((row) => row.id === id)?.call(given) ?? "no such function";
const column = (...cells: readonly unknown[]): readonly (readonly unknown[])[] => cells.map((cell) => [cell]);
const rowsOf = (result: Result): readonly (readonly unknown[])[] =>
  Array.isArray(result) ? (result as readonly (readonly unknown[])[]) : [];

describe.each(coverageChannelFunctions.map((row) => [row.id, row] as const))("%s", (_, row) => {
  test.each(row.examples.map((example, index) => [index + 1, example] as const))(
    "example %i gives the result it shows",
    (_number, example) => {
      expect(row.call(example.arguments)).toEqual(example.result);
    },
  );
});

describe("COVERAGE_DUE", () => {
  test("reads a unit without members in both ways that the published rule allows", () => {
    expect(call("COVERAGE_DUE", 0)).toBe("work");
    expect(call("COVERAGE_DUE", 0, 3, 0)).toBe("joint");
  });

  test("answers in Chinese, for thresholds in cells of their own", () => {
    expect(call("COVERAGE_DUE", column(0, 1, 3), 3, 1, "ZH")).toEqual(
      column("工作覆盖", "联合组建", "单独组建"),
    );
  });

  test("errs only in the cell that is wrong", () => {
    expect(call("COVERAGE_DUE", column(3, null, -1, "3"))).toEqual([
      ["own"],
      [{ error: "#N/A", message: "COVERAGE_DUE requires a number in members, row 2; the cell is blank." }],
      [expect.objectContaining({ error: "#NUM!" })],
      [expect.objectContaining({ error: "#VALUE!" })],
    ]);
  });

  test("refuses thresholds in the wrong order in words", () => {
    expect(call("COVERAGE_DUE", 2, 1, 3)).toEqual({
      error: "#VALUE!",
      message: "COVERAGE_DUE requires ownFrom (1) not to be below jointFrom (3).",
    });
  });
});

describe("COVERAGE_CHANNELS", () => {
  const members = column(3, 1, 1);
  const form = column("own", "joint", "none");
  const units = column(1442, 6015, 558);

  test("gives the published classes and their total in one table", () => {
    const [own, joint, work, total] = rowsOf(
      call("COVERAGE_CHANNELS", members, form, null, null, "none", units),
    );
    const [share, pooled] = [0.9151072569602922, 0.9303805364940736];
    expect(own).toEqual(["own due (3 or more)", 1442, 1442, 0, 0, 0, 1, 1, 1, 1, "ok"]);
    expect(joint).toEqual(["joint due (1 to 2)", 6573, 0, 6015, 0, 558, share, 0, share, share, "ok"]);
    expect(work).toEqual(["work due (0)", 0, 0, 0, 0, 0, "", "", "", "", "empty"]);
    expect(total?.slice(0, 7)).toEqual(["total", 8015, 1442, 6015, 0, 558, pooled]);
  });

  test("names the classes by the sizes that the policy gives them", () => {
    const namesOf = (ownFrom: number, jointFrom: number, headers: string): unknown[] =>
      rowsOf(call("COVERAGE_CHANNELS", [[3]], [["own"]], ownFrom, jointFrom, headers))
        .slice(headers === "none" ? 0 : 1, -1)
        .map(([name]) => name);
    expect(namesOf(25, 10, "none")).toEqual([
      "own due (25 or more)",
      "joint due (10 to 24)",
      "work due (fewer than 10)",
    ]);
    expect(namesOf(25, 10, "zh")).toEqual([
      "应单独组建（25人及以上）",
      "应联合组建（10至24人）",
      "应工作覆盖（不足10人）",
    ]);
    expect(namesOf(2, 1, "none")).toEqual(["own due (2 or more)", "joint due (1)", "work due (0)"]);
    expect(namesOf(1, 1, "zh")).toEqual([
      "应单独组建（1人及以上）",
      "应联合组建（无此规模）",
      "应工作覆盖（0人）",
    ]);
  });

  test("leaves rows out that lack a value, says how many, and leaves a class blank that has no other", () => {
    const table = call("COVERAGE_CHANNELS", column(3, 3, 1, null), column("own", "缺", "-", "joint"));
    expect(rowsOf(table).slice(1)).toEqual([
      ["own due (3 or more)", 1, 1, 0, 0, 0, 1, 1, 1, 1, "ok, 1 row left out"],
      ["joint due (1 to 2)", "", "", "", "", "", "", "", "", "", "missing, 1 row left out"],
      ["work due (0)", 0, 0, 0, 0, 0, "", "", "", "", "empty"],
      ["total", 1, 1, 0, 0, 0, 1, 1, 1, 1, "ok, 3 rows left out"],
    ]);
  });

  test("says invalid where nothing but impossible rows is in a class", () => {
    const table = call("COVERAGE_CHANNELS", column(3), column("own"), 3, 1, "none", column(0.5));
    expect(rowsOf(table).map((cells) => cells.at(-1))).toEqual([
      "invalid, 1 row left out",
      "empty",
      "empty",
      "invalid, 1 row left out",
    ]);
  });

  test("with staff, leaves units outside that have no members and fewer than 8 staff", () => {
    const table = (staffFrom?: number): Result =>
      call(
        "COVERAGE_CHANNELS",
        column(0, 0, 1),
        column("none", "work", "joint"),
        null,
        null,
        "none",
        null,
        column(7, 8, 1),
        staffFrom,
      );
    expect(rowsOf(table()).at(-1)?.slice(1, 6)).toEqual([2, 0, 1, 1, 0]);
    expect(rowsOf(table(7)).at(-1)?.slice(1, 6)).toEqual([3, 0, 1, 1, 1]);
  });

  test("takes rows that lie across, and ignores blank ones at the end", () => {
    const table = call("COVERAGE_CHANNELS", [[3, 2, 0]], [["Own", "联合组建", 0]], null, null, "none");
    expect(rowsOf(table).at(-1)?.slice(0, 6)).toEqual(["total", 2, 1, 1, 0, 0]);
  });

  test("refuses a form that is not on the list, and thresholds in the wrong order, in words", () => {
    expect(call("COVERAGE_CHANNELS", members, column("own", "shared", "none"))).toEqual({
      error: "#VALUE!",
      message:
        'COVERAGE_CHANNELS requires form, row 2 to be one of own, joint, work, none; found the text "shared".',
    });
    expect(call("COVERAGE_CHANNELS", members, form, 1, 3)).toEqual({
      error: "#VALUE!",
      message: "COVERAGE_CHANNELS requires ownFrom (1) not to be below jointFrom (3).",
    });
  });
});

describe("COVERAGE_AREAS", () => {
  /** A register of five towns with the published sums: 121 units, 24 organisations of their own, 5 joint ones. */
  const register = Array.from({ length: 121 }, (_, index) => {
    const town = (index % 5) + 1;
    return [`town ${town}`, `unit ${index + 1}`, index < 24 ? `own ${index + 1}` : `joint ${town}`] as const;
  });
  const [areas, names, organisations] = [0, 1, 2].map((place) => register.map((row) => [row[place]]));

  test("gives the published coverage of five towns: 24 own and 5 joint for 97 units cover all 121", () => {
    const table = rowsOf(call("COVERAGE_AREAS", areas, names, organisations));
    expect(table).toHaveLength(7);
    expect(table.at(-1)).toEqual(["total", 121, 24, 5, 24, 97, 121, 1, "ok"]);
    // Town 1 has units 1, 6, ... 121, of which 1 to 21 have their own organisation.
    expect(table[1]).toEqual(["town 1", 25, 5, 1, 5, 20, 25, 1, "ok"]);
  });

  test("counts a joint organisation of two areas in each, and once in the total", () => {
    const table = call("COVERAGE_AREAS", column("A", "B"), column(1, 2), column("X", "X"), "none");
    expect(table).toEqual([
      ["A", 1, 0, 1, 0, 1, 1, 1, "ok"],
      ["B", 1, 0, 1, 0, 1, 1, 1, "ok"],
      ["total", 2, 0, 1, 0, 2, 2, 1, "ok"],
    ]);
  });

  test("trims names, so that a unit listed twice counts once", () => {
    const table = call("COVERAGE_AREAS", column("A", " A"), column("1", 1), column("X", "X "), "none");
    expect(rowsOf(table).at(-1)).toEqual(["total", 1, 1, 0, 1, 0, 1, 1, "ok"]);
  });

  test("leaves rows out without a unit, and leaves an area blank that has no other", () => {
    const table = call("COVERAGE_AREAS", column("A", "B"), column("1", null), column(null, "X"), "zh");
    expect(rowsOf(table).slice(1)).toEqual([
      ["A", 1, 0, 0, 0, 0, 0, 0, "正常"],
      ["B", "", "", "", "", "", "", "", "缺失，1 行未计入"],
      ["合计", 1, 0, 0, 0, 0, 0, 0, "正常，1 行未计入"],
    ]);
  });

  test("lets form say that an organisation of one unit is joint", () => {
    const table = call("COVERAGE_AREAS", [["A"]], [["1"]], [["X"]], "none", [["联合组建"]]);
    expect(rowsOf(table).at(-1)).toEqual(["total", 1, 0, 1, 0, 1, 1, 1, "ok"]);
  });

  test("refuses two forms for one organisation in words", () => {
    const rows = [column("A", "A"), column("1", "2"), column("X", "X")];
    expect(call("COVERAGE_AREAS", ...rows, "en", column("own", "joint"))).toEqual({
      error: "#VALUE!",
      message: "COVERAGE_AREAS requires one form for the organisation X, own or joint; found both.",
    });
  });

  test("has nothing to calculate with where all is blank", () => {
    expect(call("COVERAGE_AREAS", column(null), column(0), column(""))).toMatchObject({ error: "#N/A" });
  });
});
