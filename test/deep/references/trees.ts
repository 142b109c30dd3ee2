import * as core from "@tallykit/core";

import { quotaOf } from "../apportionments.ts";
import { Accepting, Refused } from "../compare.ts";
import { Fraction, fractionOf, sumOf, wholeSum } from "../fraction.ts";
import { countOf, drawAmount, drawFraction, drawMaybe, drawName, drawWhole, weightOf } from "../inputs.ts";
import { chance, columnOf, pick, type Random } from "../random.ts";
import { reference, type References } from "../reference.ts";
import { splitOf } from "../splits.ts";

interface Node<Bound> {
  readonly name: string;
  readonly weight?: core.Weight | undefined;
  readonly minimum?: Bound | undefined;
  readonly maximum?: Bound | undefined;
  readonly children?: readonly Node<Bound>[] | undefined;
}

function drawNodes<Bound>(random: Random, depth: number, bound: () => Bound): Node<Bound>[] {
  return columnOf(random.whole(chance(random, 98) ? 1 : 0, 3), () => {
    const isGroup = depth > 0 && chance(random, 50);
    return {
      name: drawName(random),
      weight: drawMaybe(
        random,
        () => weightOf(chance(random, 85) ? new Fraction(random.whole(0, 6)) : drawFraction(random)),
        isGroup ? 50 : 1,
      ),
      minimum: drawMaybe(random, bound, 85),
      maximum: drawMaybe(random, bound, 85),
      ...(isGroup ? { children: drawNodes(random, depth - 1, bound) } : {}),
    };
  });
}

/** A node with the weight and the bounds that it has because of its members. */
interface Known {
  readonly node: Node<unknown>;
  readonly weight: Fraction;
  readonly low: bigint;
  readonly high: bigint | undefined;
  readonly children: readonly Known[];
}

interface Reading<Bound> {
  readonly read: (bound: Bound, side: "low" | "high") => bigint;
  /** Whether a group in which nobody has a weight holds no more than it must, or is refused when it gets something. */
  readonly weightlessHolds: boolean;
}

function known<Bound>(node: Node<Bound>, reading: Reading<Bound>): Known {
  const { read, weightlessHolds } = reading;
  const children = (node.children ?? []).map((child) => known(child, reading));
  if (node.children === undefined && node.weight === undefined) throw new Refused("missingValue");
  const weight =
    node.weight === undefined ? sumOf(children.map((child) => child.weight)) : fractionOf(node.weight);
  const own = node.minimum === undefined ? 0n : read(node.minimum, "low");
  const needed = wholeSum(children.map((child) => child.low));
  const low = own > needed ? own : needed;
  const most = children.map((child) => (child.weight.numerator === 0n ? child.low : child.high));
  const isOpen =
    node.children === undefined || most.includes(undefined) || !(weightlessHolds || isWeighted(children));
  const held = isOpen ? undefined : wholeSum(most.map((each) => each ?? 0n));
  const ownHigh = node.maximum === undefined ? undefined : read(node.maximum, "high");
  const high = ownHigh === undefined ? held : held === undefined || ownHigh < held ? ownHigh : held;
  if (weightlessHolds && high !== undefined && low > high) throw new Refused("infeasibleBounds");
  return { node, weight, low, high, children };
}

const isWeighted = (children: readonly Known[]): boolean =>
  children.some(({ weight }) => weight.numerator > 0n);

/** A tree with faults may be refused for any of them: which one is met first is nobody's promise. */
function anyOf(codes: ReadonlySet<string>): Accepting {
  return new Accepting(`one of the refusals ${[...codes].join(", ")}`, (actual) =>
    codes.has((actual as { readonly refused?: string }).refused ?? ""),
  );
}

export const treeReferences: References = {
  fundingNested: reference(
    core.fundingNested,
    (random) => {
      const total = drawAmount(random);
      const bound = (): Fraction =>
        new Fraction(random.whole(0, 9), chance(random, 70) ? 1 : 2).times(total.step);
      return [
        {
          total,
          children: drawNodes(random, 2, bound),
          rule: drawMaybe(
            random,
            () => pick(random, ["largest-remainder", "largest-weight", "first", "last"] as const),
            50,
          ),
        },
      ];
    },
    ({ total, children, rule }) => {
      const read = (bound: core.Fraction, side: "low" | "high"): bigint => {
        const steps = fractionOf(bound).over(total.step);
        return side === "low" ? steps.ceiling() : steps.floor();
      };
      const fund = ({ node, children: members }: Known, units: bigint): object => {
        const part = { units, step: total.step };
        if (node.children === undefined) return { name: node.name, part, children: [], ties: [] };
        if (members.length === 0) throw new Refused("emptyInput");
        if (units !== 0n && !isWeighted(members)) throw new Refused("allZero");
        const amounts = (bounds: readonly (bigint | undefined)[]): (Fraction | undefined)[] =>
          bounds.map((each) => (each === undefined ? undefined : new Fraction(each).times(total.step)));
        const split = splitOf({
          total: part,
          weights: members.map(({ weight }) => weightOf(weight)),
          minimum: amounts(members.map(({ low }) => low)),
          maximum: amounts(members.map(({ high }) => high)),
          rule,
        });
        return {
          name: node.name,
          part,
          ties: split.ties,
          children: members.map((member, row) => fund(member, split.parts[row] ?? 0n)),
        };
      };
      return refusals(() =>
        fund(
          known(
            { name: "total", weight: weightOf(new Fraction(1n)), children },
            { read, weightlessHolds: false },
          ),
          total.units,
        ),
      );
    },
  ),
  targetBreakdown: reference(
    core.targetBreakdown,
    (random) => [
      {
        goal: countOf(drawWhole(random, 40)),
        children: drawNodes(random, 2, () => countOf(random.whole(0, 9))),
      },
    ],
    ({ goal, children }) => {
      const share = ({ node, children: members }: Known, units: bigint): object => {
        const whole = Number(units);
        if (node.children === undefined) return { name: node.name, goal: whole, children: [], ties: [] };
        if (members.length === 0) throw new Refused("emptyInput");
        const isAsked = isWeighted(members);
        if (!isAsked && units !== wholeSum(members.map(({ low }) => low))) throw new Refused("allZero");
        const { places, ties } = isAsked
          ? quotaOf({
              places: countOf(whole),
              weights: members.map(({ weight }) => weightOf(weight)),
              minimum: members.map(({ low }) => countOf(Number(low))),
              maximum: members.map(({ high }) => (high === undefined ? undefined : countOf(Number(high)))),
            })
          : { places: members.map(({ low }) => low), ties: [] };
        return {
          name: node.name,
          goal: whole,
          ties,
          children: members.map((member, row) => share(member, places[row] ?? 0n)),
        };
      };
      return refusals(() =>
        share(
          known({ name: "total", children }, { read: (bound) => BigInt(bound), weightlessHolds: true }),
          BigInt(goal),
        ),
      );
    },
  ),
};

function refusals(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return anyOf(new Set(["emptyInput", "missingValue", "allZero", "infeasibleBounds"]));
  }
}
