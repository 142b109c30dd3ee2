import { expect, test } from "vitest";

import { readXml } from "../lint/readXml.ts";
import { documentText, element } from "./xml.ts";

test("writes an element a line, and what it wrote is read back", () => {
  const written = element("a", { b: 'c "d" & <e>' }, element("g", {}, "h & <i>"), element("j"));
  const text = documentText(written);
  expect(text.split("\n")).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<a b="c &quot;d&quot; &amp; &lt;e&gt;">',
    "  <g>h &amp; &lt;i&gt;</g>",
    "  <j/>",
    "</a>",
    "",
  ]);
  expect(readXml(text)).toEqual(written);
});

test.each(["<a>", "<a></b>", "<a b></a>", "no element", ""])("%j is not well-formed", (text) => {
  expect(() => readXml(text)).toThrow("not well-formed");
});
