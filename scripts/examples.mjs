// Writes a test for every @example of a public doc comment, and for every TypeScript fence of the README and the guides,
// into test/examples/, where both the type checker and the tests run over them.
//
//   expression //=> value          becomes   expect(expression).toEqual(value)
//   expression //=> throws code    becomes   an expectation that it throws a CalculationError of that code
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import ts from "typescript";

const target = "test/examples";
const packages = [
  { name: "@tallykit/core", folder: "packages/core/src" },
  { name: "@tallykit/sheet", folder: "packages/sheet/src" },
];

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const exportsOf = new Map(
  packages.map(({ name, folder }) => [name, exportedNames(join(folder, "index.ts"))]),
);
let written = 0;
for (const { folder } of packages) {
  for (const file of sourcesIn(folder)) {
    const examples = examplesOf(file);
    if (examples.length > 0) write(`${file.replace(/[/\\]/g, "-").replace(/\.ts$/, "")}`, examples);
  }
}
writeFences("README", "README.md");
writeFences("README-zh-CN", "README.zh-CN.md");
for (const name of ["core", "sheet"]) writeFences(`README-${name}`, `packages/${name}/README.md`);
for (const folder of ["docs/guides", "docs/guides/zh"]) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".md")))
    writeFences(`${folder}/${basename(file, ".md")}`.replaceAll("/", "-"), join(folder, file));
}
console.log(`examples: ${written} written to ${target}/`);

/** A test for every TypeScript fence of a Markdown file. */
function writeFences(name, file) {
  const fences = [...readFileSync(file, "utf8").matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code], index) => ({
    title: `${file}, fence ${index + 1}`,
    code: code.replace(/^import [^;]*;\n/gm, ""),
  }));
  if (fences.length > 0) write(name, fences);
}

function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter((file) => file.endsWith(".ts") && !/\.(test|laws)\.ts$/.test(file))
    .sort();
}

function parse(file) {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
}

/** The names a barrel exports as values. */
function exportedNames(file) {
  const names = [];
  for (const statement of parse(file).statements) {
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly || statement.exportClause === undefined)
      continue;
    for (const { name, isTypeOnly } of statement.exportClause.elements)
      if (!isTypeOnly) names.push(name.text);
  }
  return names;
}

/** The examples in the doc comments of a file's exported declarations. */
function examplesOf(file) {
  const found = [];
  for (const statement of parse(file).statements) {
    const isExported = ts.canHaveModifiers(statement)
      ? ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
      : false;
    if (!isExported) continue;
    const title =
      statement.name?.text ?? statement.declarationList?.declarations[0]?.name.text ?? basename(file);
    for (const tag of ts.getJSDocTags(statement)) {
      if (tag.tagName.text !== "example") continue;
      found.push({ title, code: ts.getTextOfJSDocComment(tag.comment) ?? "" });
    }
  }
  return found;
}

function write(name, examples) {
  const body = examples.map(({ title, code }) => testOf(title, code)).join("\n");
  const imports = [...exportsOf].map(([from, names]) => {
    const used = names.filter((each) => new RegExp(`\\b${each}\\b`).test(body));
    return used.length === 0 ? "" : `import { ${used.join(", ")} } from "${from}";\n`;
  });
  const header = `// Made by scripts/examples.mjs.\nimport { expect, test } from "vitest";\n`;
  writeFileSync(join(target, `${name}.test.ts`), `${header}${imports.join("")}\n${body}`);
}

function testOf(title, code) {
  const lines = code.split("\n").map((line) => {
    const [, expression, expected] = /^(.*?);?\s*\/\/=>\s*(.*)$/.exec(line) ?? [];
    if (expression === undefined) return `  ${line}`;
    written += 1;
    const [, error] = /^throws (\w+)$/.exec(expected) ?? [];
    if (error === undefined) return `  expect(${expression}).toEqual(${expected});`;
    return `  expect(() => ${expression}).toThrow(expect.objectContaining({ code: ${JSON.stringify(error)} }));`;
  });
  if (!lines.some((line) => line.includes("expect(")))
    throw new Error(`The example of ${title} shows no result (//=>).`);
  return `test(${JSON.stringify(title)}, () => {\n${lines.join("\n")}\n});\n`;
}
