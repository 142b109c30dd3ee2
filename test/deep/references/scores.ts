import * as core from "@tallykit/core";

import { Accepting, Refused } from "../compare.ts";
import { Fraction, fractionOf, sumOf, zero } from "../fraction.ts";
import { drawFraction, drawMaybe, drawName, drawSigned, drawWeights, weightOf } from "../inputs.ts";
import { chance, columnOf, pick, type Random } from "../random.ts";
import { reference, type References } from "../reference.ts";
import { rateOf } from "./coverageCounts.ts";

type Score = core.Fraction | undefined;
const drawMissing = (random: Random): core.MissingScoreRule | undefined =>
  drawMaybe(random, () => pick(random, ["error", "reweight", "zero"] as const), 20);
const drawScore = (random: Random): Score =>
  drawMaybe(random, () => (chance(random, 80) ? new Fraction(random.whole(0, 5)) : drawSigned(random)), 12);
const ties = ["competition", "modified-competition", "dense", "average", "ordinal"] as const;

/** The weighted mean of what is there, by the rule for what is not. */
function weightedMean(
  scores: readonly Score[],
  weights: readonly core.Fraction[],
  missing: core.MissingScoreRule,
): { readonly score: Fraction | undefined; readonly completeness: Fraction } {
  const all = sumOf(weights);
  if (all.numerator === 0n) throw new Refused("allZero");
  const rows = scores
    .map((score, row) => ({ score, weight: fractionOf(weights[row] ?? zero) }))
    .filter(({ weight }) => weight.numerator > 0n);
  if (missing === "error" && rows.some(({ score }) => score === undefined)) throw new Refused("missingValue");
  const there = rows.filter(({ score }) => score !== undefined);
  const present = sumOf(there.map(({ weight }) => weight));
  const divisor = missing === "zero" ? all : present;
  const sum = sumOf(there.map(({ score, weight }) => weight.times(score ?? zero)));
  return { score: divisor.numerator === 0n ? undefined : sum.over(divisor), completeness: present.over(all) };
}

function requireScores(scores: readonly Score[], others: number): void {
  if (scores.length === 0) throw new Refused("emptyInput");
  if (others !== scores.length) throw new Refused("sizeMismatch");
}

function bandAt(score: core.Fraction, bands: readonly core.ScoreBand[]): string | undefined {
  return bands.filter(({ lowerBound }) => fractionOf(lowerBound).compare(score) <= 0).at(-1)?.name;
}

function requireBands(bands: readonly core.ScoreBand[]): void {
  if (bands.length === 0) throw new Refused("emptyInput");
  if (
    bands.some(
      ({ lowerBound }, place) =>
        place > 0 && fractionOf(lowerBound).compare(bands[place - 1]?.lowerBound ?? zero) <= 0,
    )
  )
    throw new Refused("conflict");
}

const drawBands = (random: Random): core.ScoreBand[] => {
  const sorted = columnOf(
    random.whole(chance(random, 98) ? 1 : 0, 4),
    () => new Fraction(random.whole(0, 9), 2n),
  ).sort((a, b) => a.compare(b));
  const rising = sorted.filter(
    (bound, place) => place === 0 || bound.compare(sorted[place - 1] ?? zero) > 0 || chance(random, 3),
  );
  return rising.map((lowerBound, place) => ({ name: `band ${place}`, lowerBound }));
};

/** The rank of every score, told from how many are better, alike and before it. */
function ranksOf(
  scores: readonly Score[],
  rule: core.TieRule,
  order: core.RankOrder,
): (number | undefined)[] {
  const isBetter = (a: core.Fraction, b: core.Fraction): boolean =>
    order === "descending" ? fractionOf(a).compare(b) > 0 : fractionOf(a).compare(b) < 0;
  const there = scores.flatMap((score, row) =>
    score === undefined ? [] : [{ score: fractionOf(score), row }],
  );
  return scores.map((score, row) => {
    if (score === undefined) return undefined;
    const better = there.filter((each) => isBetter(each.score, score));
    const alike = there.filter((each) => each.score.compare(score) === 0);
    if (rule === "competition") return better.length + 1;
    if (rule === "modified-competition") return better.length + alike.length;
    if (rule === "dense")
      return (
        better.filter(
          (each, place) => better.findIndex((other) => other.score.compare(each.score) === 0) === place,
        ).length + 1
      );
    if (rule === "average") return better.length + (alike.length + 1) / 2;
    return better.length + alike.filter((each) => each.row <= row).length;
  });
}

