import { amount, count, exact, type QuotaApportionInput, weight } from "@tallykit/core";
import { describe, expect, test } from "vitest";

import { explainQuota } from "./explainQuota.ts";
import { explainSplit } from "./explainSplit.ts";

const weights = [2, 3, 1].map((value) => weight(value));
const split = { total: amount("1.00", "0.01"), weights };

// 1.00 by 2, 3, 1: shares 1/3, 1/2, 1/6; down 0.33, 0.50, 0.16; taken 1/300, 0, 1/150; one step left.
// A with weight 3 of 7 has 0.42857, down 0.42, and with weight 1 of 5 exactly 0.20.
describe("explainSplit", () => {
  test("tells in English how a split was made and why each part is what it is", () => {
    const [opening, a, b, c] = explainSplit(split, { language: "en", labels: ["A", "B", "C"] });
    expect(opening).toBe(
      "1.00 was split by weight among 3 rows in steps of 0.01. Rounded down, the shares come to 0.99; 1 step was left over and went to the largest remainder.",
    );
    expect(a).toBe(
      "A: a weight of 2 out of 6 makes an exact share of 1/3 (about 0.3333). Rounded down it is 0.33; rounding took 1/300 (about 0.0033). It stood 2nd in line for the 1 step left over and got none; it was next in line. Its part is 0.33. The smallest change that would have brought it more is a weight of 3 (1 more): then 0.43. The smallest change that would have brought it less is a weight of 1 (1 less): then 0.20.",
    );
    expect(b).toBe(
      "B: a weight of 3 out of 6 makes an exact share of 0.5. That is a whole number of steps; nothing was rounded. Its part is 0.50. The smallest change that would have brought it more is a weight of 4 (1 more): then 0.57. The smallest change that would have brought it less is a weight of 2 (1 less): then 0.40.",
    );
    expect(c).toContain("It stood 1st in line for the 1 step left over and got one. Its part is 0.17.");
  });

  test("tells it in Chinese", () => {
    const [opening, a] = explainSplit(split, { language: "zh", labels: ["甲", "乙", "丙"] });
    expect(opening).toBe(
      "总额 1.00 按权重分给 3 行，步长 0.01。各份舍去不足一个步长的部分后合计 0.99，余下 1 个步长，补给余数最大的行。",
    );
    expect(a).toBe(
      "甲：权重 2，总权重 6，精确份额为 1/3（约 0.3333）。舍去不足一个步长的部分得 0.33，舍去了 1/300（约 0.0033）。补步长的次序中排第 2 位，余下的步长有 1 个，未补得；再多一个就轮到它。所得为 0.33。权重至少增至 3（多 1）才会多得，为 0.43。权重减至 1（少 1）就会少得，为 0.20。",
    );
  });

  test("counts changes of weight more finely where told: 168/83 is where A overtakes C", () => {
    const [, a] = explainSplit(split, { language: "en", rows: [0], unit: exact("0.001") });
    expect(a).toMatch(/^1: /);
    expect(a).toContain("more is a weight of 2.025 (0.025 more): then 0.34.");
  });

  test("explains the rows asked for, and leaves margins out", () => {
    const texts = explainSplit(split, { language: "en", rows: [2, 9], margins: false });
    expect(texts).toHaveLength(2);
    expect(texts[1]).toMatch(/^3: a weight of 1 out of 6 .* Its part is 0\.17\.$/);
  });

  test("says where nothing was left over, and by which bound a share was set", () => {
    const even = {
      total: amount(100, 1),
      weights: [1, 1].map((value) => weight(value)),
      minimum: [exact(60)],
    };
    const bounds = { ...even, minimum: [exact(60), undefined] };
    const options = { margins: false } as const;
    const [opening, first, second] = explainSplit(bounds, { ...options, language: "en" });
    expect(opening).toMatch(/ Every exact share is a whole number of steps, so none was left over\.$/);
    expect(first).toContain("makes an exact share of 60, set by its minimum.");
    expect(second).not.toContain("set by");
    const [zhOpening, zhFirst] = explainSplit(bounds, { ...options, language: "zh" });
    expect(zhOpening).toMatch(/各行的精确份额都是步长的整数倍，没有余下的步长。$/);
    expect(zhFirst).toContain("精确份额为 60，由下限决定。");
    const capped = { ...even, minimum: undefined, maximum: [exact(30), undefined] };
    expect(explainSplit(capped, { ...options, language: "zh" })[1]).toContain("由上限决定");
  });

  test("says with whom a row was tied and what decided", () => {
    const tied = { total: amount(2, 1), weights: [1, 1, 1].map((value) => weight(value)) };
    const said = (
      ties: Parameters<typeof explainSplit>[0]["ties"],
      language: "en" | "zh",
    ): readonly string[] =>
      explainSplit({ ...tied, ties }, { language, labels: ["C", "B", "A"], margins: false });
    expect(said(undefined, "en")[3]).toContain(
      "Its claim is exactly equal to that of C, B; the earlier row comes first, so this row was not served.",
    );
    expect(said(undefined, "zh")[1]).toContain("与B、A的资格完全相等，在前的行先得，本行得到。");
    const ids = ["C", "B", "A"];
    expect(said({ by: "id", ids }, "en")[1]).toContain(
      "the lower id comes first, so this row was not served.",
    );
    expect(said({ by: "id", ids }, "zh")[1]).toContain("编号小的先得，本行未得。");
    // sha256sum of "2026-11-22\nA", B, C begin with 4d, a7, c0.
    const lot = { by: "lot", seed: "2026-11-22", ids } as const;
    expect(said(lot, "en")[1]).toContain(
      'a lot drawn with the seed "2026-11-22" put them in the order A, B, C, so this row was not served.',
    );
    expect(said(lot, "zh")[1]).toContain("以“2026-11-22”为种子抽签，次序为A、B、C，本行未得。");
    const held = { by: "previous-holder", held: [false, false, true] } as const;
    expect(said(held, "en")[3]).toContain(
      "who held it last time put them in the order A, C, B, so this row was served.",
    );
    expect(said(held, "zh")[2]).toContain("按上次由谁所得排定，次序为A、C、B，本行未得。");
  });

  test.each([
    ["first", "to the first rows", "排在最前的行"],
    ["last", "to the last rows", "排在最后的行"],
    ["largest-weight", "to the largest weights", "权重最大的行"],
  ] as const)("names the rule %s", (rule, en, zh) => {
    const thirds = { total: amount(5, 1), weights: [1, 1, 1].map((value) => weight(value)), rule };
    expect(explainSplit(thirds, { language: "en", margins: false })[0]).toMatch(
      new RegExp(`2 steps were left over and went, one each, ${en}\\.$`),
    );
    expect(explainSplit(thirds, { language: "zh", margins: false })[0]).toContain(
      `余下 2 个步长，每行一个，补给${zh}。`,
    );
  });
});

