import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

import { table } from "@tallykit/sheet";
import AjvDraft4 from "ajv-draft-04";
import { Window } from "happy-dom";
import { beforeAll, describe, expect, test } from "vitest";

import { lintAddIn } from "../lint/lintAddIn.ts";
import { lockOf } from "../lint/lockOf.ts";
import { addInOf, type Deployment } from "../manifest/addin.ts";
import { type BuiltFiles, buildAddIn } from "./buildAddIn.ts";
import { deploymentOf } from "./command.ts";

const deployments: readonly Deployment[] = [
  { origin: "https://localhost:3000", environment: "development", officeSource: "global" },
  { origin: "https://tally.example.org/addin/", environment: "production", officeSource: "china" },
  { origin: "https://tally.example.org:8443", environment: "production", officeSource: "local" },
];

interface SchemaFile {
  readonly schema: object;
  /** Whether its patterns are such that the Unicode mode of JavaScript takes them. */
  readonly unicodeRegExp: boolean;
}

const manifestSchema: SchemaFile = { schema: schemaOf("MicrosoftTeams.schema.json"), unicodeRegExp: true };
const chineseSchema: SchemaFile = {
  schema: schemaOf("MicrosoftTeams.Localization.schema.json"),
  unicodeRegExp: false,
};

function schemaOf(name: string): object {
  const text = readFileSync(
    `node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.25/${name}`,
    "utf8",
  );
  // Two escapes in the schemas are no JSON.
  return JSON.parse(text.replaceAll("\\a", "\\u0007").replaceAll("\\v", "\\u000b")) as object;
}

function textOf(built: BuiltFiles, name: string): string {
  return Buffer.from(built.get(name) ?? []).toString("utf8");
}

let builds: readonly BuiltFiles[] = [];

beforeAll(async () => {
  builds = await Promise.all(deployments.map(buildAddIn));
}, 60_000);

describe.each(deployments)("the add-in of $environment at $origin", (deployment) => {
  let built: BuiltFiles = new Map();
  const json = (name: string): Record<string, unknown> =>
    JSON.parse(textOf(built, name)) as Record<string, unknown>;

  beforeAll(() => {
    built = builds[deployments.indexOf(deployment)] ?? built;
  });

  test("passes the lint", () => {
    expect(lintAddIn(built, lockOf(table))).toEqual([]);
  });

  test("has manifests that keep Microsoft's schemas", () => {
    const problemsOf = (
      name: string,
      { schema, unicodeRegExp }: SchemaFile,
      changes: object = {},
    ): unknown => {
      const validate = new AjvDraft4({ strict: false, allErrors: true, unicodeRegExp }).compile(schema);
      return validate({ ...json(name), ...changes }) ? [] : validate.errors?.map(({ message }) => message);
    };
    expect(problemsOf("manifest.json", manifestSchema)).toEqual([]);
    expect(problemsOf("manifest.json", manifestSchema, { id: "none" })).not.toEqual([]);
    expect(problemsOf("manifest.zh-CN.json", chineseSchema)).toEqual([]);
    expect(problemsOf("manifest.zh-CN.json", chineseSchema, { "name.long": "x" })).not.toEqual([]);
  });

  test("leads from its support page to the page of every function, in both languages", () => {
    const page = new new Window().DOMParser().parseFromString(textOf(built, "support.html"), "text/html");
    for (const [language, folder] of [
      ["en-US", "help/en"],
      ["zh-CN", "help/zh"],
    ] as const) {
      const links = Array.from(page.querySelectorAll(`section[lang="${language}"] li a`), (link) =>
        link.getAttribute("href"),
      );
      expect(links).toEqual(table.map(({ id }) => `${folder}/${id}.html`));
      expect(links.filter((link) => !built.has(link ?? ""))).toEqual([]);
    }
  });

  test("says on its page what to do without JavaScript, in both languages", () => {
    const page = new new Window().DOMParser().parseFromString(textOf(built, "taskpane.html"), "text/html");
    expect(Array.from(page.querySelectorAll("noscript"), ({ lang, innerHTML }) => [lang, innerHTML])).toEqual(
      [
        ["en-US", expect.stringMatching(/^<p>The pane needs JavaScript.* <a href="support.html">/)],
        ["zh-CN", expect.stringMatching(/^<p>任务窗格需要 JavaScript.* <a href="support.html">/)],
      ],
    );
  });

  test("has in the help of a function what its metadata says", () => {
    expect(textOf(built, "help/zh/COVERAGE_RATE.html")).toContain(table[0]?.summary.zh);
    expect(textOf(built, "help/en/COVERAGE_RATE.html")).toContain('href="../pages.css"');
  });
});

