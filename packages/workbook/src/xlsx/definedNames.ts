import { type BookName } from "@tallykit/sheet/book";
import { type BookParts } from "./bookParts.ts";
import { attributesOf, scanTags, type Tag, textBetween, type XmlPart } from "./scanXml.ts";
import { longestFormula } from "./rawFormula.ts";
import { type ReadingBudget } from "./readingBudget.ts";
import { damagedPart } from "./workbookFileError.ts";
import { decodeFormula } from "./storedNames.ts";

/**
 * The defined names of a workbook, those of LAMBDA functions too; the sheet of a name is asked for by its tab.
 *
 * Excel's own names, such as print areas, and macros are left out.
 */
export function readDefinedNames(
  book: BookParts,
  sheetOfTab: (tab: number) => string | undefined,
  budget: ReadingBudget,
): BookName[] {
  const { workbook } = book;
  const names: BookName[] = [];
  let opened: Tag | undefined;
  for (const tag of scanTags(workbook)) {
    if (tag.name !== "definedName" || tag.depth !== 3) continue;
    if (tag.kind === "open") opened = tag;
    else if (tag.kind === "close" && opened !== undefined) {
      budget.spend("names", 1);
      const name = readName(workbook, opened, tag, sheetOfTab);
      if (name !== undefined) names.push(name);
    }
  }
  return names;
}

function readName(
  workbook: XmlPart,
  opened: Tag,
  closed: Tag,
  sheetOfTab: (tab: number) => string | undefined,
): BookName | undefined {
  const attributes = new Map(
    attributesOf(workbook.xml.slice(opened.start, opened.end), workbook.name).map(({ name, value }) => [
      name,
      value,
    ]),
  );
  const name = attributes.get("name") ?? "";
  const stored = textBetween(workbook, opened.end, closed.start).trim();
  if (stored.length > longestFormula) throw damagedPart(workbook.name, "a formula longer than any of Excel");
  const formula = decodeFormula(stored);
  const isMacro = ["function", "xlm", "vbProcedure"].some((word) => attributes.get(word) === "1");
  if (name === "" || formula === "" || isMacro || /^_xlnm\./i.test(name)) return undefined;
  const tab = attributes.get("localSheetId");
  if (tab === undefined) return { name, formula };
  // A name of a tab that holds no cells can be used in none.
  const sheet = sheetOfTab(Number(tab));
  return sheet === undefined ? undefined : { name, formula, sheet };
}
