/// <reference types="office-js" />
import type { CellLook } from "@tallykit/panel";

/** How each look is painted; dark on light, so that a printed sheet reads as well as one on a screen. */
const paints: Readonly<
  Record<
    CellLook,
    {
      readonly fill?: string;
      readonly color?: string;
      readonly bold?: true;
      readonly size?: number;
      readonly italic?: true;
      readonly wrap?: true;
    }
  >
> = {
  title: { bold: true, size: 14, color: "#1F5FA8" },
  note: { italic: true, color: "#595959" },
  header: { bold: true, fill: "#1F5FA8", color: "#FFFFFF", wrap: true },
  input: { fill: "#FFF8E1", color: "#1F3864" },
  result: { fill: "#EEF4FB" },
  total: { bold: true, fill: "#DCE6F2" },
};

/** Paints a range as its look is. */
export function paintLook({ format }: Excel.Range, look: CellLook): void {
  const { fill, color, bold, size, italic, wrap } = paints[look];
  if (fill !== undefined) format.fill.color = fill;
  if (color !== undefined) format.font.color = color;
  if (bold !== undefined) format.font.bold = bold;
  if (italic !== undefined) format.font.italic = italic;
  if (size !== undefined) format.font.size = size;
  if (wrap !== undefined) format.wrapText = wrap;
  if (look === "total")
    format.borders.getItem(Excel.BorderIndex.edgeTop).style = Excel.BorderLineStyle.continuous;
}
