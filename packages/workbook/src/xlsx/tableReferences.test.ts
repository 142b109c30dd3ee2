import { describe, expect, test } from "vitest";

import { ReadingBudget } from "./readingBudget.ts";
import { type FormulaPlace } from "./tableArea.ts";
import { withoutTableReferences } from "./tableReferences.ts";
import { type Table, type Tables } from "./tables.ts";
import { WorkbookFileError } from "./workbookFileError.ts";

/** B2:E6 of the sheet "Data": titles in row 2, rows of data 3 to 5, totals in row 6. */
const counties: Table = {
  sheet: "Data",
  area: { first: { row: 2, column: 2 }, last: { row: 6, column: 5 } },
  headerRows: 1,
  totalsRows: 1,
  columns: ["unit", "covered", "eligible [all]", "rate, #1\nof 2"],
};
/** A1:B3 of the sheet "it's": no titles, no totals. */
const bare: Table = {
  sheet: "it's",
  area: { first: { row: 1, column: 1 }, last: { row: 3, column: 2 } },
  headerRows: 0,
  totalsRows: 0,
  columns: ["a", "b"],
};
const tables: Tables = new Map([
  ["counties", counties],
  ["bare", bare],
]);
const inside: FormulaPlace = { sheet: "Data", row: 4, column: 5 };

function plain(formula: string, place: FormulaPlace | undefined = inside): string {
  return withoutTableReferences(formula, tables, new ReadingBudget(), place);
}

describe("a reference to a table", () => {
  test.each([
    ["SUM(Counties[covered])", "SUM($C$3:$C$5)"],
    ["SUM(COUNTIES[ Covered ])", "SUM($C$3:$C$5)"],
    ["ROWS(Counties[])", "ROWS($B$3:$E$5)"],
    ["ROWS(Counties)", "ROWS($B$3:$E$5)"],
    ["Counties[#All]", "$B$2:$E$6"],
    ["Counties[#Data]", "$B$3:$E$5"],
    ["Counties[#Headers]", "$B$2:$E$2"],
    ["Counties[#Totals]", "$B$6:$E$6"],
    ["Counties[[#Headers],[covered]]", "$C$2"],
    ["Counties[[#Totals], [covered]]", "$C$6"],
    ["Counties[[#Headers],[#Data],[covered]]", "$C$2:$C$5"],
    ["Counties[[#Data],[#Totals]]", "$B$3:$E$6"],
    ["Counties[[#All],[unit]:[covered]]", "$B$2:$C$6"],
    ["Counties[[covered]:[unit]]", "$B$3:$C$5"],
    ["Counties[[#This Row],[covered]]", "$C$4"],
    ["Counties[[#This Row],[unit]:[covered]]", "$B$4:$C$4"],
    ["Counties[@]", "$B$4:$E$4"],
    ["Counties[@covered]/Counties[@[eligible '[all']]]", "$C$4/$D$4"],
    ["[@covered]/[covered]", "$C$4/$C$3:$C$5"],
    ["[@[unit]:[covered]]", "$B$4:$C$4"],
    ["SUM(Counties[rate, '#1\nof 2])", "SUM($E$3:$E$5)"],
    ["SUM(Counties[[rate, '#1\nof 2]])", "SUM($E$3:$E$5)"],
    ["SUM(Bare[b])", "SUM('it''s'!$B$1:$B$3)"],
  ])("%s is %s", (formula, range) => {
    expect(plain(formula)).toBe(range);
  });

  test.each([
    ["Counties[gone]", "#REF!"],
    ["Counties[[covered]:[gone]]", "#REF!"],
    ["Counties[#Gone]", "#REF!"],
    ["Counties[[#Headers],[#Totals]]", "#REF!"],
    ["Bare[#Headers]", "#REF!"],
    ["Bare[#Totals]", "#REF!"],
    ["Counties[[unit],[covered]]", "#REF!"],
    ["Bare[@a]", "#VALUE!"],
  ])("%s is %s, as in Excel", (formula, error) => {
    expect(plain(formula)).toBe(error);
  });

  test("asks for a row of the table only within it", () => {
    for (const row of [2, 6, 9]) expect(plain("Counties[@covered]", { ...inside, row })).toBe("#VALUE!");
    expect(plain("Counties[@covered]", { ...inside, sheet: "it's" })).toBe("#VALUE!");
    expect(withoutTableReferences("Counties[@unit]", tables, new ReadingBudget())).toBe("#VALUE!");
  });

  test.each([
    '"Counties[covered]"&Other[covered]',
    "'Counties[covered]'!A1+[1]Data!A1+'[1]Data'!A1",
    "[1]!Counties[covered]+Book.xlsx!Counties[covered]",
    "LAMBDA(x,[y],x+y)(1)+COUNTIES(1)+Counties!A1",
    "$COUNTIES:$COUNTIES",
    "[@gone]",
  ])("is not what stands in %s", (formula) => {
    expect(plain(formula)).toBe(formula);
  });

  test("without a name means nothing outside a table", () => {
    expect(plain("[@covered]", { ...inside, row: 20 })).toBe("[@covered]");
  });

  test("without end costs no more room than a workbook has", () => {
    const long: Tables = new Map([["t", { ...bare, sheet: "s".repeat(20_000) }]]);
    const grow = (): string =>
      withoutTableReferences("T[a]+".repeat(1000), long, new ReadingBudget(), inside);
    expect(grow).toThrow(WorkbookFileError);
  });
});
