import type { Picture } from "./png.ts";

type Point = readonly [x: number, y: number];
type Colour = readonly [red: number, green: number, blue: number];

interface Stroke {
  readonly from: Point;
  readonly to: Point;
}

const blue: Colour = [0x1f, 0x5f, 0xa8];
const white: Colour = [0xff, 0xff, 0xff];
/** Five of a tally: four strokes, and one across them. The side of the icon is 1. */
const tally: readonly Stroke[] = [
  ...[0.26, 0.42, 0.58, 0.74].map((x): Stroke => ({ from: [x, 0.24], to: [x, 0.76] })),
  { from: [0.14, 0.66], to: [0.86, 0.34] },
];
const halfWidth = 0.042;
const corner = 0.2;
/** Samples along a side of each pixel, for smooth edges. */
const samples = 8;

/** The icon: a tally in white on a blue square with round corners. */
export function drawIcon(size: number): Picture {
  return draw(size, (point) => (isOnTally(point) ? white : isInSquare(point) ? blue : undefined));
}

/** The outline icon: the tally alone, in white, as Microsoft 365 wants it. */
export function drawOutline(size: number): Picture {
  return draw(size, (point) => (isOnTally(point) ? white : undefined));
}

function draw(size: number, colourAt: (point: Point) => Colour | undefined): Picture {
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      pixels.set(
        pixel((x, y) => colourAt([(column + x) / size, (row + y) / size])),
        (row * size + column) * 4,
      );
    }
  }
  return { size, pixels };
}

/** The mean of a pixel's samples; colour is the mean of those that have one. */
function pixel(colourAt: (x: number, y: number) => Colour | undefined): number[] {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let index = 0; index < samples * samples; index += 1) {
    const colour = colourAt(
      ((index % samples) + 0.5) / samples,
      (Math.floor(index / samples) + 0.5) / samples,
    );
    if (colour === undefined) continue;
    covered += 1;
    colour.forEach((part, at) => (sum[at] = (sum[at] ?? 0) + part));
  }
  const mean = sum.map((part) => (covered === 0 ? 0 : Math.round(part / covered)));
  return [...mean, Math.round((255 * covered) / (samples * samples))];
}

function isOnTally(point: Point): boolean {
  return tally.some((stroke) => distance(point, stroke) <= halfWidth);
}

/** How far a point is from a stroke with round ends. */
function distance([x, y]: Point, { from, to }: Stroke): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from[0] - at * dx, y - from[1] - at * dy);
}

function isInSquare([x, y]: Point): boolean {
  const outside = (value: number): number => Math.max(corner - value, value - (1 - corner), 0);
  return Math.hypot(outside(x), outside(y)) <= corner;
}
