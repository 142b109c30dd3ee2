import { describe, expect, test } from "vitest";
import { CalculationError } from "../errors.ts";
import { count } from "../exact/count.ts";
import { exact, type Numeric } from "../exact/decimal.ts";
import { type Fraction, fraction, over, times } from "../exact/fraction.ts";
import { round } from "../exact/rounding.ts";
import { weight } from "../exact/weight.ts";
import { quotaTwoWay, type QuotaTwoWayInput, type TwoWayApportionment } from "./quotaTwoWay.ts";

interface Given {
  readonly weights: readonly (readonly Numeric[])[];
  readonly rowPlaces: readonly number[];
  readonly columnPlaces: readonly number[];
}

const inputOf = ({ weights, rowPlaces, columnPlaces }: Given): QuotaTwoWayInput => ({
  weights: weights.map((row) => row.map((value) => weight(value))),
  rowPlaces: rowPlaces.map((value) => count(value)),
  columnPlaces: columnPlaces.map((value) => count(value)),
});
const twoWay = (given: Given): TwoWayApportionment => quotaTwoWay(inputOf(given));

/** What a refusal says. */
function refusal(given: Given): { readonly code: string; readonly message: string } {
  try {
    twoWay(given);
  } catch (error) {
    if (!(error instanceof CalculationError)) throw error;
    const { code, message } = error as CalculationError;
    return { code, message };
  }
  throw new Error("nothing was refused");
}

/** Weights over divisors of rows and columns, each rounded by itself. */
const roundedBy = ({ weights }: Given, rows: readonly Fraction[], columns: readonly Fraction[]): number[][] =>
  weights.map((row, index) =>
    row.map((value, column) => {
      const divisor = times(rows[index] ?? exact(1), columns[column] ?? exact(1));
      return Number(round(over(exact(value), divisor), "half-away-from-zero"));
    }),
  );
const exacts = (values: readonly Numeric[]): Fraction[] => values.map((value) => exact(value));

// Stadt Zürich, Gemeinderatswahl 9 February 2014, "Unterzuteilung der Sitze an die Listen": votes of the lists SP, SVP,
// FDP, Grüne, glp, CVP, AL (rows) in the districts 1+2, 3, 4+5, 6, 7+8, 9, 10, 11, 12 (columns); stadt-zuerich.ch.
const zurich2014 = {
  weights: [
    [30933, 54797, 40953, 29882, 62554, 46248, 40979, 79160, 11448],
    [18882, 25663, 9836, 11132, 34834, 41366, 24261, 70002, 10635],
    [24403, 17918, 10238, 15090, 69163, 21307, 21957, 37123, 3412],
    [13239, 21915, 15880, 10034, 28630, 15001, 13598, 22448, 2433],
    [12202, 17746, 12416, 11024, 26498, 14738, 13901, 29648, 2151],
    [5936, 6873, 3645, 3692, 11017, 10816, 4898, 14852, 2786],
    [5650, 16680, 17323, 6650, 10082, 8020, 8543, 11655, 1061],
  ],
  rowPlaces: [39, 23, 21, 14, 13, 6, 9],
  columnPlaces: [12, 15, 13, 10, 16, 16, 12, 22, 9],
  places: [
    [3, 5, 5, 4, 4, 5, 4, 6, 3],
    [2, 2, 1, 1, 2, 4, 2, 6, 3],
    [3, 2, 1, 2, 4, 2, 3, 3, 1],
    [1, 2, 2, 1, 2, 2, 1, 2, 1],
    [1, 2, 2, 1, 2, 1, 1, 3, 0],
    [1, 1, 0, 0, 1, 1, 0, 1, 1],
    [1, 1, 2, 1, 1, 1, 1, 1, 0],
  ],
};

