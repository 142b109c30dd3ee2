import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

import { functionsMetadata, table } from "@tallykit/sheet";
import AjvDraft4 from "ajv-draft-04";
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

describe("the sample workbook", () => {
  test("is what the figures make", () => {
    execFileSync(process.execPath, ["scripts/make-workbook.mjs", "--check"]);
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
