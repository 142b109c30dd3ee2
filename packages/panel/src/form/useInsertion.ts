import type { Result } from "@tallykit/sheet";
import { useState } from "preact/hooks";

import { referenceText } from "../formula/references.ts";
import { attempt, useSurroundings } from "../parts/surroundings.ts";
import { insertFormula, type Insertion } from "./insertFormula.ts";

/** A formula that can be inserted. */
export interface PossibleInsertion {
  /** Why it was not, where asking again at the same place inserts it. */
  readonly warning: string | undefined;
  /** Inserts it, given what it comes to as far as that is known. */
  readonly insert: (result: Result | undefined) => Promise<void>;
  /** Takes the warning back. */
  readonly forget: () => void;
}

/** Inserts a formula and tells where; where cells would be lost it warns, and inserts when asked again. */
export function useInsertion(insertion: Insertion): PossibleInsertion {
  const surroundings = useSurroundings();
  const { host, say, tell, showGrid } = surroundings;
  const [warned, setWarned] = useState<{ readonly words: string; readonly place: string }>();
  const insert = async (result: Result | undefined): Promise<void> => {
    const inserted = await attempt(surroundings, () =>
      insertFormula(host, insertion, { confirmed: warned?.place, result }),
    );
    if (inserted === undefined) return;
    const { kind, count } = inserted;
    // It is on the sheet in front: its name says nothing new.
    const place = inserted.place.address;
    setWarned(
      kind === "occupied"
        ? { words: say("occupied", { place, count }), place: referenceText(inserted.place) }
        : undefined,
    );
    if (kind === "inside") tell({ kind: "failed", text: say("insideRange", { place }) });
    if (kind === "written") {
      const next = showGrid && { label: say("showInGrid"), act: showGrid };
      tell({ kind: "done", text: say("inserted", { place }), ...(next === undefined ? {} : { next }) });
    }
  };
  return {
    warning: warned?.words,
    insert,
    forget: () => {
      setWarned(undefined);
    },
  };
}
