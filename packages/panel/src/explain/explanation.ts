/** What can be said about a cell. */
export interface Explanation {
  /** The cell and what it is, such as `D5 · TALLY.COVERAGE_RATE`. */
  readonly title: string;
  /** What is said about it, in order. */
  readonly sentences: readonly string[];
  /** Its working, or what the function was given. */
  readonly table?: {
    /** The titles of the columns. */
    readonly headers: readonly string[];
    /** The rows, each as long as the titles. */
    readonly rows: readonly (readonly string[])[];
  };
  /** What to do, where something is wrong. */
  readonly advice?: readonly string[];
}
