import * as core from "@tallykit/core";

import { apportioned, claimOf, compareClaims, contestOf, priceOf, quotaOf } from "../apportionments.ts";
import { Accepting, Refused, within } from "../compare.ts";
import { nearestDouble } from "../double.ts";
import { Fraction, fractionOf, sumOf, zero } from "../fraction.ts";
import { countOf, drawCount, drawMaybe, drawName, drawShare, drawWeights, weightOf } from "../inputs.ts";
import { chance, columnOf, pick, type Random } from "../random.ts";
import { reference, type References } from "../reference.ts";
import { squareRoot } from "../series.ts";
import { commonUnit } from "./splits.ts";

const divisorMethods = ["jefferson", "webster", "adams", "dean", "huntington-hill"] as const;
const methods = [...divisorMethods, "largest-remainder", "droop", "hagenbach-bischoff", "quota"] as const;

function drawBound(random: Random, places: number, rows: number): core.Bound<core.Count> {
  const one = (): core.Count => countOf(random.whole(0, Math.ceil((2 * places) / rows) + 1));
  return chance(random, 40) ? one() : columnOf(rows, () => drawMaybe(random, one, 40));
}

/** Places are few, for the reference gives them out one by one; weights are of every size. */
function drawContest(random: Random): core.QuotaApportionInput {
  const places = countOf(chance(random, 97) ? random.whole(0, 14) : random.whole(30, 60));
  const method = drawMaybe(random, () => pick(random, methods), 10);
  const isVotes = (method === "droop" || method === "hagenbach-bischoff") && chance(random, 97);
  const rows = { least: chance(random, 99) ? 1 : 0, most: 6 };
  const weights = isVotes
    ? columnOf(random.whole(rows.least, 6), () =>
        weightOf(new Fraction(drawCount(random, chance(random, 80) ? 60 : 10 ** 12))),
      )
    : drawWeights(random, rows);
  const plain = { places, weights, method };
  if (chance(random, 50)) return plain;
  return {
    ...plain,
    minimum: drawMaybe(random, () => drawBound(random, places, Math.max(1, weights.length)), 60),
    maximum: drawMaybe(random, () => drawBound(random, places, Math.max(1, weights.length)), 60),
    threshold: drawMaybe(
      random,
      () => (chance(random, 95) ? drawShare(random).over(new Fraction(4n)) : new Fraction(5n, 4n)),
      60,
    ),
    base: drawMaybe(random, () => countOf(random.whole(0, 2)), 70),
    firstDivisor: drawMaybe(
      random,
      () => pick(random, [new Fraction(7n, 5n), new Fraction(6n, 5n), new Fraction(3n), zero]),
      method === "webster" ? 50 : 98,
    ),
  };
}

/** What the quota method says of ties is a running account; here only that served rows are tied ones. */
function tiesOf(method: core.ApportionmentMethod | undefined, ties: readonly core.Tie[]): unknown {
  if (method !== "quota") return ties;
  return new Accepting("ties of which some row is unserved", (actual) =>
    (actual as readonly core.Tie[]).every(
      ({ rows, served }) => served.length < rows.length && served.every((row) => rows.includes(row)),
    ),
  );
}

function drawTyped(random: Random): core.QuotaApportionTypedInput {
  const most = pick(random, [2, 9, 1000, 10 ** 9, 2 ** 50]);
  const weights = Float64Array.from({ length: chance(random, 99) ? random.whole(1, 8) : 0 }, () =>
    chance(random, 99) ? random.whole(0, most) : pick(random, [-1, 0.5, Number.NaN, 2 ** 53]),
  );
  return {
    places: chance(random, 98) ? random.whole(0, 14) : pick(random, [-1, 0.5, Number.NaN, 2 ** 53]),
    weights,
    method: drawMaybe(random, () => pick(random, methods), 10),
  };
}

