// The rooms of the house and who imports whom, read from the sources. Run as a program it writes docs/architecture.md;
// with --check it writes nothing and fails where the page is stale. test/architecture.test.ts holds what is allowed.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { pathToFileURL } from "node:url";
import prettier from "prettier";

/** Every source file of the packages, the add-in and the seeds; no tests, nothing built. */
export function sourceFiles() {
  return ["packages", "seeds", "addin"].flatMap(sourcesIn);
}

function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter(
      (name) =>
        /\.(tsx?|mjs)$/.test(name) &&
        !/node_modules|[/\\](dist|dist-wps|etc)[/\\]|\.test\.tsx?$|\.laws\.ts$|tsup\.config/.test(name),
    );
}

/** The room a file is in: its package and the first folder inside. */
export function roomOf(file) {
  const [area = "", ...rest] = file.split(sep).filter((part) => part !== "packages" && part !== "src");
  if (area === "seeds") return area;
  const [folder = ""] = rest;
  if (area === "core" && folder === "errors.ts") return "core/errors";
  return rest.length > 1 ? `${area}/${folder}` : `${area}/index`;
}

/** What a file imports: the room or package, and whether types only. */
export function importsOf(file) {
  const statements = readFileSync(file, "utf8").matchAll(
    /^(?:import|export) (type )?(?:[^;]*? from )?"([^"]+)"/gm,
  );
  return Array.from(statements, ([, type, target = ""]) => ({
    from: roomOf(file),
    to: target.startsWith(".") ? roomOf(normalize(join(dirname(file), target))) : target,
    isType: type !== undefined,
  }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await writePage();

async function writePage() {
  const path = "docs/architecture.md";
  const text = await prettier.format(page(sourceFiles()), {
    ...(await prettier.resolveConfig(path)),
    parser: "markdown",
  });
  if (!process.argv.includes("--check")) writeFileSync(path, text);
  else if (readFileSync(path, "utf8") !== text) {
    console.error(`stale: ${path}; run npm run generate and commit what it changes`);
    process.exitCode = 1;
  }
}

function page(files) {
  const imports = files.flatMap(importsOf).filter(({ from, to }) => from !== to);
  const rooms = [...new Set(files.map(roomOf))].sort();
  const areas = [...new Set(rooms.map(areaOf))];
  const own = new Set(areas);
  const between = new Set(
    imports
      .map(({ from, to }) => [areaOf(from), areaOf(to)])
      .filter(([from, to]) => own.has(to) && from !== to)
      .map(([from, to]) => `  ${from} --> ${to}`),
  );
  const listed = (room) => {
    const targets = imports.filter(({ from }) => from === room);
    const names = [...new Set(targets.map(({ to }) => to))].sort();
    return names.map((name) => {
      const isTypeOnly = targets.every(({ to, isType }) => to !== name || isType);
      return `\`${name}\`${isTypeOnly ? " (types)" : ""}`;
    });
  };
  const sizes = (room) => files.filter((file) => roomOf(file) === room).length;
  return `# Architecture

Five sentences decide everything. Exact inside, rounded once, at the edge, by a named rule. Parse at the door, trust in
the room. One function: one file, one test, one page, one row of the table. Say where it came from. Missing is not zero,
over is not full, and almost is not all.

## Packages

An arrow means "imports". Nothing points back.

\`\`\`mermaid
flowchart RL
${[...between].sort().join("\n")}
\`\`\`

| package | what it is |
| --- | --- |
${areas.map((area) => `| \`${area}\` | ${descriptionOf(area)} |`).join("\n")}

## Rooms

Every folder of every package, how many source files it has, and what they import. This table is read from the sources;
what is allowed stands in \`test/architecture.test.ts\`.

| room | files | imports |
| --- | --- | --- |
${rooms.map((room) => `| \`${room}\` | ${sizes(room)} | ${listed(room).join(", ")} |`).join("\n")}
`;
}

/** The package of a room, or of an import such as \`@tallykit/sheet/check\`. */
function areaOf(name) {
  const [first = "", second = ""] = name.split("/");
  return first === "@tallykit" ? second : first;
}

function descriptionOf(area) {
  const folder = area === "addin" || area === "seeds" ? area : `packages/${area}`;
  return JSON.parse(readFileSync(`${folder}/package.json`, "utf8")).description;
}
