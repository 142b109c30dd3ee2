import { table } from "@tallykit/sheet";

import { firstBookFault } from "./books.ts";
import { firstCallFault } from "./cells.ts";
import { type Difference, firstDifference, type Run } from "./reference.ts";
import { allReferences, oftenest } from "./references.ts";

/** One line of the summary: something that is run on very many cases. */
export interface Job {
  readonly family: string;
  readonly name: string;
  /** How many cases are run unless another number is asked for. */
  readonly cases: number;
  readonly run: (run: Run) => Difference | undefined;
}

const [veryMany, many] = [1_000_000, 20_000];

/** Every calculator beside its reference, every function under odd cells, and the reader under bent files. */
export const jobs: readonly Job[] = [
  ...allReferences.map(({ family, name, reference }): Job => ({
    family,
    name,
    cases: oftenest.has(name) ? veryMany : many,
    run: (run) => firstDifference(reference, run),
  })),
  ...table.map((row): Job => ({
    family: "cells",
    name: row.id,
    cases: many,
    run: (run) => firstCallFault(row, run),
  })),
  {
    family: "books",
    name: "readBook, patchBook, valuesBook",
    cases: many,
    run: (run) => firstBookFault(run),
  },
];
