import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";

import { smallBook } from "./bookFixtures.ts";
import { readLook } from "./readLook.ts";

describe("how a workbook looks", () => {
  test("is what another program made it look like", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("S", { views: [{ state: "frozen", xSplit: 1, ySplit: 2 }] });
    workbook.addWorksheet("Hidden", { state: "hidden" }).getCell("A1").value = 1;
    const cell = sheet.getCell("B3");
    cell.value = 0.5;
    cell.numFmt = "0.0%";
    cell.font = { bold: true, italic: true, size: 14, color: { argb: "FF112233" } };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFAABBCC" } };
    cell.alignment = { horizontal: "center", vertical: "top", wrapText: true };
    sheet.getCell("A1").value = new Date(Date.UTC(2026, 0, 1));
    sheet.getCell("A1").numFmt = "yyyy-mm-dd";
    sheet.getColumn(2).width = 30;
    sheet.getColumn(3).hidden = true;
    sheet.getRow(3).height = 40;
    sheet.mergeCells("D1:E2");
    const { looks, sheets } = readLook(new Uint8Array(await workbook.xlsx.writeBuffer()));
    const [first, second] = sheets;
    const lookOf = (address: string) => looks[first!.cells.get(address) ?? 0];
    expect(lookOf("B3")).toEqual({
      ...{ format: "0.0%", bold: true, italic: true, size: 14, color: "#112233", fill: "#AABBCC" },
      ...{ horizontal: "center", vertical: "top", wrap: true },
    });
    expect(lookOf("A1")?.format).toBe("yyyy-mm-dd");
    expect(first?.frozen).toEqual({ rows: 2, columns: 1 });
    expect(first?.columns).toContainEqual({ first: 2, last: 2, width: 30 });
    expect(first?.columns.find((column) => column.first === 3)?.isHidden).toBe(true);
    expect(first?.rows.get(3)).toEqual({ height: 40 });
    expect(first?.merged).toEqual(["D1:E2"]);
    expect([first?.isHidden, second?.isHidden]).toEqual([false, true]);
  });

  test("takes colours of the theme, lighter and darker", () => {
    const theme =
      '<a:theme xmlns:a="a"><a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="102030"/></a:dk2><a:lt2><a:srgbClr val="EEEEEE"/></a:lt2><a:accent1><a:srgbClr val="4080C0"/></a:accent1></a:clrScheme></a:themeElements></a:theme>';
    const styles =
      '<styleSheet xmlns="s"><fonts count="3"><font><color theme="1"/></font><font><color theme="4" tint="0.5"/></font><font><color theme="4" tint="-0.5"/></font></fonts><fills/><cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="10" fontId="1"/><xf numFmtId="99" fontId="2"/></cellXfs></styleSheet>';
    const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const { looks } = readLook(
      smallBook({
        parts: { "xl/theme/theme1.xml": theme, "xl/styles.xml": styles },
        links: `<Relationship Id="a" Type="${type}/theme" Target="theme/theme1.xml"/><Relationship Id="b" Type="${type}/styles" Target="styles.xml"/>`,
      }),
    );
    // Halfway from 40, 80, C0 to white, and to black.
    expect(looks).toEqual([
      { color: "#000000" },
      { format: "0.00%", color: "#a0c0e0" },
      { color: "#204060" },
    ]);
  });

  test("is plain where the file says nothing of it", () => {
    expect(readLook(smallBook({}))).toEqual({
      looks: [],
      sheets: [
        {
          ...{ name: "Sheet1", isHidden: false, cells: new Map(), rows: new Map() },
          ...{ columns: [], merged: [], frozen: { rows: 0, columns: 0 } },
        },
      ],
    });
  });
});
