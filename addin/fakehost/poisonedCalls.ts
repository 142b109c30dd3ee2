const cellError = { error: "#VALUE!", message: "The result is not a cell." };
/** What the cells show of each function of the poison bundle. */
export const poisonedCalls: readonly (readonly [id: string, shown: unknown])[] = [
  ["BIG_INTEGER", [[cellError]]],
  ["BIG_INTEGER_CELL", [[1, cellError]]],
  ["CYCLE_CELL", [[cellError]]],
  ["NOT_A_NUMBER", [[cellError, cellError, cellError]]],
  ["NOTHING", [[cellError]]],
  ["EMPTY_CELLS", [[cellError, cellError]]],
  ["DAY", [[cellError]]],
  ["CALL", [[cellError, cellError]]],
  ["PROMISE", [[cellError]]],
  ["PROMISED", [[cellError]]],
  ["THROWS_ERROR", { error: "#VALUE!", message: "THROWS_ERROR failed: it broke." }],
  ["THROWS_TEXT", { error: "#VALUE!", message: "THROWS_TEXT failed: an unknown error." }],
  ["THROWS_CYCLE", { error: "#VALUE!", message: "THROWS_CYCLE failed: an unknown error." }],
  ["TOO_DEEP", { error: "#VALUE!", message: "TOO_DEEP failed: Maximum call stack size exceeded." }],
  ["CYCLE", [[cellError]]],
  ["NO_ROWS", { error: "#VALUE!", message: "The result is not a table of cells." }],
  ["RAGGED", { error: "#VALUE!", message: "The result is not a table of cells." }],
  [
    "LONG_TEXT",
    [
      [
        {
          error: "#VALUE!",
          message: "LONG_TEXT requires texts of at most 32,767 characters, all that a cell holds.",
        },
      ],
    ],
  ],
  [
    "TALL",
    {
      error: "#VALUE!",
      message:
        "TALL requires a result of at most 200,000 cells; this one has 200,001 cells: calculate it in parts.",
    },
  ],
  [
    "HEAVY",
    {
      error: "#VALUE!",
      message:
        "HEAVY requires a result of at most 3 MB; this one has more than that in 100,000 cells: calculate it in parts.",
    },
  ],
];