test("the pane stays small", () => {
  const bytes = (name: string): number => gzipSync(builds[0]?.get(name) ?? "", { level: 9 }).length;
  // Every function with its texts in two languages, the panel, its charts, checks and explanations.
  expect(bytes("taskpane.js")).toBeGreaterThan(50_000);
  expect(bytes("taskpane.js")).toBeLessThan(200_000);
  expect(bytes("taskpane.css")).toBeLessThan(8_000);
});

describe("a deployment", () => {
  let texts: string[] = [];

  beforeAll(() => {
    texts = builds.map((files) =>
      ["manifest.xml", "manifest.json", "taskpane.html"].map((name) => textOf(files, name)).join(),
    );
  });

  test("of development stands beside the real one", () => {
    const idOf = (text: string): string => /<Id>(.*)<\/Id>/.exec(text)?.[1] ?? "";
    const [development = "", china = "", local = ""] = texts;
    expect(idOf(development)).not.toBe(idOf(china));
    expect(idOf(china)).toBe(idOf(local));
    expect([development.includes("=TALLY_DEV."), china.includes("TALLY_DEV")]).toEqual([true, false]);
    expect([
      development.includes('data-namespace="TALLY_DEV"'),
      china.includes('data-namespace="TALLY"'),
    ]).toEqual([true, true]);
  });

  test("refuses an origin under which nothing can be served", () => {
    const addInAt = (origin: string): unknown =>
      addInOf({ origin, environment: "production", officeSource: "global" }, "1.0.0").base;
    expect(addInAt("https://tally.example.org/a//")).toBe("https://tally.example.org/a");
    expect(() => addInAt("http://tally.example.org")).toThrow("must begin with https://");
    expect(() => addInAt("https://tally.example.org/?a=1")).toThrow("must have no query");
  });

  test("takes office.js from where it is told to", () => {
    expect(texts.map((text) => /<script src="(https[^"]*)">/.exec(text)?.[1])).toEqual([
      "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
      "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
      "https://tally.example.org:8443/office-js/office.js",
    ]);
  });
});

describe("the command", () => {
  test("takes localhost for development and everything else for production", () => {
    expect(deploymentOf([])).toEqual(deployments[0]);
    expect(deploymentOf(["--origin", "https://tally.example.org"])).toEqual({
      origin: "https://tally.example.org",
      environment: "production",
      officeSource: "global",
    });
    expect(
      deploymentOf(["--origin", "https://a.example", "--environment", "development", "--office-js", "china"]),
    ).toEqual({
      origin: "https://a.example",
      environment: "development",
      officeSource: "china",
    });
  });

  test.each([
    [
      ["--origin", "http://tally.example.org"],
      "the origin must begin with https://; found http://tally.example.org",
    ],
    [["--origin", "tally"], "Invalid URL"],
    [["--environment", "test"], "there is no environment test"],
    [["--office-js", "cdn"], "office.js does not come from cdn"],
    [["--orign", "x"], /^Unknown option '--orign'/],
  ])("refuses %j in words", (given, words) => {
    expect(deploymentOf(given)).toEqual(typeof words === "string" ? words : expect.stringMatching(words));
  });
});