export const scoreReferences: References = {
  scoreWeighted: reference(
    core.scoreWeighted,
    (random) => {
      const weights = drawWeights(random, { least: chance(random, 98) ? 1 : 0 });
      return [
        {
          weights,
          scores: columnOf(weights.length + (chance(random, 2) ? 1 : 0), () => drawScore(random)),
          missing: drawMissing(random),
        },
      ];
    },
    ({ scores, weights, missing = "error" }) => {
      requireScores(scores, weights.length);
      return weightedMean(scores, weights, missing);
    },
  ),
  scoreCombine: reference(
    core.scoreCombine,
    (random) => {
      const scores = columnOf(random.whole(chance(random, 98) ? 1 : 0, 5), () => drawScore(random));
      const kind = drawMaybe(
        random,
        () =>
          columnOf(scores.length + (chance(random, 2) ? 1 : 0), () => pick(random, ["q", "y", "__proto__"])),
        40,
      );
      const shares = columnOf(
        new Set<string | number>(kind ?? scores.map((_, row) => row)).size + (chance(random, 2) ? 1 : 0),
        () => weightOf(new Fraction(random.whole(0, 4))),
      );
      return [{ scores, kind, shares, missing: drawMissing(random) }];
    },
    ({ scores, shares, kind, missing = "error" }) => {
      const kinds = kind ?? scores.map((_, row) => String(row));
      requireScores(scores, kinds.length);
      const names = [...new Set(kinds)];
      if (names.length !== shares.length) throw new Refused("sizeMismatch");
      if (
        missing === "error" &&
        scores.some(
          (score, row) =>
            score === undefined && (shares[names.indexOf(kinds[row] ?? "")]?.numerator ?? 0n) > 0n,
        )
      )
        throw new Refused("missingValue");
      const groups = names.map((name) => scores.filter((_, row) => kinds[row] === name));
      const means = groups.map((group) => {
        const there = group.filter((score) => score !== undefined);
        const number = missing === "zero" ? group.length : there.length;
        return number === 0 ? undefined : sumOf(there).over(new Fraction(number));
      });
      const { score } = weightedMean(means, shares, missing);
      const known = groups.map(
        (group) => new Fraction(group.filter((each) => each !== undefined).length, group.length),
      );
      return {
        score,
        completeness: sumOf(known.map((each, place) => each.times(shares[place] ?? zero))).over(
          sumOf(shares),
        ),
      };
    },
  ),
  scoreBand: reference(
    core.scoreBand,
    (random) => [
      {
        score: chance(random, 80) ? new Fraction(random.whole(0, 9), 2n) : drawSigned(random),
        bands: drawBands(random),
      },
    ],
    ({ score, bands }) => {
      requireBands(bands);
      return bandAt(score, bands);
    },
  ),
  scoreRank: reference(
    core.scoreRank,
    (random) => [
      {
        scores: columnOf(random.whole(chance(random, 98) ? 1 : 0, 8), () => drawScore(random)),
        ties: drawMaybe(random, () => pick(random, ties), 20),
        order: drawMaybe(random, () => pick(random, ["ascending", "descending"] as const), 40),
      },
    ],
    ({ scores, ties: rule = "competition", order = "descending" }) => {
      if (scores.length === 0) throw new Refused("emptyInput");
      const ranks = ranksOf(scores, rule, order);
      const ranked = ranks.filter((rank) => rank !== undefined).length;
      return { ranks, ranked, unranked: scores.length - ranked };
    },
  ),
  scoreRankTyped: reference(
    core.scoreRankTyped,
    (random) => {
      const score = (): number =>
        pick(random, [
          random.whole(0, 4),
          -random.whole(0, 3),
          0,
          -0,
          5e-324,
          1e308,
          random.whole(0, 2 ** 52) / 7,
          -1e-300,
        ]);
      const scores = Float64Array.from({ length: random.whole(chance(random, 98) ? 1 : 0, 12) }, () =>
        chance(random, 99) ? score() : pick(random, [Number.NaN, Infinity]),
      );
      return [
        {
          scores,
          ties: drawMaybe(random, () => pick(random, ties), 20),
          order: drawMaybe(random, () => pick(random, ["ascending", "descending"] as const), 40),
        },
      ];
    },
    ({ scores, ties: rule = "competition", order = "descending" }) => {
      if (scores.length === 0) throw new Refused("emptyInput");
      if (!scores.every(Number.isFinite)) throw new Refused("outOfRange");
      return ranksOf(Array.from(scores, exactScore), rule, order);
    },
  ),
  scoreTiers: reference(
    core.scoreTiers,
    (random) => [
      {
        scores: columnOf(random.whole(chance(random, 98) ? 1 : 0, 8), () => drawScore(random)),
        tiers: drawTiers(random),
        order: drawMaybe(random, () => pick(random, ["ascending", "descending"] as const), 60),
      },
    ],
    ({ scores, tiers, order = "descending" }) => {
      if (scores.length === 0 || tiers.length === 0) throw new Refused("emptyInput");
      return tiersOf(scores, tiers, order);
    },
  ),
  scoreGrades: reference(core.scoreGrades, (random) => [drawGrades(random)], grades),
};

