import { type Content, type Html, html } from "../text/html.ts";

/** A drawing with its words for those who do not see it. */
export interface Drawing {
  /** Tells its parts apart from those of other drawings of a page. */
  readonly name: string;
  /** What it shows. */
  readonly title: string;
  /** What can be seen in it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** Its shapes, which have their colours from the style of the page. */
  readonly shapes: Content;
}

/** A drawing as a figure of the page. */
export function drawn({ name, title, description, width, height, shapes }: Drawing): Html {
  return html`<figure class="drawing">
    <svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${name}-title ${name}-description">
      <title id="${name}-title">${title}</title>
      <desc id="${name}-description">${description}</desc>
      ${shapes}
    </svg>
    <figcaption>${title}</figcaption>
  </figure>`;
}

/** A text at a place. */
export function label(
  x: number,
  y: number,
  text: string | number,
  {
    look = "",
    anchor = "start",
  }: { readonly look?: string; readonly anchor?: "start" | "middle" | "end" } = {},
): Html {
  return html`<text x="${shown(x)}" y="${shown(y)}" class="${look}" text-anchor="${anchor}">${text}</text>`;
}

/** A bar. */
export function bar(x: number, y: number, width: number, height: number, look: string): Html {
  return html`<rect
    x="${shown(x)}"
    y="${shown(y)}"
    width="${shown(width)}"
    height="${shown(height)}"
    class="${look}"
  />`;
}

/** A line through points. */
export function line(points: readonly (readonly [number, number])[], look: string): Html {
  return html`<polyline
    points="${points.map(([x, y]) => `${shown(x)},${shown(y)}`).join(" ")}"
    class="${look}"
  />`;
}

/** A point. */
export function dot(x: number, y: number, look: string): Html {
  return html`<circle cx="${shown(x)}" cy="${shown(y)}" r="4" class="${look}" />`;
}

/** A coordinate with as many digits as an eye can tell. */
function shown(value: number): string {
  return String(Math.round(value * 100) / 100);
}
