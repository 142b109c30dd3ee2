// What anybody writes by hand: two Maps of sums and a division. No checks of any kind.

/** Name, covered, eligible and rate of each group. */
export function plainLoop(names, covered, eligible) {
  const coveredSums = new Map();
  const eligibleSums = new Map();
  for (let row = 0; row < names.length; row += 1) {
    const name = names[row];
    coveredSums.set(name, (coveredSums.get(name) ?? 0) + covered[row]);
    eligibleSums.set(name, (eligibleSums.get(name) ?? 0) + eligible[row]);
  }
  return Array.from(coveredSums, ([name, sum]) => {
    const all = eligibleSums.get(name);
    return { name, covered: sum, eligible: all, rate: sum / all };
  });
}
