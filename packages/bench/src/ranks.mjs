/** Every so many rows are compared: enough to show a wrong rank, few enough to hash. */
const sample = 97;

/** A number from 0 to below 2^32 that looks as if it were drawn, always the same for the same number. */
function scattered(number) {
  const mixed = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  return (Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) ^ (mixed >>> 16)) >>> 0;
}

/** Scores from 0 to 100 with as many digits as a double has; every tenth is one of a hundred, so that there are ties. */
function scoresOf({ rows }) {
  const scores = Float64Array.from({ length: rows }, (_, row) => {
    const first = scattered(row + 1);
    return row % 10 === 0 ? first % 100 : ((first + scattered(first) / 2 ** 32) / 2 ** 32) * 100;
  });
  return { scores };
}

/** How many scores are higher, and one: what a competition rank is, looked up in sorted scores. */
function rankIn(sorted, score) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] > score) high = middle;
    else low = middle + 1;
  }
  return sorted.length - low + 1;
}

const sampled = (scores, rankOf) =>
  Array.from(scores.filter((_, row) => row % sample === 0)).map((score, place) => ({
    row: place * sample,
    rank: rankOf(score, place * sample),
  }));

/** Competition ranks of a long column of doubles, against one sort of a copy of it. */
export default {
  name: "ranks",
  sizeOf: (rows) => ({ rows }),
  sizes: { full: { rows: 1_000_000 }, small: { rows: 3000 } },
  goals: [{ entrant: "tallykit", against: "typed-array sort", atMost: 1.5 }],
  input: scoresOf,
  entrants: [
    {
      name: "typed-array sort",
      load: () => ({
        run: ({ scores }) => ({ scores, sorted: scores.slice().sort() }),
        answer: ({ scores, sorted }) => sampled(scores, (score) => rankIn(sorted, score)),
      }),
    },
    {
      name: "tallykit",
      load: async () => {
        const { scoreRankTyped } = await import("@tallykit/core");
        return {
          run: ({ scores }) => ({ scores, ranks: scoreRankTyped({ scores }) }),
          answer: ({ scores, ranks }) => sampled(scores, (_, row) => ranks[row]),
        };
      },
    },
  ],
};
