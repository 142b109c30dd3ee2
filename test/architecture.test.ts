import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";

import { describe, expect, test } from "vitest";

/** Who may import whom: the room on the left takes from the rooms and packages on the right, and from itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  "core/errors": [],
  "core/exact": ["core/errors"],
  "core/coverage": ["core/errors", "core/exact"],
  "core/growth": ["core/errors", "core/exact"],
  "core/funding": ["core/errors", "core/exact"],
  // Types of the families only: values would tie zod to a calculator the other way round.
  "core/models": [
    "core/errors",
    "core/exact",
    "core/coverage:type",
    "core/growth:type",
    "core/funding:type",
    "zod",
  ],
  "core/index": ["core/errors", "core/exact", "core/coverage", "core/growth", "core/funding"],
  "sheet/cell": ["@tallykit/core"],
  "sheet/table": ["sheet/cell", "@tallykit/core"],
  "sheet/index": ["sheet/cell", "sheet/table", "@tallykit/core"],
  "workbook/book": ["@tallykit/sheet"],
  "workbook/address": [],
  "workbook/engine": [
    "workbook/book",
    "workbook/address",
    "@tallykit/sheet",
    "@univerjs/core:type",
    "@univerjs/engine-formula:type",
    "node:module",
  ],
  "workbook/xlsx": ["workbook/book", "workbook/address", "@tallykit/sheet", "fflate"],
  "workbook/index": [
    "workbook/book",
    "workbook/address",
    "workbook/engine",
    "workbook/xlsx",
    "@tallykit/sheet",
    "commander",
    "node:events",
    "node:fs/promises",
    "node:path",
    "node:readline",
  ],
  seeds: ["@tallykit/core", "zod"],
};
const forbiddenFolders = ["utils", "common", "helpers", "lib", "misc"];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

const files = [...sourcesIn("packages"), ...sourcesIn("seeds")];

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter(
      (name) =>
        name.endsWith(".ts") &&
        !/node_modules|[/\\]dist[/\\]|\.test\.ts$|\.laws\.ts$|tsup\.config/.test(name),
    );
}

/** The room a file is in. */
function roomOf(file: string): string {
  const [area = "", ...rest] = file.split(sep).filter((part) => part !== "packages" && part !== "src");
  if (area === "seeds") return area;
  const [folder = ""] = rest;
  if (area === "core" && folder === "errors.ts") return "core/errors";
  if (area === "workbook" && /^(book|address)\.ts$/.test(folder)) return `workbook/${folder.slice(0, -3)}`;
  return rest.length > 1 ? `${area}/${folder}` : `${area}/index`;
}

function importsOf(file: string): Import[] {
  const statements = readFileSync(file, "utf8").matchAll(/^(?:import|export) (type )?[^;]*?from "([^"]+)"/gm);
  return Array.from(statements, ([, type, target = ""]) => ({
    from: roomOf(file),
    to: target.startsWith(".") ? roomOf(normalize(join(dirname(file), target))) : target,
    isType: type !== undefined,
  }));
}

function isAllowed({ from, to, isType }: Import): boolean {
  const allowed = mayImport[from] ?? [];
  return from === to || allowed.includes(to) || (isType && allowed.includes(`${to}:type`));
}

describe("the house", () => {
  test("has rooms that the table knows", () => {
    expect(files.length).toBeGreaterThan(40);
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in mayImport))).toEqual([]);
  });

  test("has imports that run one way", () => {
    const wrong = files
      .flatMap((file) => importsOf(file).map((each) => ({ file, ...each })))
      .filter((each) => !isAllowed(each));
    expect(wrong).toEqual([]);
  });

  test("would notice a family that imports another, and a calculator that imports zod", () => {
    expect(isAllowed({ from: "core/coverage", to: "core/funding", isType: false })).toBe(false);
    expect(isAllowed({ from: "core/coverage", to: "zod", isType: false })).toBe(false);
    expect(isAllowed({ from: "core/models", to: "core/funding", isType: false })).toBe(false);
  });

  test("has no folder for odds and ends", () => {
    const folders = new Set(files.flatMap((file) => dirname(file).split(sep)));
    expect(forbiddenFolders.filter((folder) => folders.has(folder))).toEqual([]);
  });

  test("depends on what it may", () => {
    const dependenciesOf = (name: string): string[] => {
      const text = readFileSync(`packages/${name}/package.json`, "utf8");
      return Object.keys((JSON.parse(text) as { dependencies?: Record<string, string> }).dependencies ?? {});
    };
    expect(dependenciesOf("core")).toEqual(["zod"]);
    expect(dependenciesOf("sheet")).toEqual(["@tallykit/core"]);
    expect(dependenciesOf("workbook")).toEqual([
      "@tallykit/sheet",
      "@univerjs/core",
      "@univerjs/engine-formula",
      "commander",
      "fflate",
      "rxjs",
    ]);
  });
});
