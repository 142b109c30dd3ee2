import * as core from "@tallykit/core";

import { Accepting, Refused } from "../compare.ts";
import { Fraction, fractionOf, one, sumOf, wholeSum, zero } from "../fraction.ts";
import {
  drawAmount,
  drawFraction,
  drawMaybe,
  drawName,
  drawShare,
  drawSigned,
  drawStep,
  drawWeights,
  weightOf,
} from "../inputs.ts";
import { chance, columnOf, pick, type Random } from "../random.ts";
import { reference, type References } from "../reference.ts";
import { absolute, boundsColumn, splitOf } from "../splits.ts";
import { stepsOf } from "./splits.ts";

const money = (units: bigint, step: core.Fraction): core.Amount => ({ units, step });
const worth = ({ units, step }: core.Amount): Fraction => fractionOf(step).times(new Fraction(units));

export const fundingReferences: References = {
  fundingClaims: reference(
    core.fundingClaims,
    (random) => {
      const total = drawAmount(random, { signed: chance(random, 3) });
      const claims = columnOf(random.whole(chance(random, 98) ? 1 : 0, 5), () =>
        chance(random, 85)
          ? new Fraction(random.whole(0, 40), chance(random, 60) ? 1 : 3).times(total.step)
          : drawSigned(random),
      );
      return [
        {
          total,
          claims,
          rule: drawMaybe(
            random,
            () => pick(random, ["proportional", "equal-awards", "equal-losses", "talmud"] as const),
            20,
          ),
        },
      ];
    },
    claimsPaid,
  ),
  fundingFormula: reference(core.fundingFormula, (random) => [drawFormula(random)], formula),
  fundingReturn: reference(core.fundingReturn, (random) => [drawReturn(random)], returned),
  fundingSources: reference(
    core.fundingSources,
    (random) => {
      const budget = drawAmount(random, { signed: chance(random, 3) });
      return [{ budget, ...drawSources(random, budget) }];
    },
    (input) => sourcesOf(input),
  ),
  fundingSourcesBy: reference(
    core.fundingSourcesBy,
    (random) => {
      const step = chance(random, 97) ? drawStep(random) : new Fraction(random.whole(-1, 0));
      const needs = columnOf(random.whole(chance(random, 98) ? 1 : 0, 3), () =>
        new Fraction(random.whole(chance(random, 2) ? -1 : 0, 12)).times(
          chance(random, 98) ? step : new Fraction(1n, 7n),
        ),
      );
      const budget = { units: 12n, step: step.numerator > 0n ? step : one };
      return [{ needs, step, ...drawSources(random, budget, 3) }];
    },
    sourcesBy,
  ),
};

/** The common award, or loss, at which the claims take up a total: found among the claims, in order of size. */
function equalAwards(total: Fraction, claims: readonly Fraction[]): Fraction[] {
  let [left, waiting] = [total, [...claims].sort((a, b) => a.compare(b))];
  for (;;) {
    const [least] = waiting;
    if (least === undefined) return [...claims];
    const level = left.over(new Fraction(waiting.length));
    if (level.compare(least) <= 0) return claims.map((claim) => (claim.compare(level) < 0 ? claim : level));
    left = left.minus(least);
    waiting = waiting.slice(1);
  }
}

function awardsOf(rule: core.ClaimsRule, total: Fraction, claims: readonly Fraction[]): Fraction[] {
  const all = sumOf(claims);
  const two = new Fraction(2n);
  if (rule === "proportional")
    return claims.map((claim) => (all.numerator === 0n ? zero : claim.times(total).over(all)));
  if (rule === "equal-awards") return equalAwards(total, claims);
  const losses = (parts: readonly Fraction[]): Fraction[] =>
    claims.map((claim, row) => claim.minus(parts[row] ?? zero));
  if (rule === "equal-losses") return losses(equalAwards(all.minus(total), claims));
  const halves = claims.map((claim) => claim.over(two));
  return total.compare(all.over(two)) <= 0
    ? equalAwards(total, halves)
    : losses(equalAwards(all.minus(total), halves));
}

