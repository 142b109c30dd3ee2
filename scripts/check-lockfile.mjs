// Fails when npm ci would refuse the lock file (a binary of another platform is not in it), when it names a download
// address, or when a package has no licence or one that is not on the list.
import { readFileSync } from "node:fs";

const allowed = new Set([
  "MIT",
  "MIT/X11",
  // Of two licences to choose from, the first is taken.
  "(MIT OR GPL-3.0-or-later)",
  "(MIT AND Zlib)",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "0BSD",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "CC-BY-3.0",
  "CC-BY-4.0",
  "Python-2.0",
  "MPL-2.0",
  "Unlicense",
  "(MIT OR CC0-1.0)",
  "(MIT AND CC-BY-3.0)",
  "(WTFPL OR MIT)",
  "(BSD-2-Clause OR MIT OR Apache-2.0)",
]);
/** Packages whose licence is not on the list, each with its reason. */
const exceptions = new Map([
  [
    "node_modules/buffers",
    "no licence field; comes with exceljs for reading streams, which is never called here",
  ],
]);
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const problems = [];
for (const [path, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!isLocked(path, name)) problems.push(`${path}: ${name}@${version} is not in the lock file`);
  }
  if (entry.link || path === "") continue;
  if (entry.resolved !== undefined) problems.push(`${path}: names a download address`);
  if (!allowed.has(entry.license) && !exceptions.has(path))
    problems.push(`${path}: licence ${entry.license}`);
}
for (const problem of problems) console.error(problem);
console.log(`lock file: ${Object.keys(packages).length} packages, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;

function isLocked(path, name) {
  for (let folder = path; ;) {
    if (packages[`${folder === "" ? "" : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === "") return false;
    const parent = folder.lastIndexOf("/node_modules/");
    folder = parent < 0 ? "" : folder.slice(0, parent);
  }
}
