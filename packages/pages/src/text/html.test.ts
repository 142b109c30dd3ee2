import { expect, test } from "vitest";

import { asHtml, html } from "./html.ts";

test("html escapes what is filled in, in elements and attributes", () => {
  expect(html`<p title="${'a"b'}">${"<b>&"}</p>`.html).toBe('<p title="a&quot;b">&lt;b&gt;&amp;</p>');
});

test("html takes HTML as it is, lists one after another, and nothing as nothing", () => {
  const items = ["<", "b"].map((text) => html`<li>${text}</li>`);
  expect(html`${items}${undefined}${3}${asHtml("<hr>")}`.html).toBe("<li>&lt;</li><li>b</li>3<hr>");
});
