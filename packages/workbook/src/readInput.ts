import { readFile, stat } from "node:fs/promises";

import { UsageError } from "./usage.ts";
import { zipLimits } from "./xlsx/zipLimits.ts";

/** Reads the file that a command is given; one that is too large is refused before it is read. */
export async function readInput(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > zipLimits.fileBytes) throw new UsageError(`${file}: larger than ${zipLimits.fileBytes} bytes`);
    return await readFile(file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot read ${file}: ${(error as Error).message}`);
  }
}