// By Webster 6, 3, 1 votes for 5 places: claims 6/0.5, 6/1.5, 3/0.5, 6/2.5 = 2.4, then 3/1.5 = 2 = 1/0.5 are tied.
describe("explainQuota", () => {
  const webster: QuotaApportionInput = {
    places: count(5),
    weights: [6, 3, 1].map((value) => weight(value)),
    method: "webster",
  };

  test("tells in English the quota, the claims, the tie and what would have changed it", () => {
    const [opening, a, , c] = explainQuota(webster, { language: "en", labels: ["A", "B", "C"] });
    expect(opening).toBe(
      "5 places were shared by weight among 3 rows, by the method webster. Only the divisor 2 gives this answer, since claims are tied.",
    );
    expect(a).toBe(
      "A: with a weight of 6 its exact quota is 3. It gets 3 places, exactly its quota. Its last place came by a claim of 2.4; the strongest claim left unserved was 2. For one more its claim is 1.71429; the weakest claim served was 2. The smallest change that would have brought it more is a weight of 7 (1 more): then 4 places. The smallest change that would have brought it less is a weight of 4 (2 less): then 2 places.",
    );
    expect(c).toContain(
      "It gets 0 places, 0.5 less than its quota. For one more its claim is 2; the weakest claim served was 2. It is next in line. Its claim is exactly equal to that of B; the earlier row comes first, so this row was not served.",
    );
  });

  test("tells it in Chinese", () => {
    const [opening, a, , c] = explainQuota(webster, { language: "zh", labels: ["甲", "乙", "丙"] });
    expect(opening).toBe("5 个名额按权重以韦伯斯特法分给 3 行。只有除数 2 给出这一结果，即有行的资格相等。");
    expect(a).toContain("甲：权重 6，精确配额为 3。得 3 个名额，与配额相等。最后一个名额的竞争值为 2.4，");
    expect(c).toContain("再多一个名额就轮到它。与乙的资格完全相等，在前的行先得，本行未得。");
  });

  test("by largest remainder says what rounding took or gave, and whose remainder is next: 10 by 2, 3, 1", () => {
    const contest = { places: count(10), weights };
    const [, a, b, c] = explainQuota(contest, { language: "en", margins: false });
    expect(a).toBe(
      "1: with a weight of 2 its exact quota is 10/3 (about 3.3333). It gets 3 places, 1/3 (about 0.3333) less than its quota. Of the rows that got no place for their remainder, its remainder is the largest.",
    );
    expect(b).toBe("2: with a weight of 3 its exact quota is 5. It gets 5 places, exactly its quota.");
    expect(c).toContain("It gets 2 places, 1/3 (about 0.3333) more than its quota.");
    const [zhOpening, zhFirst] = explainQuota(contest, { language: "zh", margins: false });
    expect(zhOpening).toBe("10 个名额按权重以最大余数法分给 3 行。");
    expect(zhFirst).toContain("未因余数得名额的行中，它的余数最大。");
  });

  test("names thresholds, bounds and bases", () => {
    const contest: QuotaApportionInput = {
      places: count(10),
      weights: [60, 36, 4].map((value) => weight(value)),
      threshold: exact("0.05"),
      maximum: [count(5), undefined, undefined],
    };
    const [, first, , third] = explainQuota(contest, { language: "en", margins: false });
    expect(first).toContain("It gets 5 places, 1.25 less than its quota, set by its maximum.");
    expect(third).toMatch(/^3: its weight of 4 lies below the threshold, so it takes no part\./);
    const zh = explainQuota(contest, { language: "zh", margins: false });
    expect(zh[1]).toContain("得 5 个名额，比配额少 1.25，由上限决定。");
    expect(zh[3]).toContain("低于门槛，不参与分配。");
    const based = { places: count(12), weights: [3, 1].map((value) => weight(value)), base: count(2) };
    expect(explainQuota(based, { language: "en", margins: false })[1]).toContain("is 8, its base included.");
    expect(explainQuota(based, { language: "zh", margins: false })[1]).toContain("精确配额为 8（含基数）。");
  });

  test("gives the interval of divisors, and does not call a change the smallest where it may not be", () => {
    const votes = [100, 80, 30, 20].map((value) => weight(value));
    const jefferson = explainQuota(
      { places: count(8), weights: votes, method: "jefferson" },
      { language: "en", rows: [2] },
    );
    expect(jefferson[0]).toContain("Any divisor from 20 to 25 gives the same answer.");
    expect(jefferson[1]).toContain(
      "The smallest change that would have brought it more is a weight of 51 (21 more): then 2 places.",
    );
    const droop = explainQuota(
      { places: count(8), weights: votes, method: "droop" },
      { language: "zh", rows: [2] },
    );
    expect(droop[0]).toBe("8 个名额按权重以德鲁普法分给 4 行。");
    expect(droop[1]).toContain("权重如增至");
    expect(droop[1]).not.toContain("至少");
  });
});
