import * as fc from "fast-check";
import type { Law } from "../law.laws.ts";
import { type Count, count } from "./count.ts";

export const countLaws: readonly Law<(value: number) => Count>[] = [
  {
    name: "a whole number from 0 to 2^53-1 is taken as it is, anything else refused",
    property: (calculator) =>
      fc.property(
        fc.oneof(
          fc.double(),
          fc.maxSafeInteger(),
          fc.maxSafeInteger().map((value) => value / 2),
        ),
        (value) => {
          const isRight = value >= 0 && value <= 9007199254740991 && value % 1 === 0;
          try {
            return calculator(value) === value && isRight;
          } catch {
            return !isRight;
          }
        },
      ),
    broken: (value) => count(Math.round(value)),
  },
];
