import { describe, expect, test } from "vitest";

import { optionsOf } from "./options.ts";
import { policyOf } from "./policyOf.ts";

describe("the options", () => {
  test("are those of a developer's machine where nothing is said", () => {
    expect(optionsOf([])).toEqual({ port: 3000, officeSource: "global", http: false });
    expect(
      optionsOf(["--port", "3443", "--cert", "a.crt", "--key", "a.key", "--office-js", "local"]),
    ).toEqual({
      port: 3443,
      officeSource: "local",
      http: false,
      files: { cert: "a.crt", key: "a.key" },
    });
    expect(optionsOf(["--http"])).toEqual({ port: 3000, officeSource: "global", http: true });
  });

  test.each([
    [["--port", "0"], "there is no port 0"],
    [["--port", "65536"], "there is no port 65536"],
    [["--port", "3e3"], "there is no port 3e3"],
    [["--cert", "a.crt"], "--cert and --key go together"],
    [["--http", "--cert", "a.crt", "--key", "a.key"], "--http needs no certificate"],
    [["--http", "--office-js", "local"], "--office-js local needs https"],
    [["--https"], /^Unknown option '--https'/],
    [["3000"], /^Unexpected argument '3000'/],
  ])("refuse %j in words", (given, words) => {
    expect(optionsOf(given)).toEqual(typeof words === "string" ? words : expect.stringMatching(words));
  });
});

test("the policy is that of the page", () => {
  const policy = "default-src 'none'; script-src 'self'";
  const page = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  expect(policyOf(page)).toBe(policy);
  expect(() => policyOf("<!doctype html>")).toThrow("the page states no content security policy");
});
