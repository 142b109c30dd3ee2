import * as fc from "fast-check";
import { compareFractions, plus } from "../exact/fraction.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import { scoreBand } from "./scoreBand.ts";
import { bandLists, isAtLeast, positiveWeights, scores } from "./scores.laws.ts";

const boundaryBelow: typeof scoreBand = ({ score, bands }) =>
  bands.filter(({ lowerBound }) => compareFractions(lowerBound, score) < 0).at(-1)?.name;
const lowestIfBelow: typeof scoreBand = (input) => scoreBand(input) ?? input.bands[0]?.name;
const bestForTheLowest: typeof scoreBand = ({ score, bands }) =>
  bands.find(({ lowerBound }) => compareFractions(score, lowerBound) <= 0)?.name;

export const scoreBandLaws: readonly Law<typeof scoreBand>[] = [
  {
    name: "a score is in one band: the one whose lower bound it reaches without reaching the next",
    property: (calculator) =>
      fc.property(scores, bandLists, (score, bands) => {
        const found = calculator({ score, bands });
        const holding = bands.filter(({ lowerBound }, index) => {
          const next = bands[index + 1]?.lowerBound;
          return isAtLeast(score, lowerBound) && (next === undefined || !isAtLeast(score, next));
        });
        return holding.length <= 1 && found === holding[0]?.name;
      }),
    broken: lowestIfBelow,
  },
  {
    name: "a boundary belongs to the band above it",
    property: (calculator) =>
      fc.property(bandLists, fc.nat(5), (bands, place) => {
        const band = bands[place % bands.length];
        return band === undefined || calculator({ score: band.lowerBound, bands }) === band.name;
      }),
    broken: boundaryBelow,
  },
  {
    name: "a higher score is never in a lower band",
    property: (calculator) =>
      fc.property(scores, positiveWeights, bandLists, (score, rise, bands) => {
        const placeOf = (name: string | undefined): number => bands.findIndex((band) => band.name === name);
        const before = placeOf(calculator({ score, bands }));
        return placeOf(calculator({ score: plus(score, rise), bands })) >= before;
      }),
    broken: bestForTheLowest,
  },
  {
    name: "bounds that do not rise are refused, whatever the score",
    property: (calculator) =>
      fc.property(scores, bandLists, fc.nat(5), (score, bands, place) => {
        const twice = bands[place % bands.length];
        const wrong = bands.flatMap((band) => (band === twice ? [band, band] : [band]));
        return refusesWith("conflict", () => calculator({ score, bands: wrong }));
      }),
    broken: boundaryBelow,
  },
];