function claimsPaid({ total, claims: given, rule = "proportional" }: core.FundingClaimsInput): unknown {
  if (given.length === 0) throw new Refused("emptyInput");
  if (total.units < 0n || given.some(({ numerator }) => numerator < 0n)) throw new Refused("outOfRange");
  const claims = given.map((claim) => new Fraction(fractionOf(claim).over(total.step).floor()));
  const all = sumOf(claims).numerator;
  const paid = total.units < all ? total.units : all;
  const awards = awardsOf(rule, new Fraction(paid), claims);
  const floors = awards.map((award) => award.floor());
  const rests = awards.map((award, row) => award.minus(new Fraction(floors[row] ?? 0n)));
  const up = Number(paid - wholeSum(floors));
  const queue = rests
    .map((_, row) => row)
    .filter((row) => rests[row]?.numerator !== 0n)
    .sort((a, b) => (rests[b] ?? zero).compare(rests[a] ?? zero) || a - b);
  const winners = queue.slice(0, up);
  const last = rests[winners.at(-1) ?? -1];
  const tied = queue
    .filter((row) => last !== undefined && rests[row]?.compare(last) === 0)
    .sort((a, b) => a - b);
  const served = tied.filter((row) => winners.includes(row));
  return {
    parts: floors.map((floor, row) => money(floor + (winners.includes(row) ? 1n : 0n), total.step)),
    awards: awards.map((award) => award.times(total.step)),
    left: money(total.units - paid, total.step),
    ties: tied.length > served.length ? [{ rows: tied, served }] : [],
  };
}

function drawFormula(random: Random): core.FundingFormulaInput {
  const heads = drawWeights(random, { least: chance(random, 98) ? 1 : 0 });
  const performance = chance(random, 97)
    ? heads.map(() => weightOf(new Fraction(random.whole(0, 4))))
    : drawWeights(random);
  const total = drawAmount(random);
  const baseEach = chance(random, 95)
    ? fractionOf(total.step).times(new Fraction(random.whole(0, 8)))
    : drawSigned(random);
  return {
    total,
    heads,
    performance,
    baseEach,
    performanceShare: chance(random, 96) ? drawShare(random) : drawSigned(random),
  };
}

function formula({
  total,
  baseEach,
  heads,
  performance,
  performanceShare,
}: core.FundingFormulaInput): unknown {
  if (heads.length === 0) throw new Refused("emptyInput");
  if (performance.length !== heads.length) throw new Refused("sizeMismatch");
  const sign = total.units < 0n ? -1n : 1n;
  const steps = fractionOf(baseEach).over(total.step);
  if (steps.denominator !== 1n) throw new Refused("notWholeSteps");
  const base = stepsOf(baseEach, total.step);
  const rest = absolute(total.units) - base * BigInt(heads.length);
  if (rest < 0n) throw new Refused("infeasibleBounds");
  if (performanceShare.numerator < 0n || performanceShare.numerator > performanceShare.denominator)
    throw new Refused("outOfRange");
  const pot = fractionOf(performanceShare).times(new Fraction(rest)).nearest();
  const signed = (units: bigint): core.Amount => money(sign * units, total.step);
  const [byHeads, byPerformance] = [
    splitOf({ total: signed(rest - pot), weights: heads }),
    splitOf({ total: signed(pot), weights: performance }),
  ];
  return {
    recipients: heads.map((_, row) => {
      const parts = [sign * base, byHeads.parts[row] ?? 0n, byPerformance.parts[row] ?? 0n].map((units) =>
        money(units, total.step),
      );
      return {
        base: parts[0],
        byHeads: parts[1],
        byPerformance: parts[2],
        total: money(wholeSum(parts.map(({ units }) => units)), total.step),
      };
    }),
    pots: {
      base: signed(base * BigInt(heads.length)),
      byHeads: signed(rest - pot),
      byPerformance: signed(pot),
      total,
    },
    headsTies: byHeads.ties,
    performanceTies: byPerformance.ties,
  };
}

function drawReturn(random: Random): core.FundingReturnInput {
  const rows = random.whole(chance(random, 98) ? 1 : 0, 6);
  return {
    dues: columnOf(rows, () => (chance(random, 97) ? drawFraction(random) : drawSigned(random))),
    share: chance(random, 96) ? drawShare(random) : drawSigned(random),
    step: chance(random, 98) ? drawStep(random) : new Fraction(random.whole(-1, 0)),
    minimumEach: drawMaybe(
      random,
      () => (chance(random, 95) ? drawFraction(random) : drawSigned(random)),
      40,
    ),
    pool: drawMaybe(random, () => drawFraction(random), 60),
    group: drawMaybe(random, () => columnOf(rows + (chance(random, 2) ? 1 : 0), () => drawName(random)), 50),
  };
}

