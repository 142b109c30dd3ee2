import { createHash } from "node:crypto";

import { generator } from "./register.mjs";

/** Whole weights from 1 to a million in random order, and a total of about 24,700 a hundred for each ten of them. */
export function splitColumns({ parts }) {
  const next = generator(20171122);
  const weights = Float64Array.from({ length: parts }, () => 1 + Math.floor(next() * 1_000_000));
  return { total: 2_470_000 * parts + 3, weights };
}

/** What nothing that reads every weight can be faster than. */
function sumOf(weights) {
  let sum = 0;
  for (let row = 0; row < weights.length; row += 1) sum += weights[row];
  return sum;
}

/** Every part of an answer, as one short text. */
export function partsDigest(parts) {
  const bytes = new Uint8Array(Float64Array.from(parts).buffer);
  return [{ digest: createHash("sha256").update(bytes).digest("hex") }];
}

const claims = {
  "largest-remainder": ({ remainders }) => remainders,
  "largest-weight": ({ weights }) => weights,
  first: ({ weights }) => weights.map(() => 0n),
};

/** The exact answer by whole numbers of any length and a sort: what entrants are compared with. */
function exactParts({ total, weights: given }, rule) {
  const weights = Array.from(given, BigInt);
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  const dues = weights.map((weight) => BigInt(total) * weight);
  const parts = dues.map((due) => due / sum);
  const claim = claims[rule]({ weights, remainders: dues.map((due) => due % sum) });
  const oddSteps = Number(parts.reduce((left, part) => left - part, BigInt(total)));
  const rows = Array.from(weights.keys()).filter((row) => weights[row] > 0n);
  rows.sort((a, b) => (claim[a] === claim[b] ? a - b : claim[a] > claim[b] ? -1 : 1));
  for (const row of rows.slice(0, oddSteps)) parts[row] += 1n;
  return parts.map(Number);
}

/** One sum over the weights, which answers with the exact parts, worked out after the clock has stopped. */
export function onePass(rule) {
  return {
    name: "one sum",
    load: () => ({
      run: (input) => ({ input, sum: sumOf(input.weights) }),
      answer: ({ input }) => partsDigest(exactParts(input, rule)),
    }),
  };
}

/** Tallykit's split of a long column. */
export function tallykitSplit(rule) {
  return {
    name: "tallykit",
    load: async () => {
      const { fundingSplitTyped } = await import("@tallykit/core");
      return {
        run: ({ total, weights }) => fundingSplitTyped({ total, weights, rule }),
        answer: ({ parts }) => partsDigest(parts),
      };
    },
  };
}

/** A package that takes its weights as an array. */
export function peerSplit(name, load) {
  return {
    name,
    load: async () => {
      const { money = (total) => total, split, parts } = await load();
      return {
        prepare: ({ total, weights }) => ({ money: money(total), weights: Array.from(weights) }),
        run: ({ money, weights }) => split(money, weights),
        answer: (answer) => partsDigest(parts(answer)),
      };
    },
  };
}
