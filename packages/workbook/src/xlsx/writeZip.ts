import { type Zippable, zipSync } from "fflate";

import { type ZipParts } from "./openZip.ts";

/** Packs parts in their order; the same parts give the same bytes at any time. */
export function writeZip(parts: ZipParts): Uint8Array {
  // Zip keeps local times from 1980 on, so the first day of 1980 is the same two bytes in any time zone.
  const mtime = new Date(1980, 0, 1);
  const contents = Object.create(null) as Zippable;
  for (const [name, part] of parts) contents[name] = [part, { level: 6, mtime }];
  return zipSync(contents);
}
