import type { FunctionRow } from "@tallykit/sheet";
import { render } from "preact";

import type { SheetHost } from "../host/sheetHost.ts";
import type { Language } from "../texts/texts.ts";
import { TryoutHost } from "../tryout/tryoutHost.ts";
import { Panel } from "./Panel.tsx";

/** What the panel is mounted with. */
export interface PanelOptions {
  /** The spreadsheet beside the panel; without one the panel brings a small grid of its own. */
  readonly host: SheetHost | null;
  /** The language it begins in, unless somebody chose another one before. */
  readonly language: Language;
  /** The address of a function's page, where there is one. */
  readonly pageOf?: (row: FunctionRow, language: Language) => string | undefined;
  /** Where it remembers the language and that its hint was read; it remembers nothing without. */
  readonly storage?: Storage;
}

/** A panel that is mounted. */
export interface MountedPanel {
  /** Takes it away. */
  readonly unmount: () => void;
}

/** Mounts the panel in an element of a page that loads `@tallykit/panel/style.css`. */
export function mountPanel(element: Element, options: PanelOptions): MountedPanel {
  const { host, language, pageOf, storage } = options;
  render(
    <Panel
      host={host ?? new TryoutHost(language)}
      language={language}
      {...(pageOf === undefined ? {} : { pageOf })}
      storage={storage}
    />,
    element,
  );
  return {
    unmount: () => {
      render(null, element);
    },
  };
}
