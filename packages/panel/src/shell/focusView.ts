/** Moves the keyboard into the view in front, from a part of the panel that is about to go away. */
export function focusView(part: Element): void {
  part
    .closest(".tally-panel")
    ?.querySelector<HTMLElement>(
      '[role="tabpanel"]:not([hidden]) :is(input:not([type="radio"]), [tabindex="0"], h2[tabindex], button)',
    )
    ?.focus();
}
