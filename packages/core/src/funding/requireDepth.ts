import { CalculationError } from "../errors.ts";

/** A tree has no more levels than this: deeper ones would overflow the stack, and only a tree within itself has them. */
const mostLevels = 1_000;

interface Node {
  readonly children?: readonly Node[] | undefined;
}

/** Refuses a tree that is deeper than any organisation, level by level. */
export function requireDepth(calculator: string, children: readonly Node[]): void {
  let level = children;
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > mostLevels) {
      throw new CalculationError(calculator, "outOfRange", {
        name: "the number of levels",
        requirement: `at most ${mostLevels.toLocaleString("en")}`,
        found: "more",
      });
    }
    level = level.flatMap((node) => node.children ?? []);
  }
}
