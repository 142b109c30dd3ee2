// npm run release -- VERSION: everything of a release but the publishing itself, without a network. Sets the version in
// every package, closes the changelog's open part under it, and packs what would be published into out/release.
// --only-files leaves the build and the packing out.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const published = ["core", "sheet", "workbook"];
const [version = "", ...options] = process.argv.slice(2);
const current = readJson("packages/core/package.json").version;
const refuse = (words) => {
  console.error(`${words}\nnpm run release -- VERSION [--only-files], after ${current}`);
  process.exit(2);
};
if (!/^\d+\.\d+\.\d+$/.test(version))
  refuse(`a version has three numbers; found ${version === "" ? "none" : version}`);
if (!isAfter(version, current)) refuse(`${version} does not come after ${current}`);

const changelog = closedChangelog();
for (const path of packageFiles()) setVersion(path);
writeFileSync("CHANGELOG.md", changelog);
if (!options.includes("--only-files")) pack();
console.log(
  `Version ${version} is set, and closed in CHANGELOG.md. docs/releasing.md says what is left to do.`,
);

/** The changelog with its open part under the new version, dated, and an empty open part above it. */
function closedChangelog() {
  const text = readFileSync("CHANGELOG.md", "utf8");
  const [, before, open, after] = /^([\s\S]*?)## Unreleased\n([\s\S]*?)((?=\n## )[\s\S]*)?$/.exec(text) ?? [];
  if (open === undefined) refuse("CHANGELOG.md has no part Unreleased");
  const numbers = /### Numbers changed\n+([\s\S]*?)(?=\n### |$)/.exec(open)?.[1]?.trim() ?? "";
  if (numbers === "")
    refuse('CHANGELOG.md must say under "Numbers changed" what comes out differently, or "None"');
  const isPatch = version.split(".").slice(0, 2).join(".") === current.split(".").slice(0, 2).join(".");
  if (isPatch && !/^None\b/.test(numbers))
    refuse(`numbers changed, which is never a patch: ${numbers.split("\n")[0]}`);
  const date = new Date().toISOString().slice(0, 10);
  const next =
    "## Unreleased\n\n### Numbers changed\n\nNone.\n\n### Added\n\nNothing yet.\n\n### Fixed\n\nNothing yet.\n";
  return `${before}${next}\n## ${version} (${date})\n${open}${after ?? ""}`;
}

function packageFiles() {
  const rooms = readdirSync("packages").map((name) => `packages/${name}/package.json`);
  return [...rooms, "addin/package.json", "seeds/package.json", "package-lock.json"].filter((path) =>
    existsSync(path),
  );
}

/** The version of a package, and of ours wherever it asks for one. */
function setVersion(path) {
  const content = readJson(path);
  const parts = path === "package-lock.json" ? Object.values(content.packages) : [content];
  for (const part of parts) {
    if (String(part.name).startsWith("@tallykit/")) part.version = version;
    for (const needs of [part.dependencies, part.devDependencies]) {
      for (const name of Object.keys(needs ?? {})) if (name.startsWith("@tallykit/")) needs[name] = version;
    }
  }
  writeFileSync(path, `${JSON.stringify(content, undefined, 2)}\n`);
}

function pack() {
  rmSync("out/release", { recursive: true, force: true });
  mkdirSync("out/release", { recursive: true });
  execFileSync("npm", ["run", "generate"], { stdio: "inherit" });
  for (const name of published) {
    execFileSync("npm", ["pack", "--pack-destination", "out/release", "-w", `@tallykit/${name}`], {
      stdio: "inherit",
    });
  }
}

function isAfter(one, other) {
  const [left, right] = [one, other].map((text) => text.split(".").map(Number));
  const place = left.findIndex((part, index) => part !== right[index]);
  return place >= 0 && left[place] > right[place];
}

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}
