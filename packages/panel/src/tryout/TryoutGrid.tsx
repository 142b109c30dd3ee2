import { columnLetters, toAddress } from "@tallykit/sheet/book";
import type { JSX, RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { useSurroundings } from "../parts/surroundings.ts";
import { GridCell } from "./GridCell.tsx";
import { type Edit, gridActions } from "./gridActions.ts";
import { type GridSelection, selectionOf } from "./gridKeys.ts";
import type { TryoutHost } from "./tryoutHost.ts";

/** The grid itself: one stop for the Tab key, arrows inside, typing and pasting as in a spreadsheet. */
export function TryoutGrid({ host }: { readonly host: TryoutHost }): JSX.Element {
  const surroundings = useSurroundings();
  const grid = useRef<HTMLTableElement>(null);
  const [edit, setEdit] = useState<Edit>();
  const [chosen, setChosen] = useState<GridSelection>();
  const selection = selectionOf(chosen, host.selection);
  const actions = gridActions({ host, surroundings, selection, setChosen, setEdit });
  useFocus(grid, toAddress(selection.focus), edit);
  const { rows, columns } = host.size;
  const isEdited = edit !== undefined;
  return (
    <div class="tally-gridScroll">
      <table
        ref={grid}
        class="tally-grid"
        role="grid"
        aria-label={surroundings.say("tryoutTitle")}
        aria-multiselectable="true"
        {...(isEdited ? {} : { onKeyDown: actions.press, onCopy: actions.copy, onPaste: actions.paste })}
      >
        <thead>
          <tr>
            <td />
            {Array.from({ length: columns }, (_, index) => (
              <th key={index} scope="col">
                {columnLetters(index + 1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row}>
              <th scope="row">{row + 1}</th>
              {Array.from({ length: columns }, (_, column) => (
                <GridCell
                  key={column}
                  host={host}
                  place={{ row: row + 1, column: column + 1 }}
                  selection={selection}
                  edit={edit}
                  actions={actions}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Keeps the keyboard at the selected cell while it is in the grid, and after something was typed. */
function useFocus(grid: RefObject<HTMLElement | null>, address: string, edit: Edit | undefined): void {
  const wasEdited = useRef(false);
  useLayoutEffect(() => {
    const { current } = grid;
    const isHere = current?.contains(document.activeElement) === true;
    const isBack = wasEdited.current && document.activeElement === document.body;
    wasEdited.current = edit !== undefined;
    if (edit === undefined && (isHere || isBack))
      current?.querySelector<HTMLElement>(`[data-address="${address}"]`)?.focus();
  }, [grid, address, edit]);
}
