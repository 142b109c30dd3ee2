/// <reference types="office-js" />
import { type CellLook, lookPaints } from "@tallykit/panel";

/** Paints a range as its look is. */
export function paintLook({ format }: Excel.Range, look: CellLook): void {
  const { fill, color, bold, size, italic, wrap } = lookPaints[look];
  if (fill !== undefined) format.fill.color = fill;
  if (color !== undefined) format.font.color = color;
  if (bold !== undefined) format.font.bold = bold;
  if (italic !== undefined) format.font.italic = italic;
  if (size !== undefined) format.font.size = size;
  if (wrap !== undefined) format.wrapText = wrap;
  if (look === "total")
    format.borders.getItem(Excel.BorderIndex.edgeTop).style = Excel.BorderLineStyle.continuous;
}
