// Writes every file that is made from the table: Excel's metadata in both languages, the lock file of ids, and the
// function list of the README. With --check it writes nothing and fails where a file is stale.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import prettier from "prettier";
import { functionsMetadata, table } from "@tallykit/sheet";

const check = process.argv.includes("--check");
const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const json = async (value) =>
  prettier.format(JSON.stringify(value), { ...(await options()), parser: "json" });
const options = () => prettier.resolveConfig(path("package.json"));

const stale = [];
await put("packages/sheet/functions.json", await json(functionsMetadata("en")));
await put("packages/sheet/functions.zh-CN.json", await json(functionsMetadata("zh")));
await put("packages/sheet/functions.lock.json", await json(lock()));
await put("README.md", await readme());
if (stale.length > 0) {
  console.error(`stale: ${stale.join(", ")}; run npm run generate and commit what it changes`);
  process.exitCode = 1;
}

async function put(name, text) {
  if (existsSync(path(name)) && readFileSync(path(name), "utf8") === text) return;
  if (check) stale.push(name);
  else writeFileSync(path(name), text);
}

/** Ids and parameter orders. Workbooks store both, so what the lock file holds may only grow at its end. */
function lock() {
  const now = Object.fromEntries(
    table.map(({ id, parameters }) => [
      id,
      Object.entries(parameters).map(([name, { optional }]) => (optional ? `[${name}]` : name)),
    ]),
  );
  const name = path("packages/sheet/functions.lock.json");
  const locked = existsSync(name) ? JSON.parse(readFileSync(name, "utf8")) : {};
  for (const [id, parameters] of Object.entries(locked)) {
    const added = now[id]?.slice(parameters.length) ?? [];
    const kept =
      now[id] && JSON.stringify(now[id].slice(0, parameters.length)) === JSON.stringify(parameters);
    if (!kept || added.some((parameter) => !parameter.startsWith("["))) {
      throw new Error(
        `${id} is locked as ${id}(${parameters.join(", ")}): ids and parameters stay, new parameters are optional and last.`,
      );
    }
  }
  return now;
}

async function readme() {
  const text = readFileSync(path("README.md"), "utf8");
  const rows = table.map(
    ({ id, summary, calculator }) => `| \`${id}\` | \`${calculator}\` | ${summary.en} |`,
  );
  const list = ["| in a cell | in TypeScript | what it gives |", "| --- | --- | --- |", ...rows].join("\n");
  const filled = text.replace(
    /(<!-- functions -->)[\s\S]*(<!-- \/functions -->)/,
    (_, open, close) => `${open}\n\n${list}\n\n${close}`,
  );
  return prettier.format(filled, { ...(await options()), parser: "markdown" });
}
