// Writes what each entry of the published packages exports, as its declarations without comments, and the errors that
// each calculator can end in. With --check it writes nothing and fails where a report is stale: a changed line is a
// change that every user of the package meets, and the changelog names it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import prettier from "prettier";
import ts from "typescript";

const check = process.argv.includes("--check");
/** The entries by the report that tells of each. */
const entries = {
  "packages/core/etc/index.api.md": "packages/core/dist/index.d.ts",
  "packages/core/etc/models.api.md": "packages/core/dist/models/index.d.ts",
  "packages/sheet/etc/index.api.md": "packages/sheet/dist/index.d.ts",
  "packages/sheet/etc/book.api.md": "packages/sheet/dist/book/index.d.ts",
  "packages/sheet/etc/check.api.md": "packages/sheet/dist/check/index.d.ts",
  "packages/workbook/etc/index.api.md": "packages/workbook/dist/index.d.ts",
  "packages/workbook/etc/lambda.api.md": "packages/workbook/dist/lambda/index.d.ts",
};
const program = ts.createProgram(Object.values(entries), {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  skipLibCheck: true,
  types: [],
});
const checker = program.getTypeChecker();
const printer = ts.createPrinter({ removeComments: true });
const stale = [];
for (const [report, entry] of Object.entries(entries)) await put(report, apiOf(entry));
await put("packages/core/etc/errors.md", errorReport());
if (stale.length > 0) {
  console.error(`stale: ${stale.join(", ")}; run npm run generate, and say in the changelog what changed`);
  process.exitCode = 1;
}

/** The declarations behind an entry's exports, in the order of their names. */
function apiOf(entry) {
  const parts = exportsOf(entry).map(({ name, declarations }) => {
    const texts = declarations.map((declaration) => printed(declaration));
    const own = declarations.some((declaration) => ts.getNameOfDeclaration(declaration)?.getText() === name);
    return own ? texts.join("\n") : `// exported as ${name}\n${texts.join("\n")}`;
  });
  if (parts.length === 0) throw new Error(`${entry} exports nothing: build first`);
  return `# Exports\n\nThe declarations behind everything that \`${entry}\` exports.\n\n\`\`\`ts\n${parts.join("\n\n")}\n\`\`\`\n`;
}

function exportsOf(entry) {
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  return (module ? checker.getExportsOfModule(module) : [])
    .map((symbol) => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      return { name: symbol.name, declarations: target.declarations ?? [] };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A declaration as a line of its own; that of a constant is the whole statement. */
function printed(declaration) {
  const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  return printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
}

/** Every code with what it carries, then every calculator with the codes that it says it ends in. */
function errorReport() {
  const exported = exportsOf("packages/core/dist/index.d.ts");
  const details = exported.find(({ name }) => name === "ErrorDetails")?.declarations[0];
  const codes = details.members.map((member) => {
    const says = ts.displayPartsToString(
      checker.getSymbolAtLocation(member.name).getDocumentationComment(checker),
    );
    const carries = member.type.members.map(
      (each) => `\`${each.name.getText()}${each.questionToken ? "?" : ""}\``,
    );
    return `| \`${member.name.getText()}\` | ${carries.join(", ")} | ${says} |`;
  });
  const calculators = exported.flatMap(({ name, declarations }) => {
    const tags = declarations.flatMap((declaration) => ts.getJSDocTags(declaration));
    const throws = tags.filter(({ tagName }) => tagName.text === "throws");
    return throws.length === 0 ? [] : [`| \`${name}\` | ${throws.map(codesOf).join("; ")} |`];
  });
  return `# Errors

Every error that the calculators throw is a \`CalculationError\` with one of these codes; a new one is news for whoever branches on them.

| code | carries | when |
| --- | --- | --- |
${codes.join("\n")}

| calculator | ends in |
| --- | --- |
${calculators.join("\n")}
`;
}

function codesOf(tag) {
  const text = ts.getTextOfJSDocComment(tag.comment) ?? "";
  return text
    .replace(/^CalculationError\s*/, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll("|", "\\|")
    .replaceAll(/\{@link (\w+)\}/g, "`$1`")
    .trim();
}

async function put(name, report) {
  const options = await prettier.resolveConfig(name);
  const text = await prettier.format(report, { ...options, filepath: name });
  if (existsSync(name) && readFileSync(name, "utf8") === text) return;
  if (check) return stale.push(name);
  mkdirSync(dirname(name), { recursive: true });
  writeFileSync(name, text);
}
