// npm run new -- FAMILY NAME: writes the files of a new calculator, with tests that fail until it is written, and adds
// its line to the index. A definition that nobody has published has no place here: the doc comment asks for it first.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const families = ["coverage", "growth", "funding", "assessment", "periods"];
const [family = "", name = ""] = process.argv.slice(2);
const refuse = (words) => {
  console.error(`${words}\nnpm run new -- FAMILY NAME, where FAMILY is one of ${families.join(", ")}`);
  process.exit(2);
};
if (!families.includes(family)) refuse(`there is no family ${family === "" ? "without a name" : family}`);
if (!/^[a-z][A-Za-z0-9]{2,}$/.test(name))
  refuse(`a calculator's name is a verb or a noun such as coverageGap`);
const folder = `packages/core/src/${family}`;
const input = `${name[0].toUpperCase()}${name.slice(1)}Input`;
const files = { [`${name}.ts`]: calculator(), [`${name}.test.ts`]: tests(), [`${name}.laws.ts`]: laws() };
const present = Object.keys(files).filter((file) => existsSync(`${folder}/${file}`));
if (present.length > 0) refuse(`${folder} has ${present.join(", ")} already`);

for (const [file, text] of Object.entries(files)) writeFileSync(`${folder}/${file}`, text);
addToIndex();
addToLaws();
console.log(`Written: ${Object.keys(files)
  .map((file) => `${folder}/${file}`)
  .join(", ")}; a line in index.ts and in ${family}.laws.test.ts.
Next:
  1. npx vitest run ${folder}/${name}     fails: write the first expectation from a published table, then the calculator
  2. packages/core/src/models/            a model of ${input}
  3. packages/sheet/src/table/            a row with texts and examples in both languages, then npm run generate
  4. CHANGELOG.md                         a line under Added`);

function calculator() {
  return `import { CalculationError } from "../errors.ts";
import { type Count, count } from "../exact/count.ts";

/** What ${name} takes. */
export interface ${input} {
  /** How many units there are. */
  readonly units: Count;
}

/**
 * One sentence of at most 90 characters, which is also the summary of the spreadsheet function.
 *
 * The method in two sentences. The one surprise: what a reader would not expect.
 *
 * **Units.** What goes in and what comes out.
 *
 * **Errors.** \`divisionByZero\` where there are no units.
 *
 * **Source.** Who published the definition, where and when.
 *
 * @throws CalculationError \`divisionByZero\` where there are no units
 *
 * @example
 * ${name}({ units: count(3) }) //=> 3
 * ${name}({ units: count(0) }) //=> throws divisionByZero
 */
export function ${name}({ units }: ${input}): Count {
  if (units === 0) throw new CalculationError("${name}", "divisionByZero", { name: "units" });
  return count(units);
}
`;
}

function tests() {
  return `import { describe, expect, test } from "vitest";

import { count } from "../exact/count.ts";
import { ${name} } from "./${name}.ts";

describe("${name}", () => {
  test("gives what a published table says", () => {
    // Author, title, year, table: the numbers as they are printed there.
    expect(${name}({ units: count(1) })).toBe("write what the table prints");
  });

  test("refuses no units", () => {
    expect(() => ${name}({ units: count(0) })).toThrow("${name} requires units above zero");
  });
});
`;
}

function laws() {
  return `import * as fc from "fast-check";

import { count } from "../exact/count.ts";
import type { Law } from "../law.laws.ts";
import { ${name} } from "./${name}.ts";

export const ${name}Laws: readonly Law<typeof ${name}>[] = [
  {
    name: "say what must hold whatever is given",
    property: (calculator) =>
      fc.property(fc.integer({ min: 1, max: 1000 }), (units) => calculator({ units: count(units) }) < 0),
    broken: () => count(0),
  },
];
`;
}

/** The index is in the order of folders, then of names. */
function addToIndex() {
  const path = "packages/core/src/index.ts";
  const lines = readFileSync(path, "utf8").split("\n");
  const own = [
    `export { ${name} } from "./${family}/${name}.ts";`,
    `export type { ${input} } from "./${family}/${name}.ts";`,
  ];
  const fileOf = (line) => /from "\.\/([^"]+)"/.exec(line)?.[1] ?? "";
  const next = lines.findIndex(
    (line) => fileOf(line).startsWith(`${family}/`) && fileOf(line) > `${family}/${name}.ts`,
  );
  const last = lines.findLastIndex((line) => fileOf(line).startsWith(`${family}/`)) + 1;
  // An export that is spread over lines begins above the line that names its file.
  const place =
    next < 0 ? last : lines.findLastIndex((line, index) => index <= next && line.startsWith("export"));
  lines.splice(place, 0, ...own);
  writeFileSync(path, lines.join("\n"));
}

function addToLaws() {
  const path = `${folder}/${family}.laws.test.ts`;
  if (!existsSync(path)) return;
  const text = readFileSync(path, "utf8");
  const imports = `import { ${name}Laws } from "./${name}.laws.ts";\nimport { ${name} } from "./${name}.ts";\n`;
  const place = text.indexOf("\n\n") + 1;
  const call = `keeps("${name}", ${name}, ${name}Laws);\n`;
  writeFileSync(path, `${text.slice(0, place)}${imports}${text.slice(place)}${call}`);
}
