import { formulaOf, table } from "@tallykit/sheet";
import { describe, expect, test } from "vitest";

import type { Explanation } from "./explanation.ts";
import { explainCell } from "./explainCell.ts";
import { cellsFrom, hostOf, type TestCell, type TestSheets } from "./hostFixture.ts";

async function explain(
  sheets: TestSheets,
  address: string,
  {
    language = "en",
    namespace = "TALLY",
  }: { readonly language?: "en" | "zh"; readonly namespace?: string } = {},
): Promise<Explanation> {
  const host = hostOf(sheets, namespace);
  return explainCell({ range: await host.readRange({ address }), host, language });
}

function formula(text: string, shows: TestCell = 0): TestCell {
  return {
    formula: text,
    shows: typeof shows === "object" && shows !== null && "formula" in shows ? 0 : shows,
  };
}

/** Both size classes of the 2016 review: 1,442 units with an organisation each; 6,015 of 6,573 share one. */
const review = cellsFrom("A1", [
  ["class", "covered", "eligible"],
  ["three members or more", 1442, 1442],
  ["fewer than three", 6015, 6573],
]);

describe("explainCell", () => {
  test("tells a rate with numerator, denominator and the exact quotient", async () => {
    const sheets = { Sheet1: { ...review, D3: formula("=TALLY.COVERAGE_RATE(B3,C3)", 6015 / 6573) } };
    const { title, sentences, table: inputs, advice } = await explain(sheets, "D3");
    expect(title).toBe("D3 · TALLY.COVERAGE_RATE");
    // 6015/6573 = 2005/2191 by 3; 2005/2191 = 0.91510725696… by long division.
    expect(sentences).toContain(
      "Numerator 6015 covered, denominator 6573 eligible: 6015/6573 = 2005/2191 = 0.9151072569…, that is 91.510725…%.",
    );
    expect(sentences).toContain("Not covered: 558.");
    expect(inputs).toEqual({
      headers: ["parameter", "in the formula", "what it holds"],
      rows: [
        ["covered", "B3", "6015"],
        ["eligible", "C3", "6573"],
      ],
    });
    expect(advice).toBeUndefined();
  });

  test("tells the same in Chinese", async () => {
    const sheets = { Sheet1: { ...review, D3: formula("=TALLY.COVERAGE_RATE(B3,C3)", 6015 / 6573) } };
    const { sentences, table: inputs } = await explain(sheets, "D3", { language: "zh" });
    expect(sentences).toContain(
      "分子为已覆盖 6015，分母为应覆盖 6573：6015/6573 = 2005/2191 = 0.9151072569…，即 91.510725…%。",
    );
    expect(inputs?.rows).toEqual([
      ["已覆盖", "B3", "6015"],
      ["应覆盖", "C3", "6573"],
    ]);
  });

  test("says of a rate over 100% that it is kept, and of a full one that all are covered", async () => {
    const call = (text: string): Promise<Explanation> => explain({ S: { A1: formula(text) } }, "A1");
    expect((await call("=TALLY.COVERAGE_RATE(2257,919)")).sentences.join(" ")).toMatch(
      /over 100%\. It is kept as it is/,
    );
    expect((await call("=TALLY.COVERAGE_RATE(1442,1442)")).sentences).toContain("Every one is covered.");
  });

  test("says why 1,999 of 2,000 is not printed as 100.0%", async () => {
    const sheets = { S: { A1: formula("=TALLY.COVERAGE_TEXT(1999,2000)", "99.9%") } };
    expect((await explain(sheets, "A1")).sentences).toContain(
      "Rounded it would read 100.0%, which it is not; so the nearest value on the true side stands instead: 99.9%.",
    );
  });

  test("tells a gap to a goal: 95% of 6,573 is 6,244.35, so 6,245, so 230 more", async () => {
    const sheets = { Sheet1: { ...review, D3: formula("=TALLY.COVERAGE_GAP(B3,C3,95%)", 230) } };
    expect((await explain(sheets, "D3")).sentences).toEqual(
      expect.arrayContaining([
        "The goal asks for 95% × 6573 = 6244.35, so at least 6245 whole units.",
        "6015 are covered: 6245 - 6015 = 230 more.",
      ]),
    );
  });

  test("pools a total, and shows the result as a table in the language asked for", async () => {
    const call = formula("=TALLY.COVERAGE_BY_GROUP(A2:A3,B2:B3,C2:C3)", "group");
    const { sentences, table: shown } = await explain({ Sheet1: { ...review, E1: call } }, "E1", {
      language: "zh",
    });
    expect(sentences).toContain("合计：7457/8015 = 0.9303805364…，即 93.038053…%。");
    expect(shown?.headers).toEqual(["组别", "已覆盖", "应覆盖", "覆盖率", "状态"]);
    expect(shown?.rows.at(-1)).toEqual(["合计", "7457", "8015", "0.930381", "正常"]);
  });

  test("tells what a change came from: rates of 60% and 55%", async () => {
    // east 10/50 to 30/100, west 80/100 to 80/100: 90/150 = 60%, 110/200 = 55%; parts 25/6 and -55/6.
    const call = formula(
      '=TALLY.COVERAGE_CHANGE({"east";"west"},{10;80},{50;100},{30;80},{100;100})',
      "group",
    );
    const { sentences } = await explain({ S: { A1: call } }, "A1");
    expect(sentences).toEqual(
      expect.arrayContaining([
        "The rate of all went from 60% to 55%: -5 percentage points, the difference of two rates.",
        "Of these, 4.16667 points come from the groups' own rates and -9.16667 points from units moving between groups; both together are the whole change.",
        "The largest contribution is that of west: -13.3333 points.",
      ]),
    );
  });

  test("tells a growth path with its formula and the exact values before rounding", async () => {
    // 541.666… of 2020 is 650/1.2; from 542: 650.4, 780.48, 936.576.
    const call = formula('=TALLY.GROWTH_PATH(542,20%,3,,"nearest")', 542);
    const { sentences, table: path } = await explain({ S: { A1: call } }, "A1");
    expect(sentences).toContain(
      "Base 542, growth of 20% a period of the value before; period n is 542 × 1.2^n.",
    );
    expect(path?.rows).toEqual([
      ["0", "542", "542"],
      ["1", "650.4", "650"],
      ["2", "780.48", "780"],
      ["3", "936.576", "937"],
    ]);
  });

  test("tells an implied base and a catch-up rate with their numbers", async () => {
    const base = await explain({ S: { A1: formula("=TALLY.GROWTH_BASE(650,0.2,1)", 1625 / 3) } }, "A1");
    expect(base.sentences).toEqual(
      expect.arrayContaining([
        "The base implied is 650 / 1.2^1 = 541.666666666667.",
        "Of the whole numbers only 542 rounds to the value as printed.",
      ]),
    );
    const rate = await explain({ S: { A1: formula("=TALLY.TARGET_CATCH_UP(650,936,2)", 0.2) } }, "A1");
    expect(rate.sentences.join(" ")).toContain("(936 / 650)^(1 / 2) - 1 = 0.2 (20%)");
  });

  test("tells where a target stands, with the dates that were read", async () => {
    const cells = cellsFrom("A1", [[650, 780, 676, 46023, 46387, 46095]]);
    const call = formula("=TALLY.TARGET_STATUS(A1,B1,C1,D1,E1,F1)", "expected");
    const { sentences } = await explain({ S: { ...cells, A3: call } }, "A3");
    expect(sentences).toEqual(
      expect.arrayContaining([
        "From 2026-01-01 to 2026-12-31 there are 365 days, both counted; by 2026-03-14 73 of them have gone: 73/365 = 20%.",
        "Expected by the days gone by: 650 + (780 - 650) × 73/365 = 676; the actual value is 676.",
        "The gap to the goal is 104; over 10 calendar months left (a begun one counts) that is 10.4 a month.",
        "Status on track: the actual value is not short of the expected one.",
      ]),
    );
  });

  test("explains a split row by row, by the names to the left of its weights", async () => {
    const rows = [
      ["east", 2, formula("=TALLY.FUNDING_SPLIT(100,B1:B3,1)", 33)],
      ["west", 3, 50],
      ["north", 1, 17],
    ];
    const { sentences, table: working } = await explain({ S: cellsFrom("A1", rows) }, "C1");
    expect(sentences.join(" ")).toContain("north: a weight of 1 out of 6 makes an exact share of 50/3");
    expect(working?.rows[2]?.slice(0, 4)).toEqual(["north", "1", "16.666667", "16"]);
    // A cell that the formula fills is explained for its own row.
    const filled = await explain({ S: cellsFrom("A1", rows) }, "C3");
    expect(filled.title).toBe("C3 · TALLY.FUNDING_SPLIT");
    expect(filled.sentences).toContain("This cell has no formula of its own: the one in C1 fills it.");
    expect(filled.sentences.some((sentence) => sentence.startsWith("north: "))).toBe(true);
    expect(filled.sentences.some((sentence) => sentence.startsWith("west: "))).toBe(false);
    expect(filled.sentences).toContain("Result: 17.");
  });

  test("tells what is topped up in all, with a pool and without one", async () => {
    // Of 10,000 in full to 6,000, 2,500 and 1,500: 500 and 1,500 are missing to 3,000 each.
    for (const pool of ["", "5000"]) {
      const call = formula(`=TALLY.FUNDING_RETURN({6000;2500;1500},1,3000,${pool})`, "group");
      const { sentences } = await explain({ S: { A1: call } }, "A1");
      expect(sentences.join(" ")).toContain("Handed in: 10000; of it 1 comes back, which is 10000");
      expect(sentences.join(" ")).toContain("is topped up to it: 2000 in all.");
    }
  });

  test("explains places with their quotas", async () => {
    const call = formula('=TALLY.QUOTA_APPORTION(43,{21878;9713;4167;3252;1065},"韦伯斯特")', 24);
    const { sentences, table: working } = await explain({ S: { A1: call } }, "A1", { language: "zh" });
    expect(sentences[1]).toContain("43 个名额按权重以韦伯斯特法分给 5 行。");
    expect(working?.rows.map((row) => row[3])).toEqual(["24", "10", "4", "4", "1", "43", "", ""]);
  });

  test("tells a weighted score, its band and its rank", async () => {
    const cells = cellsFrom("A1", [
      ["mill", 90, 80, 70],
      ["shop", 60, 60, 60],
    ]);
    const at = (text: string, shows: TestCell): Promise<Explanation> =>
      explain({ S: { ...cells, F1: formula(text, shows) } }, "F1");
    expect((await at("=TALLY.SCORE_WEIGHTED(B1:D2,{50,30,20})", 83)).sentences).toContain(
      "mill: (90 × 50 + 80 × 30 + 70 × 20) / 100 = 8300 / 100 = 83.",
    );
    expect(
      (await at('=TALLY.SCORE_BAND(B1,{0;80;95},{"one";"two";"three"})', "two")).sentences.join(" "),
    ).toContain('A score of 90 reaches 80, so it is in the band "two"; the next band begins at 95.');
    expect((await at("=TALLY.SCORE_RANK(B1:B2)", 1)).sentences).toContain(
      "mill: of 2 scores 0 come before 90; its rank is 1.",
    );
  });

  test("explains the innermost call that can be read, and says that it is a part", async () => {
    const sheets = { Sheet1: { ...review, D3: formula("=ROUND(TALLY.COVERAGE_RATE(B3,C3),3)", 0.915) } };
    const { title, sentences } = await explain(sheets, "D3");
    expect(title).toBe("D3 · TALLY.COVERAGE_RATE");
    expect(sentences).toContain(
      "TALLY.COVERAGE_RATE is one part of the formula; what follows explains that part.",
    );
    const nested = '=TALLY.SCORE_BAND(TALLY.COVERAGE_RATE(B3,C3),{0;0.9},{"low";"high"})';
    expect((await explain({ Sheet1: { ...review, D3: formula(nested, "high") } }, "D3")).title).toBe(
      "D3 · TALLY.COVERAGE_RATE",
    );
  });

  test("reads other sheets, whole columns and texts made of cells, and knows another namespace", async () => {
    const call = formula(
      "=TALLY_DEV.COVERAGE_BY_GROUP('Both classes'!A:A,'Both classes'!B:B&\"\",'Both classes'!C:C)",
      "group",
    );
    const sheets = {
      Front: { A1: call },
      "Both classes": cellsFrom("A1", [
        ["own", 1442, 1442],
        ["joint", 6015, 6573],
      ]),
    };
    const { title, table: shown } = await explain(sheets, "A1", { namespace: "TALLY_DEV" });
    expect(title).toBe("A1 · TALLY_DEV.COVERAGE_BY_GROUP");
    expect(shown?.rows).toContainEqual(["joint", "6015", "6573", "0.915107", "ok"]);
  });

  test("keeps the rows of a whole column in step where the sheet is used from a later row on", async () => {
    const call = formula("=TALLY.COVERAGE_CHECK(Low!A:A,Low!B1:B4,Low!C:C)", "row");
    const low = cellsFrom("A3", [
      ["own", 1442, 1442],
      ["joint", 6015, 6573],
    ]);
    const { table: inputs } = await explain({ Front: { A1: call }, Low: low }, "A1");
    expect(inputs?.rows.slice(0, 2)).toEqual([
      ["group", "Low!A:A", '4 cells: blank, blank, "own", "joint" (2 blank)'],
      ["covered", "Low!B1:B4", "4 cells: blank, blank, 1442, 6015 (sum 7457, 2 blank)"],
    ]);
  });

  test.each([
    [
      "=TALLY.COVERAGE_RATE(B2+1,C2)",
      "Its argument covered is B2+1, which cannot be read here: only values and references to cells can.",
    ],
    [
      "=TALLY.COVERAGE_RATE(B2,Goal)",
      "Its argument eligible is Goal, which cannot be read here: only values and references to cells can.",
    ],
    [
      "=TALLY.COVERAGE_RATE(B2:B3#,C2)",
      "Its argument covered is B2:B3#, which cannot be read here: only values and references to cells can.",
    ],
    [
      "=TALLY.COVERAGE_RATE(Gone!B2,C2)",
      'Its argument covered is Gone!B2, which cannot be read here (There is no sheet "Gone".): only values and references to cells can.',
    ],
    ["=TALLY.COVERAGE_RATE(B2,C2,9)", "It takes at most 2 arguments, and here there are more: remove 9."],
  ])("says of %s what it cannot read", async (text, sentence) => {
    const { sentences, table: shown } = await explain({ Sheet1: { ...review, D2: formula(text) } }, "D2");
    expect(sentences).toContain(sentence);
    expect(shown).toBeUndefined();
  });

  test("says that a value is old where the cell shows another than the function gives", async () => {
    const sheets = { Sheet1: { ...review, D3: formula("=TALLY.COVERAGE_GAP(B3,C3,0.95)", 231) } };
    expect((await explain(sheets, "D3")).sentences.at(-1)).toMatch(/^The cell shows 231 instead:/);
  });

  test("says politely that other formulas, values and blanks are not for it", async () => {
    const cells = {
      ...review,
      D2: formula("=SUM(B2:B3)", 7457),
      D3: formula("=TALLY.COVRAGE(B2)", { error: "#NAME?" }),
    };
    const say = async (address: string): Promise<string> =>
      (await explain({ Sheet1: cells }, address)).sentences.join(" ");
    expect(await say("D2")).toBe(
      "This formula calls none of Tallykit's functions (TALLY.…), and only those can be explained here.",
    );
    expect(await say("D3")).toContain("Tallykit has no function TALLY.COVRAGE.");
    expect(await say("B2")).toMatch(/^This cell holds 1442 and has no formula of its own/);
    expect(await say("D1")).toBe("This cell is blank; there is nothing to explain.");
  });
});

