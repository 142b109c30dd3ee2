import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import type { BandColumns } from "./bandPlaces.ts";
import { scoreMoves } from "./scoreMoves.ts";
import { scoreMovesList } from "./scoreMovesList.ts";

const order = ["one star", "two stars", "three stars", "four stars"];
const bands = fc.constantFrom(...order, undefined);
const columns: fc.Arbitrary<BandColumns> = fc
  .array(fc.tuple(bands, bands), { minLength: 1, maxLength: 30 })
  .map((rows) => ({ before: rows.map(([before]) => before), after: rows.map(([, after]) => after), order }));
const backwards = ({ before, after }: BandColumns): BandColumns => ({ before: after, after: before, order });
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

const newAreUp: typeof scoreMoves = (input) => {
  const found = scoreMoves(input);
  return { ...found, promotions: count(found.promotions + sum(found.new)) };
};
const twice: typeof scoreMoves = ({ before, after, ...rest }) =>
  scoreMoves({ ...rest, before: [...before, before[0]], after: [...after, after[0]] });
const unknownAreMissing: typeof scoreMoves = ({ before, after, order: known }) => {
  const read = (band: string | undefined): string | undefined => known.find((each) => each === band);
  return scoreMoves({ before: before.map(read), after: after.map(read), order: known });
};

export const scoreMovesLaws: readonly Law<typeof scoreMoves>[] = [
  {
    name: "every unit is counted once: in the table, gone, new or left out",
    property: (calculator) =>
      fc.property(columns, (given) => {
        const found = calculator(given);
        const inTable = sum(found.bands.map(({ to, gone }) => sum(to) + gone));
        return inTable + sum(found.new) + found.leftOut === given.before.length;
      }),
    broken: twice,
  },
  {
    name: "promoted, demoted, unchanged, gone and new units make up all that had a band",
    property: (calculator) =>
      fc.property(columns, (given) => {
        const { promotions, demotions, unchanged, bands: rows, new: appeared, leftOut } = calculator(given);
        const all = promotions + demotions + unchanged + sum(rows.map(({ gone }) => gone)) + sum(appeared);
        return (
          all + leftOut === given.before.length &&
          promotions === sum(rows.map((row) => row.promotions)) &&
          demotions === sum(rows.map((row) => row.demotions))
        );
      }),
    broken: newAreUp,
  },
  {
    name: "looked at backwards promotions are demotions, the gone are new, and the table is turned over",
    property: (calculator) =>
      fc.property(columns, (given) => {
        const [there, back] = [calculator(given), calculator(backwards(given))];
        return (
          there.promotions === back.demotions &&
          there.demotions === back.promotions &&
          there.bands.every(
            ({ to, gone }, row) =>
              gone === back.new[row] && to.every((units, place) => units === back.bands[place]?.to[row]),
          )
        );
      }),
    broken: newAreUp,
  },
  {
    name: "a band that is not in the order is refused",
    property: (calculator) =>
      fc.property(columns, fc.nat(29), (given, place) => {
        const row = place % given.before.length;
        const after = given.after.map((band, index) => (index === row ? "five stars" : band));
        return refusesWith("invalidValue", () => calculator({ ...given, after }));
      }),
    broken: unknownAreMissing,
  },
];

const units = columns.map((given) => ({ ...given, unit: given.before.map((_, row) => `unit ${row + 1}`) }));
const everybody: typeof scoreMovesList = (input) =>
  input.unit.map((unit, row) => ({
    unit,
    before: input.before[row],
    after: input.after[row],
    steps: 1,
    move: "up",
  }));
const falling: typeof scoreMovesList = (input) =>
  scoreMovesList({ ...input, order: [...input.order].reverse() });

export const scoreMovesListLaws: readonly Law<typeof scoreMovesList>[] = [
  {
    name: "there are as many up, down, new and gone as the table of moves counts",
    property: (calculator) =>
      fc.property(units, (given) => {
        const found = calculator(given);
        const counted = scoreMoves(given);
        const moved = (move: string): number => found.filter((each) => each.move === move).length;
        return (
          moved("up") === counted.promotions &&
          moved("down") === counted.demotions &&
          moved("new") === sum(counted.new) &&
          moved("gone") === sum(counted.bands.map(({ gone }) => gone))
        );
      }),
    broken: everybody,
  },
  {
    name: "the steps lead from the band before to the band after, upwards in the order",
    property: (calculator) =>
      fc.property(units, (given) =>
        calculator(given).every(({ before, after, steps, move }) => {
          if (before === undefined || after === undefined) return steps === undefined;
          const place = order.indexOf(before) + (steps ?? 0);
          return order[place] === after && move === ((steps ?? 0) > 0 ? "up" : "down");
        }),
      ),
    broken: falling,
  },
];
