import type { Area, Place } from "@tallykit/sheet/book";

/** Places as few rectangles: runs within a row, and runs of the same columns in the rows below joined to them. */
export function rectanglesOf(places: readonly Place[]): readonly Area[] {
  const areas: Area[] = [];
  for (const run of runsOf(places)) {
    const above = areas.findIndex(
      ({ first, last }) =>
        last.row === run.first.row - 1 &&
        first.column === run.first.column &&
        last.column === run.last.column,
    );
    const found = areas[above];
    if (found === undefined) areas.push(run);
    else areas[above] = { first: found.first, last: run.last };
  }
  return areas;
}

/** The runs of neighbours within each row, from the top. */
function runsOf(places: readonly Place[]): readonly Area[] {
  const sorted = [...places].sort((one, other) => one.row - other.row || one.column - other.column);
  const runs: Area[] = [];
  for (const place of sorted) {
    const before = runs.at(-1);
    const continues = before?.last.row === place.row && before.last.column === place.column - 1;
    if (before !== undefined && continues) runs[runs.length - 1] = { first: before.first, last: place };
    else runs.push({ first: place, last: place });
  }
  return runs;
}
