import type { WorkedCell, WorkedSheet } from "./workedSheet.ts";

/**
 * The cells of a worked sheet where our functions stand behind another name, as they do in the development add-in.
 *
 * Texts in formulas are left as they are.
 */
export function sheetCells({ cells }: WorkedSheet, namespace: string): ReadonlyMap<string, WorkedCell> {
  if (namespace === "TALLY") return cells;
  return new Map(
    Array.from(cells, ([address, cell]) => {
      const { content } = cell;
      const isFormula = typeof content === "string" && content.startsWith("=");
      return [address, isFormula ? { ...cell, content: renamed(content, namespace) } : cell] as const;
    }),
  );
}

function renamed(formula: string, namespace: string): string {
  return formula.replace(/"(?:[^"]|"")*"|\bTALLY\./g, (found) =>
    found === "TALLY." ? `${namespace}.` : found,
  );
}
