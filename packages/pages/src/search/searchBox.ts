import { words } from "../text/words.ts";
import type { Language } from "../text/language.ts";
import { findPages, type SearchEntry } from "./searchEntry.ts";

declare const searchIndex: Readonly<Record<Language, readonly SearchEntry[]>>;

const language: Language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
const script = document.currentScript;
const root = script instanceof HTMLScriptElement ? new URL(".", script.src) : new URL(".", location.href);

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-search]")) bringToLife(form);

/** Shows what is found below the box while somebody types; the arrow keys lead into the list and back. */
function bringToLife(form: HTMLFormElement): void {
  const input = form.querySelector("input");
  if (input === null) return;
  const found = document.createElement("div");
  found.className = "found";
  found.setAttribute("role", "status");
  form.append(found);
  form.hidden = false;
  input.addEventListener("input", () => {
    show(found, input.value);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    found.querySelector("a")?.click();
  });
  form.addEventListener("keydown", (event) => {
    moveFocus(event, [input, ...found.querySelectorAll("a")]);
    if (event.key === "Escape") clear(input, found);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement === document.body) {
      event.preventDefault();
      input.focus();
    }
  });
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Node && !form.contains(target)) found.replaceChildren();
  });
}

function clear(input: HTMLInputElement, found: HTMLElement): void {
  input.value = "";
  found.replaceChildren();
  input.focus();
}

function moveFocus(event: KeyboardEvent, stops: readonly HTMLElement[]): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const next = stops.findIndex((stop) => stop === document.activeElement) + step;
  if (step === 0) return;
  event.preventDefault();
  stops[next]?.focus();
}

function show(found: HTMLElement, question: string): void {
  const entries = findPages(searchIndex[language], question);
  if (question.trim() === "") found.replaceChildren();
  else if (entries.length === 0) found.replaceChildren(words.searchNothing[language]);
  else found.replaceChildren(...entries.map(linkOf));
}

function linkOf({ path, title, about }: SearchEntry): HTMLElement {
  const link = document.createElement("a");
  link.href = new URL(path, root).href;
  const [head, line] = [document.createElement("strong"), document.createElement("span")];
  head.textContent = title;
  line.textContent = about;
  link.append(head, line);
  return link;
}