// Stadt Zürich, Gemeinderatswahl 4 March 2018, the same table: SP, SVP, FDP, Grüne, glp, AL, EVP/BDP.
const zurich2018 = {
  weights: [
    [37360, 67129, 49212, 34296, 71164, 60063, 52231, 89477, 13192],
    [15856, 19340, 8339, 8974, 28050, 33783, 17789, 55160, 8980],
    [23990, 20529, 13844, 16857, 69536, 26712, 23098, 40194, 3826],
    [15007, 26471, 19388, 12571, 31442, 20296, 15534, 28713, 4191],
    [12551, 19573, 16442, 11613, 28414, 16488, 14630, 31911, 2931],
    [7668, 22692, 22136, 7612, 13659, 10164, 12054, 12435, 1954],
    [1841, 2939, 1152, 2101, 5655, 9777, 3374, 13901, 2568],
  ],
  rowPlaces: [43, 17, 21, 16, 14, 10, 4],
  columnPlaces: [12, 15, 13, 10, 16, 16, 12, 22, 9],
  places: [
    [4, 6, 5, 4, 4, 5, 5, 7, 3],
    [2, 1, 1, 1, 2, 3, 1, 4, 2],
    [2, 2, 1, 2, 5, 3, 2, 3, 1],
    [2, 2, 2, 1, 2, 2, 2, 2, 1],
    [1, 2, 2, 1, 2, 1, 1, 3, 1],
    [1, 2, 2, 1, 1, 1, 1, 1, 0],
    [0, 0, 0, 0, 0, 1, 0, 2, 1],
  ],
  rowDivisors: exacts([1, 1.0708, 0.973, 0.934, 1.02, 1, 0.73]),
  columnDivisors: exacts([9870, 12100, 10000, 9000, 15850, 10950, 11080, 12400, 5000]),
};

describe("elections to the city council of Zurich", () => {
  test.each([
    ["9 February 2014", zurich2014],
    ["4 March 2018", zurich2018],
  ])("of %s: 125 seats as they were filled", (_, { places, ...election }) => {
    const answer = twoWay(election);
    expect(answer.places).toEqual(places);
    expect(answer.ties).toEqual([]);
  });

  test("of 9 February 2014: the divisors prove it", () => {
    const { rowDivisors, columnDivisors } = twoWay(zurich2014);
    expect(roundedBy(zurich2014, rowDivisors, columnDivisors)).toEqual(zurich2014.places);
  });

  test("of 4 March 2018: the divisors do what the published ones do", () => {
    const { rowDivisors, columnDivisors } = twoWay(zurich2018);
    expect(roundedBy(zurich2018, zurich2018.rowDivisors, zurich2018.columnDivisors)).toEqual(
      zurich2018.places,
    );
    expect(roundedBy(zurich2018, rowDivisors, columnDivisors)).toEqual(zurich2018.places);
  });
});

describe("published tables", () => {
  test.each<[string, Given, readonly (readonly number[])[]]>([
    [
      // Canton of Uri, Landratswahlen 2020, "Statistische Auswertung"; also data uri2020 of the R package proporz.
      "the Landrat of Uri, 2020: CVP, SPGB, FDP, SVP in Altdorf, Bürglen, Erstfeld, Schattdorf",
      {
        weights: [
          [11471, 2822, 2309, 4794],
          [11908, 1606, 1705, 2600],
          [9213, 1567, 946, 2961],
          [7756, 2945, 1573, 3498],
        ],
        rowPlaces: [12, 9, 7, 9],
        columnPlaces: [15, 7, 6, 9],
      },
      [
        [5, 2, 2, 3],
        [4, 1, 2, 2],
        [3, 1, 1, 2],
        [3, 3, 1, 2],
      ],
    ],
    [
      "Wikipedia, Biproportional apportionment: parties A, B, C in the regions I, II, III",
      {
        weights: [
          [123, 45, 815],
          [912, 714, 414],
          [312, 255, 215],
        ],
        rowPlaces: [5, 11, 4],
        columnPlaces: [7, 5, 8],
      },
      [
        [1, 0, 4],
        [4, 4, 3],
        [2, 1, 1],
      ],
    ],
    [
      "Wikipedia, Doppeltproportionales Zuteilungsverfahren: three parties in the districts A, B, C",
      {
        weights: [
          [5100, 9800, 4500],
          [6000, 10000, 12000],
          [6300, 10200, 14400],
        ],
        rowPlaces: [4, 5, 6],
        columnPlaces: [4, 5, 6],
      },
      [
        [1, 2, 1],
        [1, 2, 2],
        [2, 1, 3],
      ],
    ],
  ])("%s", (_, given, places) => {
    const answer = twoWay(given);
    expect(answer.places).toEqual(places);
    expect(answer.ties).toEqual([]);
    expect(roundedBy(given, answer.rowDivisors, answer.columnDivisors)).toEqual(places);
  });
});

