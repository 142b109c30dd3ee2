import { isCellError } from "@tallykit/sheet";
import { type Place, toAddress } from "@tallykit/sheet/book";
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

import { shownCell } from "../parts/shownCell.ts";
import { useSurroundings } from "../parts/surroundings.ts";
import type { Edit, GridActions } from "./gridActions.ts";
import { areaOfSelection, type GridSelection } from "./gridKeys.ts";
import type { TryoutHost } from "./tryoutHost.ts";

interface GridCellProps {
  readonly host: TryoutHost;
  readonly place: Place;
  readonly selection: GridSelection;
  readonly edit: Edit | undefined;
  readonly actions: GridActions;
}

/** One cell of the grid, or the field that is typed into in its place. */
export function GridCell({ host, place, selection, edit, actions }: GridCellProps): JSX.Element {
  const address = toAddress(place);
  if (edit?.address === address) return <EditedCell edit={edit} actions={actions} />;
  const shown = host.shownAt(address);
  const { first, last } = areaOfSelection(selection);
  const isSelected =
    place.row >= first.row &&
    place.row <= last.row &&
    place.column >= first.column &&
    place.column <= last.column;
  return (
    <td
      role="gridcell"
      data-address={address}
      tabIndex={address === toAddress(selection.focus) ? 0 : -1}
      aria-selected={isSelected}
      class={lookOf(shown?.value ?? null, shown?.from !== undefined)}
      onPointerDown={(event) => {
        actions.select(place, event.shiftKey);
        event.currentTarget.focus();
      }}
      onPointerEnter={(event) => {
        // Only the button that selects: the pointer may come from elsewhere with another one held.
        if (event.buttons === 1 && event.pointerType === "mouse") actions.select(place, true);
      }}
      onDblClick={actions.edit}
    >
      {shownCell(shown?.value ?? null)}
    </td>
  );
}

function lookOf(value: Parameters<typeof shownCell>[0], isFilled: boolean): string {
  const looks = [
    ...(typeof value === "number" ? ["tally-number"] : []),
    ...(isCellError(value) ? ["tally-bad"] : []),
    ...(isFilled ? ["tally-filled"] : []),
  ];
  return looks.join(" ");
}

/** The field in the place of a cell: Enter and Tab keep what was typed, Escape gives it up, leaving keeps it. */
function EditedCell({
  edit,
  actions,
}: Pick<GridCellProps, "actions"> & { readonly edit: Edit }): JSX.Element {
  const { say } = useSurroundings();
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  useLayoutEffect(() => {
    const { current } = input;
    current?.focus();
    // What was typed to begin stands before what is typed next.
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const end = (text: string | undefined, key?: "Enter" | "Tab"): void => {
    if (isOver.current) return;
    isOver.current = true;
    actions.endEdit(text, key);
  };
  return (
    <td role="gridcell" aria-selected="true">
      <input
        ref={input}
        type="text"
        defaultValue={edit.text}
        aria-label={say("tryoutEdit", { place: edit.address })}
        autocomplete="off"
        spellcheck={false}
        onKeyDown={(event) => {
          const { key, currentTarget, isComposing } = event;
          // While characters are being put together, Enter and Escape belong to that.
          if (isComposing || (key !== "Enter" && key !== "Tab" && key !== "Escape")) return;
          event.preventDefault();
          if (key === "Escape") end(undefined);
          else end(currentTarget.value, key);
        }}
        onBlur={(event) => {
          end(event.currentTarget.value);
        }}
      />
    </td>
  );
}