export const apportionmentReferences: References = {
  quotaApportion: reference(
    core.quotaApportion,
    (random) => [drawContest(random)],
    (input) => {
      const { places, ties } = quotaOf(input);
      return { places: places.map(Number), ties: tiesOf(input.method, ties) };
    },
  ),
  quotaApportionTyped: reference(
    core.quotaApportionTyped,
    (random) => [drawTyped(random)],
    ({ places, weights, method }) => {
      const column = Array.from(weights);
      if (!(Number.isSafeInteger(places) && places >= 0)) throw new Refused("outOfRange");
      if (column.length === 0) throw new Refused("emptyInput");
      if (![...column, places].every((value) => Number.isSafeInteger(value) && value >= 0))
        throw new Refused("outOfRange");
      const found = quotaOf({
        places: countOf(places),
        weights: column.map((value) => weightOf(new Fraction(value))),
        method,
      });
      return { places: found.places.map(Number), ties: tiesOf(method, found.ties) };
    },
  ),
  quotaExplain: reference(core.quotaExplain, (random) => [drawContest(random)], explained),
  quotaMargin: reference(core.quotaMargin, (random) => [drawMargin(random)], marginOf),
  targetShareOut: reference(
    core.targetShareOut,
    (random) => {
      const { places, weights, minimum, maximum } = drawContest(random);
      return [{ goal: places, weights, minimum, maximum }];
    },
    ({ goal, ...input }) => {
      const { places, ties } = quotaOf({ places: goal, ...input });
      return { goals: places.map(Number), ties };
    },
  ),
  groupUnits: reference(
    core.groupUnits,
    (random) => [
      {
        park: columnOf(random.whole(chance(random, 97) ? 1 : 0, 12), () => drawName(random)),
        size: drawMaybe(random, () => countOf(random.whole(chance(random, 5) ? 0 : 1, 5)), 20),
        groups: drawMaybe(random, () => countOf(random.whole(1, 9)), 60),
      },
    ],
    grouped,
  ),
};

/** A claim as a number: the quotient itself, or the root of its square. */
function claimNumber(
  method: core.ApportionmentMethod,
  weight: Fraction,
  places: bigint,
  firstDivisor: core.Fraction | undefined,
): unknown {
  const claim = claimOf(method, weight, places, firstDivisor);
  if (claim.isEndless) return undefined;
  return method === "huntington-hill" ? within(squareRoot(claim.size), 4) : nearestDouble(claim.size);
}

function explained(input: core.QuotaApportionInput): unknown {
  const contest = contestOf(input);
  const { method = "largest-remainder", firstDivisor } = input;
  const { places, ties } = apportioned(contest, method, firstDivisor);
  const { weights, low, high, base, out, free } = contest;
  const isDivisor = (divisorMethods as readonly string[]).includes(method);
  const isRemainder = !isDivisor && method !== "quota";
  const votes = sumOf(weights);
  const rows = weights.map((weight, row) => {
    const [has, first] = [places[row] ?? 0n, base[row] ?? 0n];
    const quota =
      weight.numerator === 0n || free === 0n
        ? zero
        : weight.over(priceOf(isRemainder ? method : "largest-remainder", votes, free));
    const mayRise = weight.numerator > 0n && has !== high[row];
    const rest = nearestDouble(quota.minus(new Fraction(quota.floor())));
    const side = new Fraction(has).compare(quota);
    return {
      quota: quota.plus(new Fraction(first)),
      places: Number(has + first),
      nextClaim: mayRise ? (isRemainder ? rest : claimNumber(method, weight, has, firstDivisor)) : undefined,
      lastClaim:
        isDivisor && has > (low[row] ?? 0n) ? claimNumber(method, weight, has - 1n, firstDivisor) : undefined,
      nextInLine: anything,
      bound:
        has === low[row] && side > 0 && has > 0n
          ? "minimum"
          : has === high[row] && side < 0
            ? "maximum"
            : undefined,
      belowThreshold: out[row],
    };
  });
  if (!isDivisor) return { rows, ties: tiesOf(method, ties), divisor: {} };
  // Any divisor between the strongest claim unserved and the weakest served gives the answer.
  const waiting = weights.flatMap((weight, row) =>
    weight.numerator > 0n && places[row] !== high[row] ? [{ row, has: places[row] ?? 0n }] : [],
  );
  const served = weights.flatMap((_, row) =>
    (places[row] ?? 0n) > (low[row] ?? 0n) ? [{ row, has: (places[row] ?? 0n) - 1n }] : [],
  );
  const claim = ({ row, has }: { readonly row: number; readonly has: bigint }): ReturnType<typeof claimOf> =>
    claimOf(method, weights[row] ?? zero, has, firstDivisor);
  const strongest = [...waiting].sort((a, b) => compareClaims(claim(b), claim(a)))[0];
  const weakest = [...served].sort((a, b) => compareClaims(claim(a), claim(b)))[0];
  const shown = (at: { readonly row: number; readonly has: bigint } | undefined): unknown =>
    at && claimNumber(method, weights[at.row] ?? zero, at.has, firstDivisor);
  const isNext = new Set(
    strongest === undefined
      ? []
      : waiting.filter((each) => compareClaims(claim(each), claim(strongest)) === 0).map(({ row }) => row),
  );
  return {
    rows: rows.map((row, place) => ({
      ...row,
      nextInLine: new Accepting(
        "at most for rows of the strongest claim",
        (actual) => actual === false || isNext.has(place),
      ),
    })),
    ties,
    divisor: { lowest: shown(strongest), highest: shown(weakest) },
  };
}

