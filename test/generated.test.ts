import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

import { functionsMetadata, table } from "@tallykit/sheet";
import AjvDraft4 from "ajv-draft-04";
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";

import english from "../packages/sheet/functions.json" with { type: "json" };
import chinese from "../packages/sheet/functions.zh-CN.json" with { type: "json" };

/** Microsoft's schema of the manifest, in which the metadata of custom functions is a part. */
function metadataSchema(): object {
  const path =
    "node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json";
  // Two escapes in the schema are no JSON.
  const text = readFileSync(path, "utf8").replaceAll("\\a", "\\u0007").replaceAll("\\v", "\\u000b");
  const { definitions } = JSON.parse(text) as {
    definitions: Record<string, { properties: Record<string, object> }>;
  };
  const { functions, enums } = definitions["extensionCustomFunctions"]?.properties ?? {};
  return {
    definitions,
    type: "object",
    properties: { functions, enums, allowErrorForDataTypeAny: { type: "boolean" } },
    required: ["functions"],
    additionalProperties: false,
  };
}

const validate = new AjvDraft4({ strict: false, allErrors: true }).compile(metadataSchema());

describe("generated files", () => {
  test("are what the table makes", () => {
    execFileSync(process.execPath, ["scripts/generate.mjs", "--check"]);
    expect(english).toEqual(functionsMetadata("en"));
    expect(chinese).toEqual(functionsMetadata("zh"));
  });
});

/** What a sample workbook shows: the value of a cell of each sheet, be it typed, computed or spilled. */
async function sheetsOf(name: string): Promise<((cell: string) => unknown)[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(`seeds/${name}.xlsx`);
  return workbook.worksheets.map((sheet) => (address) => {
    const cell = sheet.getCell(address);
    return cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
  });
}

describe("the sample workbooks", () => {
  test.each(["workbook", "chain", "register", "assessment", "targets", "no-add-in"])(
    "are what make-%s.mjs makes",
    (name) => {
      execFileSync(process.execPath, [`scripts/make-${name}.mjs`, "--check"]);
    },
  );

  test("hold a register with the published sums, and one county that falls behind by more than chance", async () => {
    for (const show of (await sheetsOf("register")).slice(0, 2)) {
      expect(["B9", "C9", "D9", "F9", "G9"].map(show)).toEqual([8015, 1442, 6015, 558, 7457 / 8015]);
      const flags = Array.from({ length: 6 }, (_, index) => String(show(`G${13 + index}`)));
      expect(flags.filter((flag) => /^(low|低)/.test(flag))).toHaveLength(1);
    }
  });

  test("hold a grading of 1,873 units with 112 at five stars, 6.0 %", async () => {
    for (const show of await sheetsOf("assessment")) {
      expect(["O17", "P17", "O20", "P20"].map(show)).toEqual([112, "6.0%", 16, "0.9%"]);
      // All units of last year's bands, and those that are new, stand in one of this year's.
      expect(show("T35")).toBe(1873);
    }
  });

  test("hold a growth plan, milestones and terms with the published figures", async () => {
    for (const show of await sheetsOf("targets")) {
      // 650 in 2021 from 542 in 2020, doubled in 3.8 years; 1,124 in 2024 where the end is rounded, 1,123 where each year is.
      expect([Math.round(Number(show("B8")) * 100), show("B9"), show("B10")]).toEqual([54_167, 542, 542]);
      expect(Number(show("B11"))).toBeCloseTo(3.802, 3);
      expect(["B18", "C18"].map(show)).toEqual([1124, 1123]);
      const total = Array.from({ length: 4 }, (_, index) => show(`${"GHIJ"[index] ?? ""}38`));
      expect(total).toEqual([130, 56, 56 / 130, 74]);
      expect([show("B50"), show("B61")]).toEqual([453 / 600, 274 / 1873]);
    }
  });

  test("hold functions that need no add-in, each with the value it should have", async () => {
    const sheets = await sheetsOf("no-add-in");
    for (const show of sheets.slice(0, 2)) {
      const rows = Array.from({ length: 15 }, (_, index) => 6 + index);
      for (const row of rows) {
        expect(show(`A${row}`)).toMatch(/^TALLYX\./);
        expect(show(`H${row}`)).toBe("=");
      }
      for (const row of rows) expect([row, show(`F${row}`)]).toEqual([row, show(`G${row}`)]);
    }
    for (const show of sheets.slice(2)) {
      expect(["D3", "E4", "F6", "H5"].map(show)).toEqual([6015 / 6573, "99.9%", 12, 1123]);
      expect([2, 3, 4, 5, 6].reduce((sum, row) => sum + Number(show(`K${row}`)), 0)).toBe(120);
    }
  });

  test("hold a funding chain of which every total adds up", async () => {
    for (const show of await sheetsOf("chain")) {
      const checks = Array.from({ length: 14 }, (_, index) => show(`AM${15 + index}`));
      expect(checks).toEqual(checks.map(() => true));
      expect(["K49", "L49", "O49", "AE49"].map(show)).toEqual([247_000, 247_000, 381, 120]);
    }
  });
});

describe.each([
  ["functions.json", english],
  ["functions.zh-CN.json", chinese],
])("%s", (_, metadata) => {
  test("keeps Microsoft's schema", () => {
    expect([validate(metadata), validate.errors]).toEqual([true, null]);
    expect(validate({ ...metadata, functions: [{ id: "A" }] })).toBe(false);
  });

  test("keeps the limits of the platform", () => {
    expect(JSON.stringify(metadata).length).toBeLessThan(1_000_000);
    for (const { id, description, parameters } of metadata.functions) {
      expect([id, /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(id)]).toEqual([id, true]);
      // A name such as AB12 would be read as a cell.
      expect([id, /^[A-Z]{1,3}[0-9]+$/.test(id)]).toEqual([id, false]);
      expect([id, description.length > 0 && description.length <= 128]).toEqual([id, true]);
      for (const parameter of parameters) {
        expect([id, parameter.name.length <= 64]).toEqual([id, true]);
        expect([id, parameter.description.length > 0 && parameter.description.length <= 512]).toEqual([
          id,
          true,
        ]);
      }
      expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
    }
  });

  test("has optional parameters last", () => {
    for (const { parameters } of metadata.functions) {
      const flags = parameters.map((parameter) => "optional" in parameter);
      expect(flags).toEqual([...flags].sort((a, b) => Number(a) - Number(b)));
    }
  });

  test("has every id of the table once, and lists for every choice", () => {
    expect(metadata.functions.map(({ id }) => id)).toEqual(table.map(({ id }) => id));
    expect(new Set(table.map(({ id }) => id)).size).toBe(table.length);
    const lists = new Set(metadata.enums.map(({ id }) => id));
    const asked = metadata.functions.flatMap(({ parameters }) =>
      parameters.flatMap((parameter) => ("customEnumId" in parameter ? [parameter.customEnumId] : [])),
    );
    expect(asked.filter((id) => !lists.has(id))).toEqual([]);
  });
});
