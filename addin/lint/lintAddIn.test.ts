import { table } from "@tallykit/sheet";
import { beforeAll, describe, expect, test } from "vitest";

import { type BuiltFiles, buildAddIn } from "../build/buildAddIn.ts";
import { drawIcon } from "../icons/drawIcon.ts";
import { encodePng } from "../icons/png.ts";
import { lintAddIn, rules } from "./lintAddIn.ts";
import { lockOf } from "./lockOf.ts";

const lock = lockOf(table);
let built: BuiltFiles;

beforeAll(async () => {
  built = await buildAddIn({
    origin: "https://tally.example.org/addin",
    environment: "production",
    officeSource: "global",
  });
  // The first build of a busy machine.
}, 60_000);

/** A change that breaks a rule: the file, what is in it, and what takes its place. */
interface Break {
  readonly rule: string;
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly words: string | RegExp;
}

const xml = "manifest.xml";
const json = "manifest.json";
const long = "long ".repeat(60);
const breaks: readonly Break[] = [
  {
    rule: "order of elements",
    file: xml,
    from: /( *<Runtimes>[\s\S]*<\/Runtimes>\n)( *<AllFormFactors>[\s\S]*<\/AllFormFactors>\n)/,
    to: "$2$1",
    words: /^Host holds AllFormFactors, Runtimes/,
  },
  {
    rule: "resources that are asked for",
    file: xml,
    from: '<Title resid="GetStarted.Title"/>',
    to: '<Title resid="GetStarted.Titel"/>',
    words: "there is no resource GetStarted.Titel",
  },
  {
    rule: "resources that are used",
    file: xml,
    from: '<Title resid="GetStarted.Title"/>',
    to: '<Title resid="Button.Label"/>',
    words: "nothing asks for the resource GetStarted.Title",
  },
  {
    rule: "ids of resources",
    file: xml,
    from: /"GetStarted\.Description"/g,
    to: '"GetStarted.Description.For.People.Who.Read"',
    words: /has more than 32 characters$/,
  },
  {
    rule: "names inside resources",
    file: xml,
    from: /<bt:Override Locale="zh-CN" Value="([^"]*)"\/>/,
    to: '<Override Locale="zh-CN" Value="$1"/>',
    words: /^Override must be bt:Override/,
  },
  {
    rule: "lengths of texts",
    file: xml,
    from: /Opens the pane: [^"]*/,
    to: long,
    words: /^Button\.Tip has 300/,
  },
  { rule: "id and version", file: xml, from: /<Id>\w/, to: "<Id>x", words: "the id must be a GUID" },
  {
    rule: "id and version",
    file: xml,
    from: ".0</Version>",
    to: "</Version>",
    words: "the version must be four numbers",
  },
  {
    rule: "one page for the shared runtime",
    file: xml,
    from: '<FunctionFile resid="Page.Url"/>',
    to: '<FunctionFile resid="Functions.Script.Url"/>',
    words: /must be one page; found Page\.Url, Page\.Url, Functions\.Script\.Url/,
  },
  {
    rule: "no TaskpaneId",
    file: xml,
    from: '<Action xsi:type="ShowTaskpane">',
    to: '<Action xsi:type="ShowTaskpane"><TaskpaneId>pane</TaskpaneId>',
    words: "a shared runtime takes no TaskpaneId",
  },
  {
    rule: "Chinese in the add-in-only manifest",
    file: xml,
    from: 'Locale="zh-CN"',
    to: 'Locale="zh_CN"',
    words: "DisplayName has no zh-CN text",
  },
  {
    rule: "actions that are asked for",
    file: json,
    from: '"actionId": "ShowPage"',
    to: '"actionId": "ShowPane"',
    words: /asks for the action ShowPane/,
  },
  {
    rule: "Chinese in the unified manifest",
    file: "manifest.zh-CN.json",
    from: "supertip.title",
    to: "supertip.titel",
    words: /has no zh-CN text$/,
  },
  {
    rule: "languages",
    file: json,
    from: '"en-us"',
    to: '"en-gb"',
    words: /languages differ: en-gb and en-US$/,
  },
  {
    rule: "languages",
    file: json,
    from: '"zh-cn"',
    to: '"zh-tw"',
    words: "zh-tw is in the unified manifest only",
  },
  {
    rule: "languages",
    file: json,
    from: "manifest.zh-CN.json",
    to: "zh.json",
    words: "there is no file zh.json",
  },
  {
    rule: "two manifests of one add-in",
    file: json,
    from: /"version": "\d/,
    to: '"version": "9',
    words: /^version is 0\.1\.0 in one manifest and 9\.1\.0 in the other$/,
  },
  {
    rule: "namespace",
    file: json,
    from: '"id": "TALLY"',
    to: '"id": "TALLY.ONE"',
    words: /found TALLY\.ONE and TALLY$/,
  },
  {
    rule: "addresses are safe",
    file: json,
    from: "https://tally.example.org/addin/functions.js",
    to: "http://tally.example.org/addin/functions.js",
    words: /every address must begin with https:/,
  },
  {
    rule: "addresses have files",
    file: xml,
    from: "/icons/icon-80.png",
    to: "/icons/icon-81.png",
    words: /there is no file icons\/icon-81\.png$/,
  },
  {
    rule: "addresses have files",
    file: xml,
    from: /<SourceLocation DefaultValue="[^"]*"\/>/,
    to: '<SourceLocation DefaultValue="taskpane.html"/>',
    words: "Invalid URL",
  },
  {
    rule: "anchors are on their pages",
    file: "support.html",
    from: 'id="privacy"',
    to: 'id="private"',
    words: /leads to #privacy, which is not on support\.html$/,
  },
  {
    rule: "icons have their sizes",
    file: xml,
    from: "/icons/icon-80.png",
    to: "/icons/icon-64.png",
    words: "icons/icon-64.png has 64 x 64 pixels; 80 x 80 are due",
  },
  {
    rule: "the ribbon has its three icons",
    file: xml,
    from: /<bt:Image size="80" [^>]*>/,
    to: "",
    words: "an icon has only 16, 32",
  },
  {
    rule: "the page loads Office first, and only what its policy lets in",
    file: "taskpane.html",
    from: "script-src 'self' https://appsforoffice.microsoft.com",
    to: "script-src 'self'",
    words: /does not let https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js in$/,
  },
  {
    rule: "the page loads Office first, and only what its policy lets in",
    file: "taskpane.html",
    from: "</body>",
    to: "<script>1</script></body>",
    words: "every script must be a file named in the head",
  },
  {
    rule: "the page loads Office first, and only what its policy lets in",
    file: "taskpane.html",
    from: 'href="taskpane.css"',
    to: 'href="pane.css"',
    words: "there is no file pane.css",
  },
  {
    rule: "the page loads Office first, and only what its policy lets in",
    file: "taskpane.html",
    from: /(<script src="https.*)\n(.*<script src="functions.js".*)/,
    to: "$2\n$1",
    words: "office.js must come first, then functions.js",
  },
  {
    rule: "the pane writes under the manifests' namespace",
    file: "taskpane.html",
    from: 'data-namespace="TALLY"',
    to: 'data-namespace="TALLY_DEV"',
    words: "the page has TALLY_DEV, the manifest TALLY",
  },
  {
    rule: "ids in every language and in the bundle",
    file: "functions.zh-CN.json",
    from: '"id": "COVERAGE_RATE"',
    to: '"id": "COVERAGE_RATES"',
    words: "COVERAGE_RATE is not in functions.zh-CN.json",
  },
  {
    rule: "ids and parameters that workbooks hold",
    file: "functions.json",
    from: '"id": "COVERAGE_RATE"',
    to: '"id": "COVERAGE_RATES"',
    words: "COVERAGE_RATE is gone, but workbooks may hold it",
  },
  {
    rule: "ids and parameters that workbooks hold",
    file: "functions.json",
    from: '"optional": true',
    to: '"optional": false',
    words: /^COVERAGE_TEXT no longer begins with covered, eligible, \[decimals\]$/,
  },
  {
    rule: "ids that Excel takes",
    file: "functions.json",
    from: '"id": "COVERAGE_RATE"',
    to: '"id": "R1C1"',
    words: "R1C1 is no id that Excel takes",
  },
  {
    rule: "lengths of the functions' texts",
    file: "functions.json",
    from: "The share of eligible units that are covered.",
    to: long,
    words: "COVERAGE_RATE has 300 characters; at most 128, and one",
  },
  {
    rule: "parameters that may be left out come last",
    file: "functions.json",
    from: '"name": "covered",',
    to: '"name": "covered", "optional": true,',
    words: "COVERAGE_RATE",
  },
  {
    rule: "every function has its page",
    file: "functions.zh-CN.json",
    from: "/help/zh/COVERAGE_RATE.html",
    to: "/help/en/COVERAGE_RATE.html",
    words: "COVERAGE_RATE must lead to https://tally.example.org/addin/help/zh/COVERAGE_RATE.html",
  },
  {
    rule: "lists that are asked for",
    file: "functions.json",
    from: '"customEnumId": "headers"',
    to: '"customEnumId": "titles"',
    words: "there is no list titles",
  },
  {
    rule: "files that can be read",
    file: xml,
    from: "</OfficeApp>",
    to: "",
    words: "the document is not well-formed XML",
  },
  { rule: "files that can be read", file: json, from: "{", to: "", words: /JSON/ },
];

