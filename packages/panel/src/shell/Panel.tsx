import { type ComponentChildren, type JSX } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";

import { FunctionsView } from "../browser/FunctionsView.tsx";
import type { SheetHost } from "../host/sheetHost.ts";
import { type Notice, type Surroundings, SurroundingsContext } from "../parts/surroundings.ts";
import { InFrontContext } from "../parts/useFront.ts";
import { type Language, type Say, sayIn } from "../texts/texts.ts";
import { TryoutHost } from "../tryout/tryoutHost.ts";
import { TryoutView } from "../tryout/TryoutView.tsx";
import { CheckView } from "./CheckView.tsx";
import { ExplainView } from "./ExplainView.tsx";
import { Guarded } from "./Guarded.tsx";
import { Hint } from "./Hint.tsx";
import { InsertSheetView } from "./InsertSheetView.tsx";
import { NoticeBar } from "./NoticeBar.tsx";
import { remember, remembered } from "./remembered.ts";
import { type TabId, Tabs } from "./Tabs.tsx";

/** What the panel is mounted with, its spreadsheet being known. */
export interface PanelProps {
  readonly host: SheetHost;
  readonly language: Language;
  readonly pageOf?: Surroundings["pageOf"];
  readonly storage?: Storage | undefined;
}

/** The whole panel: tabs, the view in front, and what is told about what was done. */
export function Panel({ host, language: first, pageOf, storage }: PanelProps): JSX.Element {
  const [language, setLanguage] = useState<Language>(() => rememberedLanguage(storage) ?? first);
  const [active, setActive] = useState<TabId>("functions");
  const [met, setMet] = useState<ReadonlySet<TabId>>(new Set(["functions"]));
  const [notice, tell] = useState<Notice>();
  const root = useRef<HTMLElement>(null);
  const say = useMemo(() => sayIn(language), [language]);
  const show = (id: TabId): void => {
    setActive(id);
    setMet(new Set([...met, id]));
  };
  const hasGrid = host instanceof TryoutHost;
  const surroundings: Surroundings = {
    host,
    language,
    say,
    tell,
    ...(pageOf === undefined ? {} : { pageOf }),
    ...(hasGrid
      ? {
          showGrid: () => {
            show("tryout");
            // The grid is there once the panel has been drawn again.
            requestAnimationFrame(() => {
              root.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus();
            });
          },
        }
      : {}),
  };
  const ids: readonly TabId[] = [
    "functions",
    ...(hasGrid ? ["tryout" as const] : []),
    "sheets",
    "check",
    "explain",
  ];
  return (
    <SurroundingsContext.Provider value={surroundings}>
      <section
        class="tally-panel"
        ref={root}
        aria-label={say("panel")}
        lang={language === "zh" ? "zh-Hans" : "en"}
      >
        <Tabs ids={ids} active={active} onActive={show}>
          <LanguageSwitch
            say={say}
            language={language}
            onLanguage={(other) => {
              setLanguage(other);
              remember(storage, "language", other);
            }}
          />
        </Tabs>
        <Hint storage={storage} />
        {ids.map((id) => (
          <div
            key={id}
            role="tabpanel"
            class="tally-tabpanel"
            id={`tally-panel-${id}`}
            aria-labelledby={`tally-tab-${id}`}
            hidden={id !== active}
          >
            {/* A view that was met keeps what was filled in there while another one is in front. */}
            {met.has(id) && (
              <InFrontContext.Provider value={id === active}>
                <Guarded>{viewOf(id, host)}</Guarded>
              </InFrontContext.Provider>
            )}
          </div>
        ))}
        <NoticeBar notice={notice} />
      </section>
    </SurroundingsContext.Provider>
  );
}

function viewOf(id: TabId, host: SheetHost): ComponentChildren {
  switch (id) {
    case "functions":
      return <FunctionsView />;
    case "tryout":
      return host instanceof TryoutHost && <TryoutView host={host} />;
    case "sheets":
      return <InsertSheetView />;
    case "check":
      return <CheckView />;
    case "explain":
      return <ExplainView />;
  }
}

interface LanguageSwitchProps {
  readonly say: Say;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** Changes to the other language, whose name it bears. */
function LanguageSwitch({ say, language, onLanguage }: LanguageSwitchProps): JSX.Element {
  const other = language === "en" ? "zh" : "en";
  return (
    <button
      type="button"
      class="tally-language"
      lang={other === "zh" ? "zh-Hans" : "en"}
      onClick={() => {
        onLanguage(other);
      }}
    >
      {say("otherLanguage")}
    </button>
  );
}

function rememberedLanguage(storage: Storage | undefined): Language | undefined {
  const language = remembered(storage, "language");
  return language === "en" || language === "zh" ? language : undefined;
}
