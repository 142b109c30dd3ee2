// Builds the browser sheet into dist/page, and does nothing where it is up to date.
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = new URL("../", import.meta.url);
const root = fileURLToPath(new URL("../../", here));
const sources = new URL("src/page/", here);

/** What the page was last made from: each input with a mark of its contents. It stays out of what is published. */
const record = join(root, "node_modules/.cache/tallykit-page.json");

/** Hyphenation of languages that no sheet asks for: five megabytes that would never be fetched. */
const withoutHyphenation = {
  name: "without hyphenation",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/[a-z]+(?:-[0-9a-z]+)*-[\w-]{8}\.js$/ }, ({ importer }) =>
      /engine-render[/\\]lib[/\\]es[/\\]index\.js$/.test(importer)
        ? { path: "none", namespace: "hyphenation" }
        : undefined,
    );
    onLoad({ filter: /./, namespace: "hyphenation" }, () => ({ contents: "export default {};" }));
  },
};

const folder = new URL("dist/page/", here);

/** Builds the page; tells how long it took, or nothing where it is up to date. */
export async function buildPage() {
  if (isUpToDate()) return undefined;
  const started = performance.now();
  // Two tests may build it at the same time: each in a folder of its own, which then takes the place of the page.
  const fresh = new URL(`dist/page-${process.pid}/`, here);
  mkdirSync(fresh, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: {
      main: fileURLToPath(new URL("main.ts", sources)),
      bookWorker: fileURLToPath(new URL("bookWorker.ts", sources)),
    },
    outdir: fileURLToPath(fresh),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    metafile: true,
    conditions: ["@tallykit/source"],
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { "process.env.NODE_ENV": '"production"' },
    chunkNames: "part-[hash]",
    legalComments: "none",
    logLevel: "warning",
    plugins: [withoutHyphenation],
  });
  cpSync(new URL("icon.svg", sources), new URL("icon.svg", fresh));
  writeFileSync(new URL("licences.txt", fresh), licences(Object.keys(metafile.inputs)));
  const inputs = [
    ...Object.keys(metafile.inputs).filter((input) => !input.startsWith("hyphenation:")),
    "package-lock.json",
    ...own,
  ];
  const marks = Object.fromEntries(inputs.map((input) => [input, markOf(input)]));
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
  mkdirSync(dirname(record), { recursive: true });
  writeFileSync(record, JSON.stringify(marks));
  return performance.now() - started;
}

/** The licences of all packages whose code is in the page. */
function licences(inputs) {
  const folders = new Set(
    inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? []),
  );
  return [...folders]
    .sort()
    .map((folder) => {
      const at = join(root, folder);
      const { name, version, license } = JSON.parse(readFileSync(join(at, "package.json"), "utf8"));
      const file = readdirSync(at).find((each) => /^licen[cs]e/i.test(each));
      const text = file === undefined ? "" : `\n\n${readFileSync(join(at, file), "utf8").trim()}`;
      return `${name} ${version}: ${license ?? "see below"}${text}\n`;
    })
    .join("\n----\n\n");
}

const own = ["packages/workbook/build/buildPage.mjs", "packages/workbook/src/page/icon.svg"];

function isUpToDate() {
  if (!existsSync(record) || !existsSync(new URL("licences.txt", folder))) return false;
  const marks = JSON.parse(readFileSync(record, "utf8"));
  return Object.entries(marks).every(([input, mark]) => mark === markOf(input));
}

/** A source by its contents, a file of a package by its size and time, since there are thousands of those. */
function markOf(input) {
  const file = new URL(input, new URL("../../", here));
  if (!existsSync(file)) return "";
  if (!input.includes("node_modules")) return createHash("sha256").update(readFileSync(file)).digest("hex");
  const { size, mtimeMs } = statSync(file);
  return `${size} ${mtimeMs}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const took = await buildPage();
  console.log(took === undefined ? "page: up to date" : `page: built in ${(took / 1000).toFixed(1)} s`);
}
