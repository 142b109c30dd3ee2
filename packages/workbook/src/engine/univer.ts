import type * as Core from "@univerjs/core";
import type * as Formula from "@univerjs/engine-formula";

/** The two packages of Univer that a calculation needs. */
export interface Univer {
  readonly core: typeof Core;
  readonly formula: typeof Formula;
}

let loaded: Promise<Univer> | undefined;

/** Loads the engine, which takes half a second; commands that calculate no workbook do without. */
export function loadUniver(): Promise<Univer> {
  loaded ??= Promise.all([import("@univerjs/core"), import("@univerjs/engine-formula")]).then(
    ([core, formula]) => ({ core, formula }),
  );
  return loaded;
}
