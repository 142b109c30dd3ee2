// Fails when npm ci would refuse the lock file (a binary of another platform is not in it), when it names a download
// address, or when a package has no licence or one that is not on the list. Packages that only the benchmarks bring
// along are never published nor called elsewhere: their licences are not asked for, but no install script is taken.
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
    "node_modules/@microsoft/office-js",
    "Microsoft's own terms; the tests of the add-in run it from where it is installed, nothing copies or ships it",
  ],
  [
    "node_modules/@univerjs/telemetry",
    "no licence field; an interface without an implementation, from the repository of Univer, which is Apache-2.0",
  ],
  [
    "node_modules/buffers",
    "no licence field; comes with exceljs for reading streams, which is never called here",
  ],
]);
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const benchRoom = "packages/bench";
const withoutBench = reachable([
  "",
  ...Object.values(packages).flatMap(({ link, resolved }) =>
    link && resolved !== benchRoom ? [resolved] : [],
  ),
]);
const problems = [];
for (const [path, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!isLocked(path, name)) problems.push(`${path}: ${name}@${version} is not in the lock file`);
  }
  if (entry.link || path === "") continue;
  if (entry.resolved !== undefined) problems.push(`${path}: names a download address`);
  if (entry.hasInstallScript && !withoutBench.has(path)) problems.push(`${path}: has an install script`);
  if (withoutBench.has(path) && !allowed.has(entry.license) && !exceptions.has(path))
    problems.push(`${path}: licence ${entry.license}`);
}
for (const problem of problems) console.error(problem);
const onlyBench = Object.entries(packages).filter(
  ([path, { link }]) => !link && path !== benchRoom && !withoutBench.has(path),
);
console.log(
  `lock file: ${Object.keys(packages).length} packages (${onlyBench.length} of the benchmarks only), ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;

function isLocked(path, name) {
  return locate(path, name) !== undefined;
}

/** Where the lock file has a package that another asks for: beside it, or in a folder above. */
function locate(path, name) {
  for (let folder = path; ;) {
    const place = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (folder === "") return undefined;
    const parent = folder.lastIndexOf("/node_modules/");
    folder = parent < 0 ? "" : folder.slice(0, parent);
  }
}

/** The packages that are needed, directly or not, by those at some places. */
function reachable(places) {
  const found = new Set();
  const waiting = [...places];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (found.has(place)) continue;
    found.add(place);
    const { dependencies, devDependencies, optionalDependencies, peerDependencies, link, resolved } =
      packages[place];
    // The root links to every room; each room but that of the benchmarks is a start of its own.
    if (link) waiting.push(...(resolved === benchRoom ? [] : [resolved]));
    const names = Object.keys({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
      ...peerDependencies,
    });
    waiting.push(...names.map((name) => locate(place, name)).filter((each) => each !== undefined));
  }
  return found;
}
