/** A call of COVERAGE_RATE that is refused, and what the cell shows. */
export interface RefusedCall {
  readonly covered: unknown;
  readonly eligible: unknown;
  readonly shown: { readonly error: string; readonly message?: string };
}

/** Calls with every error that the wire carries, with words where Excel shows them. */
export const refusedCalls: readonly RefusedCall[] = [
  { covered: 1, eligible: 0, shown: { error: "#DIV/0!" } },
  { covered: -1, eligible: 4, shown: { error: "#NUM!" } },
  {
    covered: "x",
    eligible: 4,
    shown: { error: "#VALUE!", message: 'COVERAGE_RATE requires a number in covered; found the text "x".' },
  },
  {
    covered: true,
    eligible: 4,
    shown: { error: "#VALUE!", message: "COVERAGE_RATE requires a number in covered; found TRUE." },
  },
  {
    covered: "",
    eligible: 4,
    shown: { error: "#N/A", message: "COVERAGE_RATE requires a number in covered; the cell is blank." },
  },
  { covered: wireError("#N/A"), eligible: 4, shown: { error: "#N/A" } },
  { covered: wireError("#NULL!"), eligible: 4, shown: { error: "#NULL!" } },
  {
    covered: wireError("#REF!"),
    eligible: 4,
    shown: { error: "#VALUE!", message: "An argument holds the error #REF!." },
  },
  {
    covered: wireError("#BUSY!"),
    eligible: 4,
    shown: { error: "#VALUE!", message: "An argument holds the error #BUSY!." },
  },
];

function wireError(code: string): object {
  return { type: "CustomFunctionError", code };
}
