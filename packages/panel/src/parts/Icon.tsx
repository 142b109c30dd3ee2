import type { JSX } from "preact";

/** The pictures, each drawn on a square of 16. */
const paths = {
  back: "M10 3.5 5.5 8l4.5 4.5",
  close: "m4 4 8 8m0-8-8 8",
  copy: "M5.5 5.5v-2a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2m-7-5h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1Z",
  insert: "M8 2.5v7m0 0L5.2 6.7M8 9.5l2.8-2.8M2.5 11v1.5a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1V11",
  open: "M9.5 2.5h4v4m0-4L8 8M6.5 3.5h-3a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1v-3",
  pick: "M2.5 5v-1.5a1 1 0 0 1 1-1H5m6 0h1.5a1 1 0 0 1 1 1V5m0 6v1.5a1 1 0 0 1-1 1H11m-6 0H3.5a1 1 0 0 1-1-1V11M8 5.5v5M5.5 8h5",
  search: "m13.5 13.5-3.5-3.5M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0Z",
  next: "m6 3.5 4.5 4.5L6 12.5",
} as const;

/** A small picture beside words; it says nothing that the words do not. */
export function Icon({ name }: { readonly name: keyof typeof paths }): JSX.Element {
  return (
    <svg class="tally-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
