import type { Texts } from "@tallykit/sheet";
import type { Area } from "@tallykit/sheet/book";

/** A finding and the cells it is about. */
export interface PlacedFinding {
  /** The cells. */
  readonly area: Area;
  /** The short name of its kind. */
  readonly kind: string;
  /** What is there. */
  readonly says: string;
  /** What to do about it. */
  readonly advice: string;
}

/** From so many cells on, a run is told in one finding. */
const leastRun = 3;

/** Findings of one kind and advice in cells under one another become one. */
export function mergedFindings(findings: readonly PlacedFinding[], language: keyof Texts): PlacedFinding[] {
  const sorted = [...findings].sort(
    (a, b) => a.area.first.column - b.area.first.column || a.area.first.row - b.area.first.row,
  );
  const runs: [PlacedFinding, ...PlacedFinding[]][] = [];
  for (const finding of sorted) {
    const run = runs.at(-1);
    const above = run?.at(-1);
    if (run !== undefined && above !== undefined && continues(above, finding)) run.push(finding);
    else runs.push([finding]);
  }
  return runs
    .flatMap((run) => (run.length < leastRun ? run : [merged(run, language)]))
    .sort((a, b) => a.area.first.row - b.area.first.row || a.area.first.column - b.area.first.column);
}

function continues(above: PlacedFinding, finding: PlacedFinding): boolean {
  return (
    above.kind === finding.kind &&
    above.advice === finding.advice &&
    above.area.first.column === finding.area.first.column &&
    above.area.last.column === finding.area.last.column &&
    above.area.last.row + 1 === finding.area.first.row
  );
}

function merged(run: readonly [PlacedFinding, ...PlacedFinding[]], language: keyof Texts): PlacedFinding {
  const [first] = run;
  const last = run.at(-1) ?? first;
  const rows = last.area.last.row - first.area.first.row + 1;
  const says =
    language === "zh" ? `共 ${rows} 格，首格：${first.says}` : `${rows} cells; the first: ${first.says}`;
  return { ...first, area: { first: first.area.first, last: last.area.last }, says };
}
