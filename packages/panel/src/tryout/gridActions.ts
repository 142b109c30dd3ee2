import { type Place, toAddress } from "@tallykit/sheet/book";
import type { TargetedClipboardEvent, TargetedKeyboardEvent } from "preact";

import { shownCell } from "../parts/shownCell.ts";
import type { Surroundings } from "../parts/surroundings.ts";
import { fromClipboardText, toClipboardText } from "./clipboardText.ts";
import { areaOfSelection, type GridSelection, movedSelection, stepFrom } from "./gridKeys.ts";
import type { TryoutHost } from "./tryoutHost.ts";

/** A cell that is being typed into. */
export interface Edit {
  /** Its address. */
  readonly address: string;
  /** What it begins with. */
  readonly text: string;
}

/** What can be done in the grid. */
export interface GridActions {
  /** Selects a cell, or extends the selection to it. */
  readonly select: (place: Place, isExtended: boolean) => void;
  /** Begins to type into the cell that the selection began at, from what it holds. */
  readonly edit: () => void;
  /** Ends that: keeps the text, if there is one, and goes on where the key leads. */
  readonly endEdit: (text: string | undefined, key?: "Enter" | "Tab") => void;
  readonly press: (event: TargetedKeyboardEvent<HTMLElement>) => void;
  readonly copy: (event: TargetedClipboardEvent<HTMLElement>) => void;
  readonly paste: (event: TargetedClipboardEvent<HTMLElement>) => void;
}

interface GridState {
  readonly host: TryoutHost;
  readonly surroundings: Surroundings;
  readonly selection: GridSelection;
  readonly setChosen: (selection: GridSelection) => void;
  readonly setEdit: (edit: Edit | undefined) => void;
}

/** What can be done in the grid as it is. */
export function gridActions({ host, surroundings, selection, setChosen, setEdit }: GridState): GridActions {
  const { anchor } = selection;
  const choose = (chosen: GridSelection): void => {
    setChosen(chosen);
    host.selectArea(areaOfSelection(chosen));
  };
  const type = (rows: readonly (readonly string[])[], place: Place): void => {
    try {
      host.type(place, rows);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      surroundings.tell({ kind: "failed", text: message });
    }
  };
  const begin = (text: string): void => {
    choose({ anchor, focus: anchor });
    setEdit({ address: toAddress(anchor), text });
  };
  return {
    select: (place, isExtended) => {
      choose({ anchor: isExtended ? anchor : place, focus: place });
    },
    edit: () => {
      begin(host.contentOf(toAddress(anchor)));
    },
    endEdit: (text, key) => {
      setEdit(undefined);
      if (text !== undefined && text !== host.contentOf(toAddress(anchor))) type([[text]], anchor);
      if (key !== undefined) choose(stepFrom(anchor, key, host.size));
    },
    press: (event) => {
      const moved = movedSelection(selection, event, host.size);
      if (moved !== undefined) choose(moved);
      else if (event.key === "Delete" || event.key === "Backspace") host.clear(areaOfSelection(selection));
      else if (event.key === "Enter" || event.key === "F2") begin(host.contentOf(toAddress(anchor)));
      else if (isTyped(event)) begin(event.key);
      else {
        // An input method sends no character: what it puts together goes into the field that opens now.
        if (event.key === "Process") begin("");
        return;
      }
      event.preventDefault();
    },
    copy: (event) => {
      event.clipboardData?.setData("text/plain", textOfSelection(host, selection));
      event.preventDefault();
    },
    paste: (event) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (text !== "") type(fromClipboardText(text), areaOfSelection(selection).first);
      event.preventDefault();
    },
  };
}

/** Tells whether a key writes a character. */
function isTyped({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return /^.$/u.test(key) && !ctrlKey && !metaKey && !altKey;
}

function textOfSelection(host: TryoutHost, selection: GridSelection): string {
  const { first, last } = areaOfSelection(selection);
  const rows: string[][] = [];
  for (let row = first.row; row <= last.row; row += 1) {
    const cells: string[] = [];
    for (let column = first.column; column <= last.column; column += 1) {
      cells.push(shownCell(host.shownAt(toAddress({ row, column }))?.value ?? null));
    }
    rows.push(cells);
  }
  return toClipboardText(rows);
}