/** The files with one of them changed. */
function broken({ file, from, to }: Break): BuiltFiles {
  const before = Buffer.from(built.get(file) ?? []).toString("utf8");
  const after = before.replace(from, to);
  expect([file, from, after === before]).toEqual([file, from, false]);
  return new Map([...built, [file, Buffer.from(after)]]);
}

describe("the lint", () => {
  test("finds nothing in what is built", () => {
    expect(lintAddIn(built, lock)).toEqual([]);
  });

  test.each(breaks.map((each) => [each.rule, each.file, String(each.words), each] as const))(
    "%s, broken in %s: %s",
    (_, __, ___, each) => {
      const found = lintAddIn(broken(each), lock).flatMap(({ rule, words }) =>
        rule === each.rule ? [words] : [],
      );
      expect(
        found.some((words) =>
          typeof each.words === "string" ? words === each.words : each.words.test(words),
        ),
      ).toBe(true);
    },
  );

  test("icons that are no pictures, or are missing", () => {
    const withFile = (bytes: Uint8Array): BuiltFiles => new Map([...built, ["icons/outline-32.png", bytes]]);
    expect(lintAddIn(withFile(Buffer.from("no picture")), lock)).toEqual([
      { rule: "icons have their sizes", words: "icons/outline-32.png is no PNG file" },
    ]);
    expect(lintAddIn(withFile(encodePng(drawIcon(33))), lock)).toEqual([
      { rule: "icons have their sizes", words: "icons/outline-32.png has 33 x 33 pixels; 32 x 32 are due" },
    ]);
    const withoutPage = new Map([...built].filter(([name]) => name !== "taskpane.html"));
    expect(lintAddIn(withoutPage, lock)).toEqual([
      { rule: "files that can be read", words: "taskpane.html is missing" },
    ]);
  });

  test("an id that is not locked yet", () => {
    const rest = lockOf(table.filter(({ id }) => id !== "COVERAGE_RATE"));
    expect(lintAddIn(built, rest)).toEqual([
      {
        rule: "ids and parameters that workbooks hold",
        words: "COVERAGE_RATE is not in the lock file: run npm run generate",
      },
    ]);
  });

  test("has every rule broken here at least once", () => {
    const seen = new Set(breaks.map(({ rule }) => rule));
    expect(rules.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
  });
});