/** A double as an order of magnitude is enough for its rank, but for its exact size. */
function exactScore(value: number): Fraction {
  let [whole, halvings] = [value, 0];
  while (whole % 1 !== 0) [whole, halvings] = [whole * 2, halvings + 1];
  return new Fraction(BigInt(whole), 1n << BigInt(halvings));
}

const drawTiers = (random: Random): core.ScoreTier[] =>
  columnOf(random.whole(chance(random, 98) ? 1 : 0, 4), (place) => ({
    name: `tier ${place}`,
    share: weightOf(chance(random, 85) ? new Fraction(random.whole(0, 4)) : drawFraction(random)),
  }));

function tiersOf(
  scores: readonly Score[],
  tiers: readonly core.ScoreTier[],
  order: core.RankOrder,
): {
  readonly tiers: (string | undefined)[];
  readonly cutOffs: { readonly name: string; readonly lastPlace: Fraction; readonly units: number }[];
  readonly ranked: number;
  readonly unranked: number;
} {
  const all = sumOf(tiers.map(({ share }) => share));
  if (all.numerator === 0n) throw new Refused("allZero");
  const ranks = ranksOf(scores, "competition", order);
  const ranked = ranks.filter((rank) => rank !== undefined).length;
  const lasts = tiers.map((_, place) =>
    sumOf(tiers.slice(0, place + 1).map(({ share }) => share))
      .times(new Fraction(ranked))
      .over(all),
  );
  const places = ranks.map((rank) =>
    rank === undefined ? undefined : lasts.findIndex((last) => new Fraction(rank).compare(last) <= 0),
  );
  return {
    tiers: places.map((place) => (place === undefined ? undefined : tiers[place]?.name)),
    cutOffs: tiers.map(({ name }, place) => ({
      name,
      lastPlace: lasts[place] ?? zero,
      units: places.filter((each) => each === place).length,
    })),
    ranked,
    unranked: scores.length - ranked,
  };
}

function drawGrades(random: Random): core.ScoreGradesInput {
  const dimensions = drawWeights(random, { least: chance(random, 98) ? 1 : 0, most: 3 }).map((weight) => ({
    name: drawName(random),
    weight,
  }));
  return {
    policy: {
      name: "policy",
      dimensions,
      bands: drawBands(random),
      tiers: drawTiers(random),
      missing: drawMissing(random),
    },
    scores: columnOf(random.whole(chance(random, 98) ? 1 : 0, 5), () =>
      chance(random, 15)
        ? dimensions.map(() => undefined)
        : columnOf(dimensions.length + (chance(random, 1) ? 1 : 0), () => drawScore(random)),
    ),
  };
}

