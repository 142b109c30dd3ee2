import { createHash } from "node:crypto";

/** An answer as a short text that is the same whatever the order of its rows and of their properties. */
export function digest(rows) {
  const lines = rows.map((row) =>
    JSON.stringify(
      Object.keys(row)
        .sort()
        .map((key) => [key, row[key]]),
    ),
  );
  return createHash("sha256").update(lines.sort().join("\n")).digest("hex").slice(0, 16);
}

/** Runs every entrant of a contest once, here, and says whose answer is not that of the first. */
export async function disagreements(contest, size) {
  const digests = [];
  for (const { name, load } of contest.entrants) {
    const { prepare = same, run, answer } = await load();
    digests.push({ name, digest: digest(answer(run(prepare(contest.input(size))))) });
  }
  return digests.filter((each) => each.digest !== digests[0].digest).map(({ name }) => name);
}

/** What prepares the input of an entrant that takes it as it is. */
export const same = (input) => input;