function returned({ dues, share, step, minimumEach = zero, pool, group }: core.FundingReturnInput): unknown {
  if (dues.length === 0) throw new Refused("emptyInput");
  if (group !== undefined && group.length !== dues.length) throw new Refused("sizeMismatch");
  const negative = [...dues, minimumEach, pool ?? zero, share].some(({ numerator }) => numerator < 0n);
  if (step.numerator <= 0n || negative || share.numerator > share.denominator)
    throw new Refused("outOfRange");
  const names = group === undefined ? undefined : [...new Set(group)];
  const payers =
    names?.map((name) => ({ group: name, dues: sumOf(dues.filter((_, row) => group?.[row] === name)) })) ??
    dues.map((each) => ({ group: undefined, dues: fractionOf(each) }));
  const all = sumOf(dues);
  const back = all.times(share).over(step).nearest();
  const { parts, ties } = splitOf({
    total: money(back, step),
    weights: payers.map((payer) => weightOf(payer.dues)),
  });
  const least = fractionOf(minimumEach).over(step).ceiling();
  const rows = payers.map((payer, row) => {
    const got = parts[row] ?? 0n;
    const topUp = got < least ? least - got : 0n;
    return {
      ...payer,
      returned: money(got, step),
      topUp: money(topUp, step),
      total: money(got + topUp, step),
    };
  });
  const topUps = wholeSum(rows.map(({ topUp }) => topUp.units));
  const poolLeft = pool && fractionOf(pool).minus(worth(money(topUps, step)));
  if (poolLeft && poolLeft.numerator < 0n) throw new Refused("infeasibleBounds");
  return {
    rows,
    total: {
      dues: all,
      returned: money(back, step),
      topUp: money(topUps, step),
      total: money(back + topUps, step),
    },
    poolLeft,
    ties,
  };
}

function drawSources(random: Random, { units, step }: core.Amount, most = 4): core.SourceColumns {
  const rows = random.whole(chance(random, 98) ? 1 : 0, most);
  const near = Number(units > 10n ** 12n ? 10n : absolute(units));
  const limit = columnOf(rows, () =>
    chance(random, 25)
      ? ("none" as const)
      : new Fraction(random.whole(chance(random, 1) ? -1 : 0, near + 2), chance(random, 80) ? 1 : 2).times(
          step,
        ),
  );
  const length = rows + (chance(random, 1) ? 1 : 0);
  const cap = (): Fraction => (chance(random, 99) ? drawShare(random) : new Fraction(3n, 2n));
  return {
    limit,
    priority: drawMaybe(random, () => columnOf(length, () => new Fraction(random.whole(0, 2))), 40),
    share: drawMaybe(random, () => columnOf(length, () => weightOf(new Fraction(random.whole(0, 3)))), 40),
    cap: drawMaybe(
      random,
      () => (chance(random, 50) ? cap() : columnOf(rows, () => drawMaybe(random, cap, 40))),
      60,
    ),
  };
}

function mostOf({ budget, limit, cap }: core.FundingSourcesInput): (bigint | undefined)[] {
  const caps = boundsColumn<core.Fraction>(cap, limit.length);
  return limit.map((given, row) => {
    const share = caps[row];
    if (
      (given !== "none" && given.numerator < 0n) ||
      (share && (share.numerator < 0n || share.numerator > share.denominator))
    )
      throw new Refused("outOfRange");
    const bounds = [
      given === "none" ? undefined : fractionOf(given).over(budget.step).floor(),
      share && fractionOf(share).times(new Fraction(budget.units)).floor(),
    ].filter((each) => each !== undefined);
    return bounds.length === 0 ? undefined : bounds.reduce((a, b) => (a < b ? a : b));
  });
}