describe("divisors", () => {
  test("have as few digits as they bear", () => {
    const weights = [
      [123, 45, 815],
      [912, 714, 414],
      [312, 255, 215],
    ];
    const { rowDivisors, columnDivisors } = twoWay({
      weights,
      rowPlaces: [5, 11, 4],
      columnPlaces: [7, 5, 8],
    });
    for (const divisor of [...rowDivisors, ...columnDivisors]) {
      expect(Number(divisor.numerator) / Number(divisor.denominator)).toBe(
        Number((Number(divisor.numerator) / Number(divisor.denominator)).toPrecision(3)),
      );
    }
  });

  test("are those of the weights as given: tenths have a tenth of the divisor", () => {
    const given = { weights: [["0.1", "0.3"]], rowPlaces: [4], columnPlaces: [1, 3] };
    const { rowDivisors, columnDivisors } = twoWay(given);
    expect(roundedBy(given, rowDivisors, columnDivisors)).toEqual([[1, 3]]);
  });

  test("put tied cells exactly on their rounding boundary", () => {
    const { rowDivisors, columnDivisors } = twoWay({
      weights: [
        [1, 1],
        [1, 1],
      ],
      rowPlaces: [1, 1],
      columnPlaces: [1, 1],
    });
    expect(rowDivisors.map((row) => over(exact(1), times(row, columnDivisors[0] ?? row)))).toEqual([
      fraction(1n, 2n),
      fraction(1n, 2n),
    ]);
  });

  test("of lines without places or weights are some number above zero", () => {
    const { rowDivisors, columnDivisors } = twoWay({
      weights: [
        [4, 0, 1],
        [0, 0, 0],
        [1, 0, 2],
      ],
      rowPlaces: [3, 0, 0],
      columnPlaces: [2, 0, 1],
    });
    for (const { numerator } of [...rowDivisors, ...columnDivisors]) expect(numerator > 0n).toBe(true);
  });
});

describe("ties", () => {
  test("the first table, cells row by row, the larger first", () => {
    const weights = [
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ];
    const answer = twoWay({ weights, rowPlaces: [1, 1, 1], columnPlaces: [1, 1, 1] });
    expect(answer.places).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
    expect(answer.ties).toHaveLength(1);
    expect(answer.ties[0]?.cells).toHaveLength(9);
    expect(answer.ties[0]?.served).toEqual([
      { row: 0, column: 0 },
      { row: 1, column: 1 },
      { row: 2, column: 2 },
    ]);
  });

  test("a tie that the R package proporz 1.5.2 leaves undefined: 50, 40, 30, 20 and 25, 20, 15, 10", () => {
    const weights = [
      [50, 25],
      [40, 20],
      [30, 15],
      [20, 10],
    ];
    // By hand: all rows are in one proportion, so the fractions 3.5, 3, 2, 1.5 of each column tie in the odd rows.
    expect(twoWay({ weights, rowPlaces: [7, 6, 4, 3], columnPlaces: [10, 10] })).toMatchObject({
      places: [
        [4, 3],
        [3, 3],
        [2, 2],
        [1, 2],
      ],
      ties: [
        {
          cells: [
            { row: 0, column: 0 },
            { row: 0, column: 1 },
            { row: 3, column: 0 },
            { row: 3, column: 1 },
          ],
          served: [
            { row: 0, column: 0 },
            { row: 3, column: 1 },
          ],
        },
      ],
    });
  });

  test("two ties that share no line are told apart", () => {
    const weights = [
      [1, 1, 0, 0],
      [1, 1, 0, 0],
      [0, 0, 1, 1],
      [0, 0, 1, 1],
    ];
    const { places, ties } = twoWay({ weights, rowPlaces: [1, 1, 1, 1], columnPlaces: [1, 1, 1, 1] });
    expect(places).toEqual([
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ]);
    expect(ties.map(({ cells }) => cells.map(({ row }) => row))).toEqual([
      [0, 0, 1, 1],
      [2, 2, 3, 3],
    ]);
  });

  test("neighbours beyond 2^53 are no tie", () => {
    const large = "9007199254740993";
    const larger = "9007199254740994";
    const lines = { rowPlaces: [1, 1], columnPlaces: [1, 1] };
    const diagonal = [
      [1, 0],
      [0, 1],
    ];
    const others = [
      [0, 1],
      [1, 0],
    ];
    expect(
      twoWay({
        ...lines,
        weights: [
          [larger, large],
          [large, large],
        ],
      }),
    ).toMatchObject({ places: diagonal, ties: [] });
    expect(
      twoWay({
        ...lines,
        weights: [
          [large, larger],
          [large, large],
        ],
      }),
    ).toMatchObject({ places: others, ties: [] });
  });
});

