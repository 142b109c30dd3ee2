import { type Family, type FunctionRow, table } from "@tallykit/sheet";
import type { JSX, TargetedKeyboardEvent } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

import { Icon } from "../parts/Icon.tsx";
import { useSurroundings } from "../parts/surroundings.ts";
import { families, familyIds } from "./families.ts";
import { searchFunctions } from "./searchFunctions.ts";

/** What was looked for, and which function was opened from there. */
export interface ListState {
  readonly query: string;
  readonly family?: Family;
  readonly opened?: string;
}

interface FunctionListProps {
  readonly state: ListState;
  readonly onState: (state: ListState) => void;
  readonly onOpen: (row: FunctionRow) => void;
}

/** The list of functions with its search; the arrow keys go from the search into the list and along it. */
export function FunctionList({ state, onState, onOpen }: FunctionListProps): JSX.Element {
  const { language, say } = useSurroundings();
  const rows = searchFunctions(table, state);
  const list = useRef<HTMLUListElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    // Whoever comes back from a function goes on where they left.
    list.current?.querySelector<HTMLElement>("[data-opened]")?.focus();
  }, []);
  const inList = rows.some((row) => row.id === state.opened);
  return (
    <div class="tally-view tally-functions">
      <div class="tally-tools">
        <div class="tally-search">
          <Icon name="search" />
          <input
            ref={search}
            type="search"
            value={state.query}
            aria-label={say("search")}
            placeholder={say("searchHint")}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => {
              onState({ ...state, query: event.currentTarget.value });
            }}
            onKeyDown={(event) => {
              if (event.key !== "ArrowDown") return;
              event.preventDefault();
              list.current?.querySelector("button")?.focus();
            }}
          />
        </div>
        <FamilyFilter state={state} onState={onState} />
      </div>
      <p class="tally-count" role="status">
        {rows.length === 0
          ? say("noFunctions")
          : say(rows.length === 1 ? "functionFound" : "functionsFound", { count: rows.length })}
      </p>
      <ul
        class="tally-list"
        ref={list}
        aria-label={say("functionList")}
        onKeyDown={(event) => {
          moveAlong(event, search.current);
        }}
      >
        {rows.map((row, index) => (
          <li key={row.id}>
            <button
              type="button"
              class="tally-item"
              // One stop for the Tab key: the function last opened, or else the first.
              tabIndex={(inList ? row.id === state.opened : index === 0) ? 0 : -1}
              {...(row.id === state.opened ? { "data-opened": "" } : {})}
              onClick={() => {
                onOpen(row);
              }}
            >
              <code>{row.id}</code>
              <span>{row.summary[language]}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Moves along the list with the arrow keys; above the first function is the search. */
function moveAlong(event: TargetedKeyboardEvent<HTMLElement>, search: HTMLElement | null): void {
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: buttons.length - 1,
  };
  const to = moves[event.key];
  if (to === undefined && event.key !== "Escape") return;
  event.preventDefault();
  const target = to === undefined || to < 0 ? search : buttons[Math.min(to, buttons.length - 1)];
  target?.focus();
}

/** The families, of which one or all are listed. */
function FamilyFilter({ state, onState }: Pick<FunctionListProps, "state" | "onState">): JSX.Element {
  const { say } = useSurroundings();
  const { family, ...rest } = state;
  return (
    <fieldset class="tally-families">
      <legend class="tally-hidden">{say("family")}</legend>
      {[undefined, ...familyIds].map((id) => (
        <label key={id ?? "all"} class="tally-chip">
          <input
            type="radio"
            name="tally-family"
            checked={id === family}
            onChange={() => {
              onState(id === undefined ? rest : { ...rest, family: id });
            }}
          />
          <span>{say(id === undefined ? "familyAll" : families[id])}</span>
        </label>
      ))}
    </fieldset>
  );
}
