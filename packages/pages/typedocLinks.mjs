// Puts the way back to the site around it on every page of the TypeScript reference: a link of typedoc's own would be the
// same text on every page, wherever it stands.
import { JSX } from "typedoc";

const links = [
  ["Tallykit", "../index.html"],
  ["Guides", "../guides/index.html"],
  ["Functions in a cell", "../functions/index.html"],
  ["中文", "../zh/index.html"],
];

export function load(app) {
  app.renderer.hooks.on("content.begin", (context) =>
    JSX.createElement(
      "p",
      null,
      links.flatMap(([text, path], index) => [
        index === 0 ? "" : " · ",
        JSX.createElement("a", { href: context.relativeURL(path) }, text),
      ]),
    ),
  );
}
