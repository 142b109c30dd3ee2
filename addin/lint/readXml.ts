import { type Element as DomElement, Window } from "happy-dom";

import type { Element } from "../manifest/xml.ts";

/**
 * Reads an XML document.
 *
 * @throws Error where the text is not well-formed
 */
export function readXml(text: string): Element {
  const { documentElement } = new new Window().DOMParser().parseFromString(text, "application/xml");
  const problem = documentElement.querySelector("parsererror");
  if (problem !== null || documentElement.tagName === "html")
    throw new Error("the document is not well-formed XML");
  return elementOf(documentElement);
}

function elementOf(dom: DomElement): Element {
  const children = Array.from(dom.children, elementOf);
  const text = dom.textContent.trim();
  return {
    name: dom.tagName,
    attributes: Object.fromEntries(Array.from(dom.attributes, ({ name, value }) => [name, value ?? ""])),
    children: children.length > 0 ? children : text === "" ? [] : [text],
  };
}

/** Every element of a document with its ancestors, the nearest last. */
export function elementsIn(
  root: Element,
  ancestors: readonly Element[] = [],
): readonly { readonly element: Element; readonly ancestors: readonly Element[] }[] {
  const inner = root.children.flatMap((child) =>
    typeof child === "string" ? [] : elementsIn(child, [...ancestors, root]),
  );
  return [{ element: root, ancestors }, ...inner];
}

/** Every element of a name. */
export function named(root: Element, name: string): readonly Element[] {
  return elementsIn(root).flatMap(({ element }) => (element.name === name ? [element] : []));
}

/** The first element at a path of names below the root. */
export function below(root: Element, ...names: readonly string[]): Element | undefined {
  let found: Element | undefined = root;
  for (const name of names) {
    found = found?.children.find(
      (child): child is Element => typeof child !== "string" && child.name === name,
    );
  }
  return found;
}

/** The text that an element holds. */
export function textOf(element: Element | undefined): string {
  return element?.children.filter((child) => typeof child === "string").join("") ?? "";
}
