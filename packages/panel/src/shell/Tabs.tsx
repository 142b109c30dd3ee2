import type { ComponentChildren, JSX } from "preact";
import { useRef } from "preact/hooks";

import { useSurroundings } from "../parts/surroundings.ts";
import type { TextKey } from "../texts/texts.ts";

/** The views of the panel, each with its name and the short one on its tab. */
const tabs = {
  functions: { name: "tabFunctions", short: "tabFunctionsShort" },
  tryout: { name: "tabTryout", short: "tabTryoutShort" },
  sheets: { name: "tabSheets", short: "tabSheetsShort" },
  check: { name: "tabCheck", short: "tabCheckShort" },
  explain: { name: "tabExplain", short: "tabExplainShort" },
} as const satisfies Readonly<Record<string, { readonly name: TextKey; readonly short: TextKey }>>;

/** One of the views. */
export type TabId = keyof typeof tabs;

interface TabsProps {
  readonly ids: readonly TabId[];
  readonly active: TabId;
  readonly onActive: (id: TabId) => void;
  /** What stands beside the tabs. */
  readonly children: ComponentChildren;
}

/** The tabs: one stop for the Tab key, the arrow keys change between them. */
export function Tabs({ ids, active, onActive, children }: TabsProps): JSX.Element {
  const { say } = useSurroundings();
  const list = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent): void => {
    const at = ids.indexOf(active);
    const to = {
      ArrowRight: (at + 1) % ids.length,
      ArrowLeft: (at + ids.length - 1) % ids.length,
      Home: 0,
      End: ids.length - 1,
    }[event.key];
    const id = to === undefined ? undefined : ids[to];
    if (id === undefined) return;
    event.preventDefault();
    onActive(id);
    list.current?.querySelector<HTMLElement>(`#tally-tab-${id}`)?.focus();
  };
  return (
    <div class="tally-tabs">
      <div role="tablist" aria-label={say("panel")} ref={list} onKeyDown={press}>
        {ids.map((id) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tally-tab-${id}`}
            aria-controls={`tally-panel-${id}`}
            aria-selected={id === active}
            aria-label={say(tabs[id].name)}
            title={say(tabs[id].name)}
            tabIndex={id === active ? 0 : -1}
            onClick={() => {
              onActive(id);
            }}
          >
            {say(tabs[id].short)}
          </button>
        ))}
      </div>
      {children}
    </div>
  );
}
