import { keyColumn, coverageByGroup } from "@tallykit/core";

import { rowOf } from "./coverageByGroup.mjs";
import { register } from "./register.mjs";

/** How many measures over the same groups one run takes; the time is that of one. */
const measures = 10;

const repeated = (once) => (input) => {
  let answer;
  for (let measure = 0; measure < measures; measure += 1) answer = once(input);
  return answer;
};

function prepare({ town, covered, eligible }) {
  return { group: keyColumn(town), covered, eligible };
}

/** Sums over ready codes: nothing can be faster. No checks of any kind. */
function pass({ group: { codes, names }, covered, eligible }) {
  const coveredSums = new Float64Array(names.length);
  const eligibleSums = new Float64Array(names.length);
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row];
    coveredSums[code] += covered[row];
    eligibleSums[code] += eligible[row];
  }
  return names.map((name, code) => ({
    name,
    covered: coveredSums[code],
    eligible: eligibleSums[code],
    rate: coveredSums[code] / eligibleSums[code],
  }));
}

/** Further measures over names that were looked up once, against a loop over typed arrays. */
export default {
  name: "furtherMeasures",
  sizes: { full: { rows: 1_000_000, towns: 10_000 }, small: { rows: 3000, towns: 100 } },
  goals: [{ entrant: "tallykit", against: "typed arrays", atMost: 1.5 }],
  timesARun: measures,
  input: register,
  entrants: [
    { name: "typed arrays", load: () => ({ prepare, run: repeated(pass), answer: (rows) => rows }) },
    {
      name: "tallykit",
      load: () => ({
        prepare,
        run: repeated(coverageByGroup),
        answer: ({ groups }) => groups.map(({ group, rate }) => rowOf(group, rate)),
      }),
    },
  ],
};
