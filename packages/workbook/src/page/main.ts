import "@univerjs/preset-sheets-core/lib/index.css";
import "@tallykit/panel/style.css";
import "./page.css";

import { BookWork } from "./bookWork.ts";
import type { SheetPage } from "./sheetPage.tsx";

declare global {
  interface Window {
    /** The page, for those who look at it from outside, such as its tests. */
    tallySheet?: SheetPage;
  }
}

/** The grid makes style elements, which the page's policy takes only with the mark of this answer of the server. */
function markStyles(mark: string): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated, @typescript-eslint/unbound-method -- passed on as it is called
  document.createElement = new Proxy(document.createElement, {
    apply: (create, self, given) => {
      const element: unknown = Reflect.apply(create, self, given);
      if (element instanceof HTMLStyleElement) element.nonce = mark;
      return element;
    },
  });
}

function required<Each extends Element>(id: string, kind: new () => Each): Each {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${id}`);
  return element;
}

async function start(): Promise<void> {
  markStyles(required("styles", HTMLLinkElement).nonce);
  const work = new BookWork(() => new Worker(new URL("bookWorker.js", import.meta.url), { type: "module" }));
  const file = fetch("book").then(async (response) => {
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return {
      name: decodeURIComponent(response.headers.get("tally-file-name") ?? ""),
      bytes: new Uint8Array(await response.arrayBuffer()),
    };
  });
  const { SheetPage } = await import("./sheetPage.tsx");
  const page = new SheetPage(
    {
      header: required("head", HTMLElement),
      grid: required("grid", HTMLElement),
      cell: required("cell", HTMLElement),
      mirror: required("mirror", HTMLElement),
      panel: required("panel", HTMLElement),
      charts: required("charts", HTMLElement),
    },
    work,
    document.documentElement.lang.startsWith("zh") ? "zh" : "en",
  );
  window.tallySheet = page;
  try {
    await page.start(await file, required("grid", HTMLElement).dataset["front"]);
  } catch (error) {
    page.tellFailure(error);
  }
}

void start();
