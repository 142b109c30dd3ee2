import { readFileSync } from "node:fs";

import { findFunction } from "@tallykit/sheet";
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";

import { blankIsAnswer, tellsOfBlanks } from "@tallykit/sheet/check";
import { checkWorkbook, type CheckedWorkbook } from "./checkWorkbook.ts";
import { smallBook } from "./xlsx/bookFixtures.ts";
import { WorkbookFileError } from "./xlsx/workbookFileError.ts";

type Sheets = Readonly<Record<string, Readonly<Record<string, ExcelJS.CellValue>>>>;

/** Checks a workbook with these cells. */
async function checked(sheets: Sheets): Promise<CheckedWorkbook> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, cells] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name);
    for (const [address, value] of Object.entries(cells)) sheet.getCell(address).value = value;
  }
  return checkWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** The places and kinds of what is found in one sheet. */
async function found(cells: Readonly<Record<string, ExcelJS.CellValue>>): Promise<string[]> {
  const { findings } = await checked({ S: cells });
  return findings.map(({ cell, kind }) => `${cell} ${kind}`);
}

/** A column of cells under one another. */
const down = (
  column: string,
  values: readonly ExcelJS.CellValue[],
  firstRow = 1,
): Record<string, ExcelJS.CellValue> =>
  Object.fromEntries(values.map((value, index) => [`${column}${firstRow + index}`, value]));

const formula = (text: string, result?: string | number | boolean): ExcelJS.CellFormulaValue =>
  result === undefined ? { formula: text } : { formula: text, result };

