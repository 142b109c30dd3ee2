/**
 * Lets F6 go from one part of the page to the next, and Shift+F6 back.
 *
 * The tab key is the grid's own, for the next cell, so that there must be another way out of it.
 */
export function letKeysChangeRegions(
  regions: readonly { readonly element: Element; readonly focus: () => void }[],
): void {
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "F6") return;
      event.preventDefault();
      event.stopPropagation();
      const from = regions.findIndex(({ element }) => element.contains(document.activeElement));
      const step = event.shiftKey ? -1 : 1;
      regions.at((Math.max(from, 0) + step) % regions.length)?.focus();
    },
    { capture: true },
  );
}

/** Moves to the first thing in an element that takes keys. */
export function focusFirst(element: Element): void {
  const first = element.querySelector<HTMLElement>(
    'button:not(:disabled), input:not(:disabled), [tabindex="0"], a[href]',
  );
  first?.focus();
}
