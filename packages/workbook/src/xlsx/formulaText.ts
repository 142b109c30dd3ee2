import { type RawFormula } from "./rawFormula.ts";
import { type RawCell } from "./sheetRows.ts";
import { type XmlPart } from "./scanXml.ts";
import { encodeCalls } from "./storedNames.ts";
import { asOpen, type AttributeChanges, withAttributes } from "./tagText.ts";
import { escapeXml } from "./xmlText.ts";

/** How a formula is to stand from now on. */
export interface FormulaForm {
  /** The range it fills, where it fills one. */
  readonly spill?: string;
  /** Its own address, where it has a result; without one it keeps the range it fills. */
  readonly address?: string;
  /** Whether the group that shares it is taken apart. */
  readonly isUnshared: boolean;
  /** The workbook's own names in lower case: a call of one is no call of ours. */
  readonly namesOfBook: ReadonlySet<string>;
}

/** The text of a cell's formula element in its new form; the same text where nothing changes. */
export function formulaText(part: XmlPart, cell: RawCell, formula: RawFormula, form: FormulaForm): string {
  const element = cell.formula;
  if (element === undefined) return "";
  const { start, contentStart, contentEnd, end } = element;
  const tagText = part.xml.slice(start, contentStart);
  const isFollower = formula.shared !== undefined && contentStart === contentEnd;
  const encoded = encodeCalls(formula.text, form.namesOfBook);
  const attributes = attributeChanges(formula, form);
  const staysFollower = isFollower && !form.isUnshared;
  const isWritten = !staysFollower && (encoded !== formula.text || isFollower);
  if (!isWritten) {
    return withAttributes(tagText, attributes, part.name) + part.xml.slice(contentStart, end);
  }
  const prefix = /^<([^\s:/>]+:)?/.exec(tagText)?.[1] ?? "";
  const opened = asOpen(withAttributes(tagText, attributes, part.name));
  return `${opened}${escapeXml(encoded)}</${prefix}f>`;
}

function attributeChanges(
  formula: RawFormula,
  { spill, address, isUnshared }: FormulaForm,
): AttributeChanges {
  const alone = isUnshared ? { si: undefined } : {};
  if (spill !== undefined) return { ...alone, t: "array", ref: spill };
  // An array formula of one cell stays one: it is how Excel itself writes the calls of add-in functions.
  if (formula.array !== undefined) return address === undefined ? {} : { ref: address };
  return isUnshared ? { ...alone, t: undefined, ref: undefined } : {};
}