describe("zeros", () => {
  test("leave the other cells to do it all", () => {
    const weights = [
      [1, 1, 0],
      [0, 1, 0],
      [1, 0, 2],
    ];
    expect(twoWay({ weights, rowPlaces: [1, 1, 3], columnPlaces: [1, 1, 3] }).places).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 3],
    ]);
  });

  test("no places at all: an empty table, even without weights", () => {
    const empty = { weights: [[0, 0]], rowPlaces: [0], columnPlaces: [0, 0] };
    expect(twoWay(empty)).toMatchObject({ places: [[0, 0]], ties: [] });
  });
});

describe("size", () => {
  test("what scaling reaches only in a trillion rounds is reached by digits: 10^12 places in a corner", () => {
    const weights = [
      [1, 1],
      [0, 1],
    ];
    const many = [10 ** 12, 10 ** 12];
    expect(twoWay({ weights, rowPlaces: many, columnPlaces: many }).places).toEqual([
      [10 ** 12, 0],
      [0, 10 ** 12],
    ]);
  });

  test("weights that no double holds", () => {
    const weights = [
      ["1e400", "3e400"],
      ["1e-400", "1e-400"],
    ];
    const lines = { rowPlaces: [4, 4], columnPlaces: [3, 5] };
    // Rows may be scaled: the same as 1, 3 and 1, 1.
    const same = twoWay({
      ...lines,
      weights: [
        [1, 3],
        [1, 1],
      ],
    });
    expect(twoWay({ ...lines, weights }).places).toEqual(same.places);
    expect(same.places).toEqual([
      [1, 3],
      [2, 2],
    ]);
  });

  test("30 rows and 30 columns, six thousand places", () => {
    const lines = Array.from({ length: 30 }, (_, line) => line);
    // Weights from 1 to 9,973 without order: powers of 5 modulo a prime; every eleventh is zero.
    let power = 1;
    const weights = lines.map(() =>
      lines.map(() => {
        power = (power * 5) % 9973;
        return power % 11 === 0 ? 0 : power;
      }),
    );
    const given = {
      weights,
      rowPlaces: lines.map((line) => 171 + 2 * line),
      columnPlaces: lines.map(() => 200),
    };
    const { places, rowDivisors, columnDivisors, ties } = twoWay(given);
    expect(places.map((row) => row.reduce((sum, value) => sum + value, 0))).toEqual(given.rowPlaces);
    expect(lines.map((line) => places.reduce((sum, row) => sum + (row[line] ?? 0), 0))).toEqual(
      given.columnPlaces,
    );
    expect(roundedBy(given, rowDivisors, columnDivisors)).toEqual(places);
    expect(ties).toEqual([]);
  });
});