describe("explainCell of errors", () => {
  const errorAt = (
    text: string,
    error: string,
    cells: Record<string, TestCell> = {},
    language: "en" | "zh" = "en",
  ): Promise<Explanation> => {
    // Hosts hand errors that are none of the usual ones as text.
    const shows = ["#BUSY!", "#CONNECT!"].includes(error) ? error : ({ error } as TestCell);
    return explain({ S: { ...cells, D1: formula(text, shows) } }, "D1", { language });
  };

  test.each([
    [
      "#DIV/0!",
      "=TALLY.COVERAGE_RATE(5,0)",
      "COVERAGE_RATE requires eligible above zero.",
      /Enter the denominator/,
    ],
    ["#VALUE!", '=TALLY.COVERAGE_RATE("5",9)', "a number stored as text", /turn them into numbers/],
    ["#NUM!", "=TALLY.COVERAGE_RATE(1.5,9)", "found 1.5", /negative numbers and fractions/],
    ["#N/A", "=TALLY.COVERAGE_RATE(A1,9)", "the cell is blank", /missing is not zero/],
  ])("tells %s with the function's words", async (error, text, says, advice) => {
    const found = await errorAt(text, error);
    expect(found.sentences.join(" ")).toContain(says);
    expect(found.sentences.join(" ")).toContain(`${error} says that`);
    expect(found.advice?.join(" ")).toMatch(advice);
    const chinese = await errorAt(text, error, {}, "zh");
    expect(chinese.sentences.join("")).toContain(`${error} 表示`);
    expect(chinese.sentences.join("")).toContain("函数的说明（英文）：");
  });

  test("points at the cell that an error comes from", async () => {
    const found = await errorAt("=TALLY.COVERAGE_RATE(A1,B1)", "#REF!", { A1: 5, B1: { error: "#REF!" } });
    expect(found.sentences).toContain(
      "B1 shows #REF! already (parameter eligible); the function hands it on.",
    );
    expect(found.advice).toEqual(["Mend B1 first."]);
  });

  test("says how much room a result needs", async () => {
    const found = await errorAt('=TALLY.COVERAGE_BY_GROUP({"a";"b"},{1;2},{3;4})', "#SPILL!");
    // A title, two groups and a total by group, covered, eligible, rate and status.
    expect(found.sentences).toContain("The result has 4 rows and 5 columns and needs D1:H4 free.");
    expect(found.advice?.[0]).toMatch(/^Clear the cells/);
  });

  test.each(["#NAME?", "#CALC!", "#BUSY!", "#GETTING_DATA", "#NULL!", "#REF!", "#CONNECT!"])(
    "tells %s of a call that is right in itself",
    async (error) => {
      const found = await errorAt("=TALLY.COVERAGE_RATE(3,4)", error);
      expect(found.sentences.join(" ")).toContain(`${error} says that`);
      expect(found.sentences.join(" ")).toContain(
        "the function gives 0.75; so the error comes from another part",
      );
      expect(found.advice).not.toEqual([]);
    },
  );

  test("knows the name that Excel shows where the add-in is missing", async () => {
    const found = await errorAt("=_xldudf_TALLY_COVERAGE_RATE(3,4)", "#NAME?");
    expect(found.title).toBe("D1 · TALLY.COVERAGE_RATE");
    expect(found.advice?.[0]).toMatch(/open the add-in/);
  });

  test.each(["#NAME?", "#SPILL!", "#BUSY!", "#CALC!", "#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NUM!"])(
    "tells %s of a formula that is not ours, and of a value",
    async (error) => {
      for (const language of ["en", "zh"] as const) {
        const other = await errorAt("=SUM(B1:B9)", error, {}, language);
        expect(other.sentences[0]).toContain(error);
        expect(other.advice?.length).toBeGreaterThan(0);
      }
    },
  );
});

describe("explainCell of every function", () => {
  test.each(table.map((row) => [row.id, row] as const))(
    "says something of %s in both languages",
    async (id, row) => {
      const [example] = row.examples;
      const shows = [example.result].flat(2)[0] ?? null;
      const sheets = { S: { A1: { formula: formulaOf(id, example.arguments), shows } } };
      for (const language of ["en", "zh"] as const) {
        const { sentences, table: shown } = await explain(sheets, "A1", { language });
        expect(sentences[0]).toBe(row.summary[language]);
        expect(sentences.join("")).toContain(language === "zh" ? "结果" : "Result: ");
        expect(sentences.join("")).not.toMatch(/undefined|NaN|\[object|instead:|显示.*与此不同/);
        expect(shown?.rows.every((cells) => cells.length === shown.headers.length)).toBe(true);
      }
    },
  );
});
