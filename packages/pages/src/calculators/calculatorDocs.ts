import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import ts from "typescript";

/** What a calculator refuses: a code, and when. */
export interface DocumentedError {
  /** The code. */
  readonly code: string;
  /** When it is thrown. */
  readonly when: string;
}

/** What the doc comment of a calculator says, as Markdown. */
export interface CalculatorDoc {
  /** The first sentence. */
  readonly summary: string;
  /** The paragraphs between the first sentence and the units. */
  readonly method: readonly string[];
  /** Units. */
  readonly units: string;
  /** Where the definition is published. */
  readonly source: string;
  /** What it refuses. */
  readonly errors: readonly DocumentedError[];
}

const coreSources = new URL("../../../core/src/", import.meta.url);
let filesByName: ReadonlyMap<string, string> | undefined;
const docs = new Map<string, CalculatorDoc>();

/** The doc comment of a calculator of the core, by the calculator's name. */
export function calculatorDoc(name: string): CalculatorDoc {
  const known = docs.get(name);
  if (known !== undefined) return known;
  filesByName ??= exportedFiles();
  const file = filesByName.get(name);
  if (file === undefined) throw new Error(`The core exports no calculator ${name}.`);
  const doc = readDoc(file, name);
  docs.set(name, doc);
  return doc;
}

/** The families whose functions are calculators. */
const families = /^\.\/(?:assessment|coverage|funding|growth|periods)\//;

/** Every calculator of the core: what it exports under the name of its file, family by family. */
export function calculatorNames(): readonly string[] {
  filesByName ??= exportedFiles();
  return [...filesByName]
    .filter(([name, file]) => families.test(file) && file.endsWith(`/${name}.ts`))
    .map(([name]) => name);
}

/** Everything that the core exports as a value. */
export function exportedNames(): ReadonlySet<string> {
  filesByName ??= exportedFiles();
  return new Set(filesByName.keys());
}

function parse(file: string): ts.SourceFile {
  const path = fileURLToPath(new URL(file, coreSources));
  return ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
}

/** The file of each value that the core exports. */
function exportedFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const statement of parse("index.ts").statements) {
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly) continue;
    const { exportClause, moduleSpecifier } = statement;
    if (exportClause === undefined || !ts.isNamedExports(exportClause)) continue;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) continue;
    for (const { name } of exportClause.elements) files.set(name.text, moduleSpecifier.text);
  }
  return files;
}

function readDoc(file: string, name: string): CalculatorDoc {
  const declared = parse(file).statements.find(
    (each) => ts.isFunctionDeclaration(each) && each.name?.text === name,
  );
  const comment = declared && ts.getJSDocCommentsAndTags(declared).find((each) => ts.isJSDoc(each));
  if (declared === undefined || comment === undefined) throw new Error(`${name} has no doc comment.`);
  const [summary = "", ...paragraphs] = textOf(comment.comment).split(/\n\s*\n/);
  const marked = (mark: string): string =>
    paragraphs
      .find((each) => each.startsWith(`**${mark}.**`))
      ?.slice(mark.length + 5)
      .trim() ?? "";
  return {
    summary: summary.replace(/\s+/g, " "),
    method: paragraphs.filter((each) => !/^\*\*(Units|Errors|Source)\.\*\*/.test(each)),
    units: marked("Units"),
    source: marked("Source"),
    errors: ts.getJSDocTags(declared).flatMap(documentedErrors),
  };
}

/** What a tag says is thrown: a code and when, or whatever another calculator throws. */
function documentedErrors(tag: ts.JSDocTag): readonly DocumentedError[] {
  if (tag.tagName.text !== "throws") return [];
  const text = textOf(tag.comment).replace(/\s+/g, " ").trim();
  const [, other] = /\bas `(\w+)` throws/.exec(text) ?? [];
  if (other !== undefined) return calculatorDoc(other).errors;
  const [, code, when] = /`(\w+)` (.*)/.exec(text) ?? [];
  return code === undefined || when === undefined ? [] : [{ code, when }];
}

/** A comment's text; a link is the name of what it leads to. */
function textOf(comment: ts.JSDoc["comment"]): string {
  return (ts.getTextOfJSDocComment(comment) ?? "").replace(/\{@link (\w+)\s*\}/g, "`$1`");
}
