import { formulaParts } from "@tallykit/sheet/check";

/** One call of one of our functions. */
export interface CallParts {
  /** The function, without what stands before the dot. */
  readonly id: string;
  /** The arguments as they are written. */
  readonly args: readonly string[];
}

const ownCall = /^=\s*TALLY(?:_[A-Z]+)?\.([A-Z][A-Z0-9_]*)\s*\((.*)\)\s*$/is;

/**
 * A formula that is one call of one of our functions and nothing else; `undefined` for any other.
 *
 * @example
 * callParts("=TALLY.COVERAGE_RATE(A1,2)") //=> { id: "COVERAGE_RATE", args: ["A1", "2"] }
 * callParts("=TALLY.COVERAGE_RATE(A1,2)*100") //=> undefined
 */
export function callParts(formula: string): CallParts | undefined {
  const [, id, inside] = ownCall.exec(formula.trim()) ?? [];
  if (id === undefined || inside === undefined) return undefined;
  const call = formulaParts(formula.trim().slice(1)).calls.at(-1);
  // In A(1)+A(2) the last call begins elsewhere: its arguments are not all that stands inside the outer brackets.
  const isWhole =
    call?.name.endsWith(`.${id.toUpperCase()}`) === true && bare(call.args.join(",")) === bare(inside);
  return isWhole ? { id: id.toUpperCase(), args: call.args } : undefined;
}

function bare(text: string): string {
  return text.replace(/\s/g, "");
}
