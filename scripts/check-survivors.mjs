// Part of `npm run gates`: docs/mutation.md explains as many unnoticed changes of each file as the last runs found, which
// `npm run measured` takes over into docs/measured.json.
import { readFileSync } from "node:fs";

const page = readFileSync("docs/mutation.md", "utf8");
const { mutation } = JSON.parse(readFileSync("docs/measured.json", "utf8"));
const wrong = Object.entries(mutation).flatMap(([family, { survivors }]) => {
  const explained = explainedIn(family);
  const files = [...new Set([...Object.keys(survivors), ...explained.keys()])];
  return files
    .map((file) => ({ file, said: explained.get(file) ?? 0, found: survivors[file] ?? 0 }))
    .filter(({ said, found }) => said !== found)
    .map(({ file, said, found }) => `${family}, ${file}: ${said} explained, ${found} found`);
});
if (wrong.length > 0) {
  console.error(
    `stale: docs/mutation.md explains other changes than were found unnoticed\n${wrong.join("\n")}`,
  );
  process.exitCode = 1;
}

/** How many changes of each file the tables of a family explain: `name` stands for one, `name` (3) for three. */
function explainedIn(family) {
  const [, rest = ""] = page.split(`\n### ${family}\n`);
  const rows = rest.split(/\n###? /)[0].matchAll(/^\| (`[^|]*)\|/gm);
  const counts = new Map();
  for (const [, cell] of rows) {
    for (const [, file, count = "1"] of cell.matchAll(/`(\w+)`(?: \((\d+)\))?/g))
      counts.set(file, (counts.get(file) ?? 0) + Number(count));
  }
  return counts;
}