const anything = new Accepting("true or false", (actual) => typeof actual === "boolean");

function drawMargin(random: Random): core.QuotaMarginInput {
  const rows = random.whole(1, 4);
  const weights = columnOf(rows, () =>
    weightOf(new Fraction(random.whole(0, 9), chance(random, 85) ? 1 : 2)),
  );
  const method = pick(
    random,
    chance(random, 85) ? [...divisorMethods, "largest-remainder" as const] : methods,
  );
  return {
    places: countOf(random.whole(0, 6)),
    weights,
    method,
    row: chance(random, 97) ? random.whole(0, rows - 1) : rows,
    unit: drawMaybe(random, () => new Fraction(random.whole(chance(random, 5) ? 0 : 1, 3), 2n), 70),
  };
}

/** The nearest weight with another number of places, tried one unit after the other. */
function marginOf({ row, unit: asked, ...contest }: core.QuotaMarginInput): unknown {
  if (asked !== undefined && asked.numerator <= 0n) throw new Refused("outOfRange");
  if (row >= contest.weights.length) throw new Refused("outOfRange");
  const now = quotaOf(contest).places[row] ?? 0n;
  const weights = contest.weights.map(fractionOf);
  const unit = asked === undefined ? commonUnit(weights) : fractionOf(asked);
  const has = weights[row] ?? zero;
  const { method } = contest;
  const isNearest = method !== "droop" && method !== "hagenbach-bischoff" && method !== "quota";
  const placesAt = (weight: Fraction): bigint | undefined => {
    const tried = contest.weights.map((each, place) => (place === row ? weightOf(weight) : each));
    try {
      return weight.numerator < 0n ? undefined : quotaOf({ ...contest, weights: tried }).places[row];
    } catch (error) {
      if (error instanceof Refused) return undefined;
      throw error;
    }
  };
  const turning = (direction: bigint): unknown => {
    for (let units = 1n; units <= 400n; units += 1n) {
      const weight = has.plus(unit.times(new Fraction(direction * units)));
      const places = placesAt(weight);
      if (places === undefined) return direction > 0n ? undefined : undefined;
      if ((places - now) * direction > 0n) return { weight, change: weight.minus(has), part: Number(places) };
    }
    return undefined;
  };
  const any = new Accepting("some weight, or none", () => true);
  if (!isNearest) return { more: any, less: any, unit, isNearest };
  const more = now === BigInt(contest.places) ? undefined : turning(1n);
  return { more, less: now === 0n ? undefined : turning(-1n), unit, isNearest };
}

/** Units of each park in runs of nearly equal length, the longer first. */
function grouped({ park, size, groups }: core.GroupUnitsInput): unknown {
  if (park.length === 0) throw new Refused("emptyInput");
  if (groups === undefined && size === undefined) throw new Refused("conflict");
  if (groups === undefined && size === 0) throw new Refused("outOfRange");
  const names = [...new Set(park)];
  const units = names.map((name) => park.filter((each) => each === name).length);
  const numbers =
    groups === undefined
      ? units.map((each) => Math.max(1, Number(new Fraction(each, size ?? 1).nearest())))
      : quotaOf({
          places: groups,
          weights: units.map((each) => weightOf(new Fraction(each))),
          method: "webster",
          minimum: countOf(1),
          maximum: units.map(countOf),
        }).places.map(Number);
  const labels = names.map((_, index) => {
    const [all, parts] = [units[index] ?? 0, numbers[index] ?? 1];
    return columnOf(parts, (part) =>
      columnOf(Math.floor(all / parts) + (part < all % parts ? 1 : 0), () => part + 1),
    ).flat();
  });
  return park.map((name) => ({ park: name, number: labels[names.indexOf(name)]?.shift() }));
}