function grades({ policy, scores }: core.ScoreGradesInput): unknown {
  const { dimensions, bands, tiers, missing = "error" } = policy;
  const weights = dimensions.map(({ weight }) => weight);
  const faults = new Set<string>();
  const tell = (call: () => unknown): void => {
    try {
      call();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      faults.add(error.code);
    }
  };
  if ([scores, dimensions, bands, tiers].some(({ length }) => length === 0)) faults.add("emptyInput");
  if (bands.length > 0)
    tell(() => {
      requireBands(bands);
    });
  if (scores.some((row) => row.length !== dimensions.length)) faults.add("sizeMismatch");
  const weighed = scores.map((row) => {
    if (row.every((score) => score === undefined)) return undefined;
    let score: Fraction | undefined;
    tell(() => (score = weightedMean(row, weights, missing).score));
    return score;
  });
  if (dimensions.length > 0 && weights.every(({ numerator }) => numerator === 0n)) faults.add("allZero");
  if (tiers.length > 0 && tiers.every(({ share }) => share.numerator === 0n)) faults.add("allZero");
  if (faults.size > 0) return refusedWith(faults);
  const { tiers: tierOf } = tiersOf(weighed, tiers, "descending");
  const ranks = ranksOf(weighed, "competition", "descending");
  const units = weighed.map((score, row) => ({
    score,
    band: score && bandAt(score, bands),
    rank: ranks[row],
    tier: tierOf[row],
  }));
  const graded = weighed.filter((score) => score !== undefined).length;
  const numberIn = (name: "band" | "tier", value: string): number =>
    units.filter((unit) => unit[name] === value).length;
  return {
    units,
    bands: bands.map(({ name }) => ({ name, rate: rateOf(numberIn("band", name), graded) })),
    tiers: tiers.map(({ name }) => ({ name, rate: rateOf(numberIn("tier", name), graded) })),
    graded,
    ungraded: scores.length - graded,
    belowBands: units.filter(({ score, band }) => score !== undefined && band === undefined).length,
  };
}

function refusedWith(codes: ReadonlySet<string>): Accepting {
  return new Accepting(`a refusal: ${[...codes].join(", ")}`, (actual) =>
    codes.has((actual as { readonly refused?: string }).refused ?? ""),
  );
}

const bandNames = ["low", "__proto__", "high"];

function drawMoves(random: Random): core.BandColumns & { readonly unit: (string | undefined)[] } {
  const rows = random.whole(chance(random, 98) ? 1 : 0, 6);
  const column = (): (string | undefined)[] =>
    columnOf(rows, () =>
      drawMaybe(random, () => (chance(random, 99) ? pick(random, bandNames) : "other"), 15),
    );
  const order = pick(random, chance(random, 95) ? [bandNames] : [[], [...bandNames, "low"]]);
  return {
    before: column(),
    after: chance(random, 98) ? column() : [undefined],
    order,
    unit: columnOf(rows, () => drawMaybe(random, () => drawName(random))),
  };
}

function movesIn({
  before,
  after,
  order,
}: core.BandColumns): { readonly from: number | undefined; readonly to: number | undefined }[] {
  if (before.length === 0) throw new Refused("emptyInput");
  if (after.length !== before.length) throw new Refused("sizeMismatch");
  if (order.length === 0) throw new Refused("emptyInput");
  if (new Set(order).size < order.length) throw new Refused("conflict");
  const placeOf = (band: string | undefined): number | undefined => {
    if (band === undefined) return undefined;
    if (!order.includes(band)) throw new Refused("invalidValue");
    return order.indexOf(band);
  };
  return before.map((band, row) => ({ from: placeOf(band), to: placeOf(after[row]) }));
}

export const moveReferences: References = {
  scoreMoves: reference(
    core.scoreMoves,
    (random) => {
      const { before, after, order } = drawMoves(random);
      return [{ before, after, order }];
    },
    (input) => {
      const moves = movesIn(input);
      const number = (holds: (from: number, to: number) => boolean): number =>
        moves.filter(({ from, to }) => from !== undefined && to !== undefined && holds(from, to)).length;
      return {
        bands: input.order.map((band, place) => ({
          band,
          to: input.order.map((_, other) => number((from, to) => from === place && to === other)),
          gone: moves.filter(({ from, to }) => from === place && to === undefined).length,
          promotions: number((from, to) => from === place && to > from),
          demotions: number((from, to) => from === place && to < from),
        })),
        new: input.order.map(
          (_, place) => moves.filter(({ from, to }) => from === undefined && to === place).length,
        ),
        promotions: number((from, to) => to > from),
        demotions: number((from, to) => to < from),
        unchanged: number((from, to) => to === from),
        leftOut: moves.filter(({ from, to }) => from === undefined && to === undefined).length,
      };
    },
  ),
  scoreMovesList: reference(
    core.scoreMovesList,
    (random) => [drawMoves(random)],
    ({ unit, ...input }) => {
      const moves = movesIn(input);
      if (unit.length !== moves.length) throw new Refused("sizeMismatch");
      return moves.flatMap(({ from, to }, row) => {
        if (from === to) return [];
        const steps = from === undefined || to === undefined ? undefined : to - from;
        const move = from === undefined ? "new" : to === undefined ? "gone" : to > from ? "up" : "down";
        return [{ unit: unit[row], before: input.before[row], after: input.after[row], steps, move }];
      });
    },
  ),
};
