// Writes src/style/tokens.css: of Fluent's tokens those that the panel's styles use, light, dark and for high contrast.
// With --check it writes nothing and fails where the file is stale.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { createDarkTheme, createHighContrastTheme, createLightTheme } from "@fluentui/tokens";
import prettier from "prettier";

/** The green of spreadsheets, from dark to light, in the steps that Fluent makes a theme of. */
const green = {
  10: "#03170c",
  20: "#052413",
  30: "#07301a",
  40: "#093d21",
  50: "#0b4a28",
  60: "#0c5930",
  70: "#0e6a38",
  80: "#107c41",
  90: "#2b9159",
  100: "#4bab76",
  110: "#5fb987",
  120: "#74c698",
  130: "#93d5af",
  140: "#b3e2c7",
  150: "#cfeddb",
  160: "#ebf7f0",
};

const folder = new URL("src/style/", import.meta.url);
const target = fileURLToPath(new URL("tokens.css", folder));
const styles = readdirSync(folder).filter((name) => name.endsWith(".css") && name !== "tokens.css");
const used = [
  ...new Set(styles.flatMap((name) => namesIn(readFileSync(new URL(name, folder), "utf8")))),
].sort();

const light = createLightTheme(green);
const dark = createDarkTheme(green);
const contrast = systemColours(createHighContrastTheme());
const unknown = used.filter((name) => !(name in light));
if (unknown.length > 0) throw new Error(`Fluent has no token ${unknown.join(", ")}`);

const text = await prettier.format(
  `/* Made by makeTokens.mjs from @fluentui/tokens (MIT, Microsoft). */
.tally-panel { ${declarations(light, used)} }
@media (prefers-color-scheme: dark) { :root:not([data-tally-theme]) .tally-panel { ${declarations(dark, differing(dark))} } }
:root[data-tally-theme="dark"] .tally-panel { ${declarations(dark, differing(dark))} }
@media (forced-colors: active) { :root .tally-panel.tally-panel { ${declarations(contrast, differing(contrast))} } }
`,
  { ...(await prettier.resolveConfig(target)), parser: "css" },
);

if (existsSync(target) && readFileSync(target, "utf8") === text) process.exitCode = 0;
else if (!process.argv.includes("--check")) writeFileSync(target, text);
else {
  console.error("stale: packages/panel/src/style/tokens.css; run node packages/panel/makeTokens.mjs");
  process.exitCode = 1;
}

/**
 * Fluent's theme for high contrast names the colours of one system theme; here they become those of whichever is set.
 * What the pointer is over looks as it did, since the colour of its text does not change with it.
 */
function systemColours(theme) {
  const colours = (name) =>
    name.includes("Foreground")
      ? { "#ffffff": "CanvasText", "#000000": "ButtonText", "#ffff00": "LinkText", "#1aebff": "Highlight" }
      : {
          "#ffffff": name.includes("Stroke") ? "CanvasText" : "ButtonFace",
          "#000000": "Canvas",
          "#1aebff": "Highlight",
        };
  return Object.fromEntries(
    Object.keys(theme).map((name) => {
      const value = theme[name.replace(/Hover|Pressed/, "")] ?? theme[name];
      return [name, colours(name)[value] ?? value];
    }),
  );
}

function namesIn(css) {
  return Array.from(css.matchAll(/var\(--([A-Za-z0-9]+)\)/g), ([, name]) => name);
}

function differing(theme) {
  return used.filter((name) => theme[name] !== light[name]);
}

function declarations(theme, names) {
  return names.map((name) => `--${name}: ${theme[name]};`).join(" ");
}