function sourcesOf(input: core.FundingSourcesInput): core.FundingSources {
  const { budget, limit, priority, share } = input;
  if (limit.length === 0) throw new Refused("emptyInput");
  if ([priority ?? limit, share ?? limit].some(({ length }) => length !== limit.length))
    throw new Refused("sizeMismatch");
  if (budget.units < 0n) throw new Refused("outOfRange");
  const most = mostOf(input);
  const shares = limit.map((_, row) => share?.[row] ?? weightOf(one));
  if (budget.units !== 0n && shares.every(({ numerator }) => numerator === 0n)) throw new Refused("allZero");
  const drawn = limit.map(() => 0n);
  const ties: core.Tie[] = [];
  let rest = budget.units;
  const levels = limit.map((_, row) => fractionOf(priority?.[row] ?? zero));
  const inOrder = [...levels]
    .sort((a, b) => a.compare(b))
    .filter((level, place, all) => place === 0 || level.compare(all[place - 1] ?? level) !== 0);
  for (const level of inOrder) {
    const rows = levels.flatMap((each, row) =>
      each.compare(level) === 0 && shares[row]?.numerator !== 0n ? [row] : [],
    );
    const together = rows.map((row) => most[row]);
    const isAll = together.every((each) => each !== undefined) && wholeSum(together) <= rest;
    const split = isAll
      ? { parts: together, ties: [] }
      : splitOf({
          total: money(rest, one),
          weights: rows.map((row) => shares[row] ?? weightOf(one)),
          maximum: together.map((each) => (each === undefined ? undefined : new Fraction(each))),
        });
    rows.forEach((row, place) => (drawn[row] = split.parts[place] ?? 0n));
    ties.push(
      ...split.ties.map((tie) => ({
        rows: tie.rows.map((place) => rows[place] ?? -1),
        served: tie.served.map((place) => rows[place] ?? -1),
      })),
    );
    rest -= wholeSum(split.parts);
  }
  const sources = drawn.map((units, row) => {
    const given = limit[row] ?? "none";
    return {
      drawn: money(units, budget.step),
      left: given === "none" ? undefined : fractionOf(given).minus(worth(money(units, budget.step))),
    };
  });
  return { sources, unfunded: money(rest, budget.step), ties };
}

/** Every table of cells rounded down or up that adds up both ways. */
function roundings(
  exact: readonly (readonly Fraction[])[],
  rows: readonly bigint[],
  columns: readonly bigint[],
): bigint[][][] {
  const found: bigint[][][] = [];
  const fill = (table: bigint[][], row: number): void => {
    const cells = exact[row];
    if (cells === undefined) {
      if (columns.every((column, place) => wholeSum(table.map((each) => each[place] ?? 0n)) === column))
        found.push(table);
      return;
    }
    for (let marks = 0; marks < 2 ** cells.length; marks += 1) {
      const rounded = cells.map((cell, place) => ((marks >> place) & 1 ? cell.ceiling() : cell.floor()));
      const isRepeated = cells.some((cell, place) => (marks >> place) & 1 && cell.denominator === 1n);
      if (!isRepeated && wholeSum(rounded) === rows[row]) fill([...table, rounded], row + 1);
    }
  };
  fill([], 0);
  return found;
}

function sourcesBy({ needs, step, ...columns }: core.FundingSourcesByInput): unknown {
  if (needs.length === 0) throw new Refused("emptyInput");
  if (step.numerator <= 0n) throw new Refused("outOfRange");
  const needed = needs.map((need) => {
    const steps = fractionOf(need).over(step);
    if (steps.denominator !== 1n) throw new Refused("notWholeSteps");
    if (steps.numerator < 0n) throw new Refused("outOfRange");
    return steps.numerator;
  });
  const sources = sourcesOf({ budget: money(wholeSum(needed), step), ...columns });
  const drawn = sources.sources.map((source) => source.drawn.units);
  const funded = splitOf({
    total: money(wholeSum(drawn), step),
    weights: needed.map((need) => weightOf(new Fraction(need))),
  });
  const all = wholeSum(drawn);
  const exact = funded.parts.map((row) =>
    drawn.map((column) => (all === 0n ? zero : new Fraction(row * column, all))),
  );
  // Of all tables that add up, the nearest rounds up the largest fractions together.
  const gain = (table: readonly (readonly bigint[])[]): Fraction =>
    sumOf(
      table.flatMap((cells, row) =>
        cells.map((cell, place) => {
          const floor = exact[row]?.[place]?.floor() ?? 0n;
          return cell > floor ? (exact[row]?.[place] ?? zero).minus(new Fraction(floor)) : zero;
        }),
      ),
    );
  const tables = roundings(exact, funded.parts, drawn);
  const best = tables.map(gain).reduce((a, b) => (a.compare(b) >= 0 ? a : b), zero);
  const nearest = tables.filter((table) => gain(table).compare(best) === 0);
  return new Accepting(
    `a nearest table, such as ${nearest[0]?.map((row) => row.join(" ")).join("; ") ?? "none"}`,
    (actual) => {
      const given = actual as core.FundingSourcesBy;
      const cells = given.recipients.map(({ parts }) => parts.map(({ units }) => units).join()).join(";");
      const unfunded = given.recipients.every(
        ({ unfunded: left, need }, row) =>
          need.units === needed[row] && left.units === need.units - (funded.parts[row] ?? 0n),
      );
      const isTold = given.sourceTies.length > 0 === nearest.length > 1;
      return (
        unfunded &&
        isTold &&
        nearest.some((table) => table.map((row) => row.join()).join(";") === cells) &&
        given.ties.length === funded.ties.length
      );
    },
  );
}
