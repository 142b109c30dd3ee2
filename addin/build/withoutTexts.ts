import ts from "typescript";
import type { Plugin } from "vite";

/** What people read about a function; the cells never do. */
const readOnlyByPeople: ReadonlySet<string> = new Set(["summary", "examples", "calculator", "family"]);
const tableSource = /[/\\]sheet[/\\]src[/\\]table[/\\][^/\\]+\.ts$/;

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/**
 * Leaves the texts for people out of the table's sources: they are in functions.json and on the page already, and would
 * be a third of the bundle that every workbook loads.
 */
export function withoutTexts(): Plugin {
  return {
    name: "without-texts",
    enforce: "pre",
    transform: (code, id) => (tableSource.test(id) ? { code: cutTexts(code), map: null } : undefined),
  };
}

/** A source of the table without summaries, examples and what else describes a row, and with empty texts of parameters. */
export function cutTexts(source: string): string {
  const cuts: Cut[] = [];
  const visit = (node: ts.Node): void => {
    const by = replacementOf(node);
    if (by === undefined) ts.forEachChild(node, visit);
    else cuts.push({ start: node.getStart(), end: node.end, by });
  };
  visit(ts.createSourceFile("table.ts", source, ts.ScriptTarget.Latest, true));
  // A property goes with the comma after it.
  const after = (end: number, by: string): number => (by === "" && source[end] === "," ? end + 1 : end);
  return cuts.reduceRight(
    (text, { start, end, by }) => text.slice(0, start) + by + text.slice(after(end, by)),
    source,
  );
}

function replacementOf(node: ts.Node): string | undefined {
  if (ts.isObjectLiteralExpression(node) && node.properties.some((each) => nameOf(each) === "zhName"))
    return "{}";
  // Of a row only, never of an object inside a calculation that happens to have a field of that name.
  if (ts.isPropertyAssignment(node) && readOnlyByPeople.has(nameOf(node) ?? "") && isInRow(node)) {
    return "";
  }
  return undefined;
}

function nameOf(node: ts.ObjectLiteralElementLike): string | undefined {
  return node.name !== undefined && ts.isIdentifier(node.name) ? node.name.text : undefined;
}

/** Whether a property is one of the description that a row of the table is made of. */
function isInRow({ parent }: ts.PropertyAssignment): boolean {
  return (
    ts.isObjectLiteralExpression(parent) && parent.properties.some((each) => nameOf(each) === "calculate")
  );
}