describe("refusals", () => {
  const square = {
    weights: [
      [1, 0],
      [1, 1],
    ],
    rowPlaces: [1, 1],
    columnPlaces: [1, 1],
  };

  test.each<[string, Given, string, string]>([
    ["no weights", { ...square, weights: [] }, "emptyInput", "at least one value in weights"],
    ["rows without cells", { ...square, weights: [[], []] }, "emptyInput", "at least one value in weights"],
    [
      "rows of unequal length",
      { ...square, weights: [[1, 1], [1]] },
      "sizeMismatch",
      "row 2 of weights to have as many values as there are rows (2); found 1",
    ],
    [
      "too few row places",
      { ...square, rowPlaces: [2] },
      "sizeMismatch",
      "rowPlaces to have as many values as there are rows (2); found 1",
    ],
    [
      "too few column places",
      { ...square, columnPlaces: [2] },
      "sizeMismatch",
      "columnPlaces to have as many values as there are rows (2); found 1",
    ],
    [
      "weights that are all zero",
      {
        ...square,
        weights: [
          [0, 0],
          [0, 0],
        ],
      },
      "allZero",
      "at least one value above zero in weights",
    ],
    [
      "sums that differ",
      { ...square, rowPlaces: [1, 2] },
      "infeasibleBounds",
      "as many places in rowPlaces (3) as in columnPlaces (2); it fails by 1",
    ],
    [
      "sums that differ the other way",
      { ...square, columnPlaces: [1, 3] },
      "infeasibleBounds",
      "as many places in rowPlaces (2) as in columnPlaces (4); it fails by 2",
    ],
    [
      "a row that has weight in one column only",
      { ...square, rowPlaces: [2, 0] },
      "infeasibleBounds",
      "no more places for row 1 (found 2) than for column 1 (found 1), all that can serve it; it fails by 1",
    ],
    [
      "a row without weight",
      { weights: [[1], [0]], rowPlaces: [1, 2], columnPlaces: [3] },
      "infeasibleBounds",
      "no places for row 2 (found 2), which has no weight; it fails by 2",
    ],
    [
      "a column without weight",
      {
        weights: [
          [1, 0],
          [1, 0],
          [1, 0],
        ],
        rowPlaces: [1, 1, 1],
        columnPlaces: [2, 1],
      },
      "infeasibleBounds",
      "no places for column 2 (found 1), which has no weight; it fails by 1",
    ],
    [
      // proporz, tests/testthat/test-biproportional-errors.R: "Not enough seats for parties 2, 3 in district 2
      // (2 seats necessary, 1 available)".
      "two rows that one column must serve",
      {
        weights: [
          [5, 0],
          [0, 15],
          [0, 16],
        ],
        rowPlaces: [2, 1, 1],
        columnPlaces: [3, 1],
      },
      "infeasibleBounds",
      "no more places for column 1 (found 3) than for row 1 (found 2), all that can serve it; it fails by 1",
    ],
    [
      // The same tests: "Not enough seats for party 2 in districts 1, 2 (6 seats necessary, 4 available)".
      "a row and two columns of three",
      {
        weights: [
          [4, 0, 1],
          [3, 20, 0],
        ],
        rowPlaces: [2, 6],
        columnPlaces: [1, 3, 4],
      },
      "infeasibleBounds",
      "no more places for column 3 (found 4) than for row 1 (found 2), all that can serve it; it fails by 2",
    ],
    [
      "two rows and two columns",
      {
        weights: [
          [1, 1, 0, 0],
          [1, 1, 0, 0],
          [1, 1, 1, 1],
          [1, 1, 1, 1],
          [1, 1, 1, 1],
        ],
        rowPlaces: [3, 2, 1, 1, 1],
        columnPlaces: [2, 2, 2, 2],
      },
      "infeasibleBounds",
      "no more places for rows 1 and 2 (found 5) than for columns 1 and 2 (found 4), all that can serve them; it fails by 1",
    ],
  ])("%s", (_, given, code, requirement) => {
    expect(refusal(given)).toEqual({ code, message: `quotaTwoWay requires ${requirement}` });
  });

  test("a long list of lines is cut", () => {
    const lines = Array.from({ length: 45 }, (_, line) => line);
    const { message } = refusal({
      weights: lines.map((row) => lines.map((column) => (row < 22 && column >= 22 ? 0 : 1))),
      rowPlaces: lines.map((row) => (row < 22 ? 3 : row === 44 ? 2 : 1)),
      columnPlaces: lines.map(() => 2),
    });
    expect(message).toContain(
      "than for columns 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 and 2 more (found 44)",
    );
  });
});

test("takes frozen input and leaves it as it was", () => {
  const input = inputOf(zurich2014);
  const weights = Object.freeze(input.weights.map((row) => Object.freeze([...row])));
  expect(quotaTwoWay(Object.freeze({ ...input, weights })).places).toEqual(zurich2014.places);
});
