/** What each error code carries: enough to build its message again, in any language. */
export interface ErrorDetails {
  /** A quotient was asked of which the denominator is zero. */
  divisionByZero: { readonly name: string };
  /** A number of the right kind that cannot be: negative, fractional, not finite, too large. */
  outOfRange: { readonly name: string; readonly requirement: string; readonly found: string };
  /** Something that is no number, or no choice from the list, where one is due. */
  invalidValue: { readonly name: string; readonly requirement: string; readonly found: string };
  /** Columns that belong together have different lengths. */
  sizeMismatch: { readonly name: string; readonly expected: number; readonly found: number };
  /** A value is missing where one is needed; `row` counts from 1. */
  missingValue: { readonly name: string; readonly row?: number };
  /** There is nothing to calculate with. */
  emptyInput: { readonly name: string };
  /** Nobody has a weight, so nothing tells how to share. */
  allZero: { readonly name: string };
  /** An amount that is no whole number of steps. */
  notWholeSteps: { readonly name: string; readonly step: string; readonly found: string };
  /** Bounds that no answer can keep: which, and by how much. */
  infeasibleBounds: { readonly requirement: string; readonly by: string };
  /** Options that do not go together. */
  conflict: { readonly requirement: string };
}

/** The closed list of what can go wrong in a calculator. */
export type ErrorCode = keyof ErrorDetails;

const requirements: { readonly [Code in ErrorCode]: (details: ErrorDetails[Code]) => string } = {
  divisionByZero: ({ name }) => `${name} above zero`,
  outOfRange: ({ name, requirement, found }) => `${name} to be ${requirement}; found ${found}`,
  invalidValue: ({ name, requirement, found }) => `${name} to be ${requirement}; found ${found}`,
  sizeMismatch: ({ name, expected, found }) =>
    `${name} to have as many values as there are rows (${expected}); found ${found}`,
  missingValue: ({ name, row }) => `a value in ${name}${row === undefined ? "" : `, row ${row}`}`,
  emptyInput: ({ name }) => `at least one value in ${name}`,
  allZero: ({ name }) => `at least one value above zero in ${name}`,
  notWholeSteps: ({ name, step, found }) =>
    `${name} to be a whole number of steps of ${step}; found ${found}`,
  infeasibleBounds: ({ requirement, by }) => `${requirement}; it fails by ${by}`,
  conflict: ({ requirement }) => requirement,
};

/**
 * The one error that calculators throw.
 *
 * Its message reads: calculator, "requires", what. `code` and `details` let a program branch and say it again
 * in its own words or language.
 *
 * @example
 * new CalculationError("coverageRate", "divisionByZero", { name: "eligible" }).message //=> "coverageRate requires eligible above zero"
 */
export class CalculationError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = "CalculationError";
  /** The calculator that refused. */
  readonly calculator: string;
  /** What went wrong, from the closed list. */
  readonly code: Code;
  /** The facts behind it. */
  readonly details: ErrorDetails[Code];
  /** What the calculator requires: the message without the calculator's name. */
  readonly requirement: string;

  constructor(calculator: string, code: Code, details: ErrorDetails[Code]) {
    const requirement = requirements[code](details);
    super(`${calculator} requires ${requirement}`);
    this.calculator = calculator;
    this.code = code;
    this.details = details;
    this.requirement = requirement;
  }
}