describe("checkWorkbook", () => {
  test("finds one of each fault, with its address, in the order of sheets and rows", async () => {
    const { formulas, findings } = await checked({
      Units: {
        ...down("A", ["group", "East", "West", "east", "South", "North"]),
        ...down("B", ["covered", 3, "4", 9, null, 1]),
        ...down("C", ["eligible", 4, 8, 5, 6, 0]),
        G1: formula('_xldudf_TALLY_COVERAGE_BY_GROUP(A2:A6,B2:B6&"",C2:C6)'),
        A9: { error: "#REF!" },
        B9: "=SUM(B2:B6)",
      },
      "区 县": {
        A1: formula("1/0"),
        A2: formula("A1+1"),
        B1: formula("_xldudf_OTHER_PRICE(1)", 7),
        B2: formula("B1*2", 14),
        C1: formula("SUM(1,2)", 4),
        D1: formula("Table1[covered]", 4),
      },
    });
    expect(formulas).toBe(7);
    expect(findings.map(({ sheet, cell, kind }) => `${sheet}!${cell} ${kind}`)).toEqual([
      "Units!B3 textNumber",
      "Units!A4 nearKey",
      "Units!B4 over",
      "Units!B5 blank",
      "Units!B6 noneEligible",
      "Units!A9 storedError",
      "Units!B9 formulaText",
      "区 县!A1 formulaError",
      "区 县!B1 unknownFunction",
      "区 县!C1 stale",
      "区 县!D1 notCalculated",
      "区 县!A2 formulaError",
    ]);
  });

  test("finds nothing in the sample workbook but errors that are the answer", async () => {
    const { findings } = await checkWorkbook(new Uint8Array(readFileSync("seeds/figures.xlsx")));
    expect(findings.filter(({ kind, error }) => kind !== "formulaError" || error !== "#N/A")).toEqual([]);
  });

  test("tells of its progress up to the last formula", async () => {
    const calls: [number, number][] = [];
    await checkWorkbook(smallBook({ rows: '<row r="1"><c r="A1"><f>1+1</f></c></row>' }), {
      onProgress: (done, all) => calls.push([done, all]),
    });
    expect(calls.at(-1)).toEqual([1, 1]);
  });

  test("is done with hostile formulas in seconds", async () => {
    const long = `${"(".repeat(500)}${"a b1 ".repeat(4000)}`;
    const rows = [
      '<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">NOSUCH(1)</f><v>1</v></c></row>',
      ...[2, 3, 4].map(
        (row) => `<row r="${row}"><c r="A${row}"><f>${long}${"[".repeat(row)}</f><v>1</v></c></row>`,
      ),
    ].join("");
    const started = performance.now();
    const { findings } = await checkWorkbook(smallBook({ rows }));
    expect(findings.map(({ cell, kind }) => `${cell} ${kind}`)[0]).toBe("A1 unknownFunction");
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test("refuses bytes that are no workbook", async () => {
    await expect(checkWorkbook(new Uint8Array([1, 2, 3]))).rejects.toThrow(WorkbookFileError);
  });
});

describe("formulas", () => {
  test("tell our words, the formula, and the cell an error comes from", async () => {
    const { findings } = await checked({
      S: { A1: 5, B1: 0, C1: formula("_xldudf_TALLY_COVERAGE_RATE(A1,B1)", 2), D1: formula("S!C1*100") },
    });
    expect(findings.map(({ says, advice, formula: text, error }) => [says, advice.en, text, error])).toEqual([
      [
        {
          en: "#DIV/0!: COVERAGE_RATE requires eligible above zero; the file last held 2",
          zh: "#DIV/0!：除数为零或空白（COVERAGE_RATE requires eligible above zero）；文件原存 2",
        },
        "correct the formula or the cells it reads",
        "TALLY.COVERAGE_RATE(A1,B1)",
        "#DIV/0!",
      ],
      [
        { en: "#DIV/0!: a division by zero or by a blank cell", zh: "#DIV/0!：除数为零或空白" },
        "the error comes from C1; mend that first",
        "S!C1*100",
        "#DIV/0!",
      ],
    ]);
  });

  test("are errors cell by cell where they fill a range", async () => {
    const array = { formula: "_xldudf_TALLY_COVERAGE_RATE(A1:A3,B1:B3)", shareType: "array", ref: "C1:C3" };
    expect(await found({ ...down("A", [1, 2, 3]), ...down("B", [2, 0, 0]), C1: array })).toEqual([
      "C2 formulaError",
      "C3 formulaError",
    ]);
  });

  test("are stale where the file holds another value, also further down a range they fill", async () => {
    const { findings } = await checked({
      S: {
        A1: formula("1+1", 3),
        A2: formula('"a"&"b"', "ab"),
        A3: formula("1>2", true),
        A4: formula("1/3", 0.33333333333),
        A5: formula("1+1"),
      },
    });
    expect(findings.map(({ cell, says }) => [cell, says.en])).toEqual([
      ["A1", "the file holds 3, recalculating gives 2"],
      ["A3", "the file holds TRUE, recalculating gives FALSE"],
    ]);
    const rows =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">_xldudf_TALLY_FUNDING_SPLIT(10,{1;1},1)</f><v>5</v></c></row><row r="2"><c r="A2"><v>6</v></c></row>';
    const spilt = await checkWorkbook(smallBook({ rows }));
    expect(spilt.findings.map(({ cell, says }) => [cell, says])).toEqual([
      ["A1", { en: "the file holds 6 in A2, recalculating gives 5", zh: "文件的 A2 存的是 6，重算为 5" }],
    ]);
  });

  test("are not stale where they depend on the clock, on chance, or on what cannot be known", async () => {
    expect(
      await found({
        A1: formula("TODAY()", 40000),
        A2: formula("A1+30", 40030),
        A3: formula("SUM(A1:A2)", 80030),
        A4: formula("RAND()", 0.5),
        A5: formula('INDIRECT("A"&4)', 0.5),
        A6: formula('TEXT(1234.5,"#,##0")', "1,235"),
        A7: formula("SUBTOTAL(109,B1:B2)", 4),
        B1: 4,
        B2: 5,
      }),
    ).toEqual([]);
  });

  test("are not stale where the file is of the time before results filled other cells", async () => {
    expect(await found({ ...down("A", [1, 2, 3]), B2: formula("A1:A3*2", 4), B3: 1 })).toEqual([]);
  });

  test("that come to an error where the file holds a value are stale, unless the error has words or a cause", async () => {
    const { findings } = await checked({
      S: { A1: 0, A2: formula("1/A1", 5), A3: formula("A2*2", 10) },
    });
    expect(findings.map(({ cell, kind, says }) => [cell, kind, says.en])).toEqual([
      ["A2", "stale", "the file holds 5, recalculating gives #DIV/0!"],
      ["A3", "formulaError", "#DIV/0!: a division by zero or by a blank cell; the file last held 10"],
    ]);
  });

  test("with a name that each sheet has for itself are not calculated", async () => {
    const afterSheets =
      '<definedNames><definedName name="Goal">Sheet1!$A$1</definedName><definedName name="Goal" localSheetId="0">Sheet1!$A$2</definedName></definedNames>';
    const rows =
      '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>Goal*2</f><v>12</v></c></row><row r="2"><c r="A2"><v>6</v></c></row>';
    const { findings } = await checkWorkbook(smallBook({ rows, afterSheets }));
    expect(findings.map(({ cell, kind }) => `${cell} ${kind}`)).toEqual(["B1 notCalculated"]);
  });

  test("that call what nobody knows are listed once, and what depends on them is left alone", async () => {
    const { findings } = await checked({
      S: {
        A1: formula("SUM(NOSUCH(1),TALLY.NO_SUCH(2))", 7),
        A2: formula("A1*2", 14),
        A3: formula("SUM(A1:A2)", 21),
        A4: formula('IF("NOSUCH("="x",1,2)', 2),
      },
    });
    expect(
      findings.map(({ cell, kind, says }) => [cell, kind, says.en.split(",").slice(0, 2).join()]),
    ).toEqual([["A1", "unknownFunction", "calls NOSUCH, TALLY.NO_SUCH"]]);
  });

  test("may call functions of their own and of the workbook's names", async () => {
    const afterSheets =
      '<definedNames><definedName name="TWICE">_xlfn.LAMBDA(_xlpm.x,_xlpm.x*2)</definedName></definedNames>';
    const rows =
      '<row r="1"><c r="A1"><f>TWICE(2)</f><v>4</v></c><c r="B1"><f>_xlfn.LET(_xlpm.rate,2,SUM(_xlpm.rate,1))</f><v>3</v></c><c r="C1"><f>_xlfn.LAMBDA(_xlpm.x,_xlpm.x*2)(4)</f><v>8</v></c></row>';
    expect((await checkWorkbook(smallBook({ rows, afterSheets }))).findings).toEqual([]);
  });

  test("that only the engine cannot calculate keep the value that the file holds", async () => {
    const rows =
      '<row r="1"><c r="A1"><f>_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.x,_xlpm.x+1),_xlpm.f(2))</f><v>3</v></c><c r="B1"><f>A1*2</f><v>6</v></c><c r="C1"><f>NoSuchName</f></c></row>';
    const { findings } = await checkWorkbook(smallBook({ rows }));
    expect(findings.map(({ cell, kind }) => `${cell} ${kind}`)).toEqual([
      "A1 notCalculated",
      "C1 formulaError",
    ]);
  });

  test("of other workbooks are not calculated, but an error they hold is told", async () => {
    expect(
      await found({
        A1: formula("[1]Sheet1!A1", 3),
        A2: { formula: "A1+1", result: { error: "#N/A" } },
      }),
    ).toEqual(["A1 notCalculated", "A2 formulaError"]);
  });
});

describe("numbers stored as text", () => {
  test("are found in a column of numbers, together where they stand under one another", async () => {
    const { findings } = await checked({
      S: {
        ...down("A", ["unit", "a", "b", "c", "d", "e"]),
        ...down("B", ["2024", 1, "2", "３", 4, "1,200"]),
      },
    });
    expect(findings.map(({ cell, kind, says }) => [cell, kind, says.en])).toEqual([
      ["B3:B4", "textNumber", '2 numbers stored as text, such as "2"'],
      ["B6", "textNumber", 'the text "1,200" among numbers'],
    ]);
  });

  test.each([
    ["titles that are years", { A1: "unit", B1: "2024", C1: "2025", A2: "a", B2: 1, C2: 2 }],
    ["codes with a leading zero", { ...down("A", ["code", "007", 12, 13]) }],
    ["codes of many digits", { ...down("A", ["id", "110101199001011234", 5]) }],
    ["a column of texts", { ...down("A", ["as printed", "1", "2", "3"]), ...down("B", ["n", 1, 2, 3]) }],
    ["a column where words are usual", { ...down("A", ["room", 1, "2a", "3", "hall"]) }],
    ["words for missing", { ...down("A", ["covered", 1, "-", "n/a", "缺"]) }],
    ["results of formulas", { A1: 1, A2: formula('""&2', "2"), A3: 3 }],
  ] as const)("are not %s", async (_, cells) => {
    expect(await found(cells)).toEqual([]);
  });

  test("are not percentages that are handed over as printed", async () => {
    expect(
      await found({
        ...down("A", [3, 1]),
        ...down("B", [4, 2]),
        ...down("C", ["75.0%", 0.5]),
        E1: {
          formula: "_xldudf_TALLY_COVERAGE_CONSISTENT(A1:A2,B1:B2,C1:C2)",
          shareType: "array",
          ref: "E1:E2",
        } as ExcelJS.CellValue,
      }),
    ).toEqual([]);
  });
});

describe("the rules about blanks", () => {
  test("name functions and parameters that there are, where a blank is kept", () => {
    for (const name of blankIsAnswer) {
      const [id = "", parameter = ""] = name.split(".");
      expect([name, findFunction(id)?.parameters[parameter]?.keepsMissing]).toEqual([name, true]);
    }
    for (const id of tellsOfBlanks) expect([id, findFunction(id)?.id]).toEqual([id, id]);
  });
});

describe("names", () => {
  test("that differ only by case, space or width are told with the first form and its cell", async () => {
    const { findings } = await checked({ S: down("A", ["园区A1", "园区Ａ１", "West", "west ", "west "]) });
    expect(findings.map(({ cell, says }) => [cell, says.zh])).toEqual([
      ["A2", "“园区Ａ１”（1 处）与 A1 的“园区A1”仅全角半角不同"],
      ["A4", "“west ”（2 处）与 A3 的“West”仅空格、大小写不同"],
    ]);
  });

  test("are not sentences, and not in different columns or tables", async () => {
    const long = "registered and mobile members of all the units";
    expect(await found(down("A", [long, long.toUpperCase(), "another description of something"]))).toEqual(
      [],
    );
    expect(await found({ A1: "East", B1: "east", A4: "east" })).toEqual([]);
  });

  test("are looked at across where a function takes them so, at any length", async () => {
    const long = "units in the old town and in the villages around it";
    expect(
      await found({
        A1: long,
        B1: long.toUpperCase(),
        A2: 1,
        B2: 1,
        A3: 1,
        B3: 1,
        A5: formula("_xldudf_TALLY_COVERAGE_BY_GROUP(A1:B1,A2:B2,A3:B3)"),
      }),
    ).toEqual(["B1 nearKey"]);
  });
});

describe("texts that begin as a formula does", () => {
  test.each(["=1+1", "+86-10-1234", "-abc", "@SUM(A1)"])("are found: %s", async (text) => {
    expect(await found({ A1: text })).toEqual(["A1 formulaText"]);
  });

  test.each(["-", "--", "- an entry of a list", "-5", "+3.5%", "a=b", "＝1"])("are not: %s", async (text) => {
    expect(await found({ A1: text })).toEqual([]);
  });
});

describe("ranges that our functions are called on", () => {
  const group = down("A", ["E", "W", "S", "N", null]);
  test("are looked at for counts that cannot be", async () => {
    expect(
      await found({
        ...group,
        ...down("B", [5, -1, 0, 1.5]),
        ...down("C", [4, 8, 0, 3]),
        G1: formula("_xldudf_TALLY_COVERAGE_ROLL_UP(A1:A5,B1:B5,C1:C5)"),
      }),
    ).toEqual(["B1 over", "B2 badCount", "B3 empty", "B4 badCount"]);
  });

  test("are found on other sheets, through names, in whole columns and cell by cell", async () => {
    const { findings } = await checked({
      Data: { A1: 5, B1: 4, A3: 7, B3: 6 },
      Sheet: {
        A1: formula("_xldudf_TALLY_COVERAGE_RATE(Data!A1,Data!$B$1)"),
        A2: formula("IF(TRUE,_xldudf_TALLY_COVERAGE_TEXT('Data'!A3,Data!B3))"),
      },
    });
    expect(findings.map(({ sheet, cell, kind }) => `${sheet}!${cell} ${kind}`)).toEqual([
      "Data!A1 over",
      "Data!A3 over",
    ]);
    const afterSheets = '<definedNames><definedName name="Covered">Sheet1!$A:$A</definedName></definedNames>';
    const rows =
      '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><v>4</v></c><c r="D1"><f>IFERROR(SUM(_xldudf_TALLY_COVERAGE_RATE(Covered,B:B)),0)</f></c></row>';
    const named = await checkWorkbook(smallBook({ rows, afterSheets }));
    expect(named.findings.map(({ cell, kind }) => `${cell} ${kind}`)).toEqual(["A1 over"]);
  });

  test("tell of blanks in the middle, not of those at the end, and which call counts them as missing", async () => {
    const { findings } = await checked({
      S: {
        ...down("A", ["E", "W", "S", "N"]),
        ...down("B", [1, null, null, 1]),
        ...down("C", [4, 8, 5, 3]),
        G1: formula("_xldudf_TALLY_COVERAGE_BY_GROUP(A1:A9,B1:B9,C1:C9)"),
      },
    });
    expect(findings.map(({ cell, kind, says }) => [cell, kind, says.en])).toEqual([
      ["B2:B3", "blank", "2 blank cells, which TALLY.COVERAGE_BY_GROUP in G1 counts as missing"],
    ]);
  });

  test("tell of many blanks here and there in one finding", async () => {
    const rows = Array.from({ length: 40 }, (_, row) => row);
    const { findings } = await checked({
      S: {
        ...down(
          "A",
          rows.map((row) => `U${row}`),
        ),
        ...down(
          "B",
          rows.map((row) => (row % 2 === 0 ? 1 : null)),
        ),
        ...down(
          "C",
          rows.map(() => 2),
        ),
        G1: formula("_xldudf_TALLY_COVERAGE_FUNNEL(A1:A40,B1:B40,C1:C40)"),
      },
    });
    expect(findings.map(({ cell, says }) => [cell, says.zh])).toEqual([
      ["B2:B40", "20 个空白单元格，G1 的 TALLY.COVERAGE_FUNNEL 按缺失处理"],
    ]);
  });

  test("may hold the words for missing, and blanks where these are an answer", async () => {
    expect(
      await found({
        ...down("A", ["E", "W"]),
        ...down("B", [1, "缺"]),
        ...down("C", [4, 8]),
        G1: formula("_xldudf_TALLY_COVERAGE_BY_GROUP(A1:A2,B1:B2,C1:C2)"),
      }),
    ).toEqual([]);
    expect(
      await found({
        ...down("A", ["E", "E"]),
        ...down("B", ["u", "v"]),
        ...down("C", ["o", null]),
        G1: formula("_xldudf_TALLY_COVERAGE_AREAS(A1:A2,B1:B2,C1:C2)"),
      }),
    ).toEqual([]);
  });
});
