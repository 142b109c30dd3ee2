import type { FunctionRow } from "@tallykit/sheet";
import { createContext } from "preact";
import { useContext } from "preact/hooks";

import type { SheetHost } from "../host/sheetHost.ts";
import type { Language, Say } from "../texts/texts.ts";

/** What the panel tells after something was done. */
export interface Notice {
  /** Whether it went well. */
  readonly kind: "done" | "failed";
  /** What is told. */
  readonly text: string;
  /** What can be done next, where there is something. */
  readonly next?: { readonly label: string; readonly act: () => void };
}

/** What every part of the panel works with. */
export interface Surroundings {
  /** The spreadsheet beside the panel. */
  readonly host: SheetHost;
  /** The language of the panel. */
  readonly language: Language;
  /** Says a text in that language. */
  readonly say: Say;
  /** Tells what was done, or takes that away. */
  readonly tell: (notice: Notice | undefined) => void;
  /** Brings the panel's own grid to the front, where there is one. */
  readonly showGrid?: () => void;
  /** The address of a function's page, where there is one. */
  readonly pageOf?: (row: FunctionRow, language: Language) => string | undefined;
}

/** Hands the surroundings down. */
export const SurroundingsContext = createContext<Surroundings | undefined>(undefined);

/** The surroundings of a part. */
export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (surroundings === undefined) throw new Error("A part of the panel stands outside of it.");
  return surroundings;
}

/** Runs something that the spreadsheet may refuse, and tells its words if it does; `undefined` then. */
export async function attempt<Value>(
  { say, tell }: Pick<Surroundings, "say" | "tell">,
  act: () => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await act();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    tell({ kind: "failed", text: say("failed", { message }) });
    return undefined;
  }
}
