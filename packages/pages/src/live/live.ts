import { findFunction } from "@tallykit/sheet";
import { h, render } from "preact";

import { LivePage } from "./LivePage.tsx";

const place = document.querySelector<HTMLElement>("[data-live]");
const row = findFunction(place?.dataset["live"] ?? "");
if (place !== null && row !== undefined) {
  place.replaceChildren();
  render(h(LivePage, { row, language: document.documentElement.lang.startsWith("zh") ? "zh" : "en" }), place);
}
