// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { SheetHost } from "../host/sheetHost.ts";
import { TryoutHost } from "../tryout/tryoutHost.ts";
import { type MountedPanel, mountPanel, type PanelOptions } from "./mountPanel.tsx";

/** A spreadsheet in which the cells are those of the small grid, and sheets can be inserted. */
function sheetOn(
  grid: TryoutHost,
  changed: Partial<SheetHost> = {},
): SheetHost & { readonly inserted: string[] } {
  const inserted: string[] = [];
  return {
    kind: "sheet",
    namespace: "TALLY",
    readSelection: grid.readSelection,
    readRange: grid.readRange,
    writeAtSelection: grid.writeAtSelection,
    select: grid.select,
    onSelectionChange: grid.onSelectionChange,
    insertSheet: (sheet) => {
      inserted.push(sheet.name);
      return Promise.resolve(`${sheet.name} (2)`);
    },
    inserted,
    ...changed,
  };
}

describe("the panel", () => {
  let place: HTMLElement;
  let panel: MountedPanel | undefined;

  beforeEach(() => {
    place = document.createElement("main");
    document.body.append(place);
  });
  afterEach(() => {
    panel?.unmount();
    place.remove();
  });

  function mount(options: Partial<PanelOptions> = {}): void {
    panel = mountPanel(place, { host: null, language: "en", ...options });
  }
  const button = (name: string): HTMLElement =>
    [...place.querySelectorAll("button")].find(
      (each) => each.getAttribute("aria-label") === name || each.textContent.trim() === name,
    )!;
  const status = (): string => place.querySelector(".tally-notice")?.textContent ?? "";

  test("brings a grid where there is no spreadsheet, and none where there is one", () => {
    mount();
    expect(button("Try out")).toBeDefined();
    panel?.unmount();
    expect(place.textContent).toBe("");
    mount({ host: sheetOn(new TryoutHost("en")) });
    expect(button("Try out")).toBeUndefined();
  });

  test("inserts a worked sheet in its language, and says under which name", async () => {
    const host = sheetOn(new TryoutHost("zh"));
    mount({ host, language: "zh" });
    button("插入示例表").click();
    await vi.waitFor(() => {
      button("插入示例表“增长与目标”").click();
    });
    await vi.waitFor(() => {
      expect(status()).toBe(`已插入工作表“${host.inserted[0] ?? ""} (2)”。`);
    });
  });

  test("says what the spreadsheet says where it refuses", async () => {
    const refuse = (): Promise<never> => Promise.reject(new Error("The sheet is protected."));
    mount({ host: sheetOn(new TryoutHost("en"), { writeAtSelection: refuse }) });
    place.querySelector<HTMLElement>(".tally-item")?.click();
    await vi.waitFor(() => {
      button("Insert example 1").click();
    });
    await vi.waitFor(() => {
      expect(status()).toContain("The sheet is protected.");
    });
  });

  test("lives without a place to remember things, and with one that throws", async () => {
    const throws = (): never => {
      throw new Error("denied");
    };
    const storage = { getItem: throws, setItem: throws } as unknown as Storage;
    mount({ storage });
    button("Got it").click();
    await vi.waitFor(() => {
      expect(button("Got it")).toBeUndefined();
    });
    button("中文").click();
    await vi.waitFor(() => {
      expect(button("English")).toBeDefined();
    });
  });

  test("shows its hint once", async () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    } as unknown as Storage;
    mount({ storage });
    button("Got it").click();
    await vi.waitFor(() => {
      expect(button("Got it")).toBeUndefined();
    });
    panel?.unmount();
    mount({ storage });
    expect(button("Got it")).toBeUndefined();
  });

  test("links to the page of a function where it has one", async () => {
    mount({ pageOf: ({ id }, language) => `pages/${language}/${id}.html` });
    place.querySelector<HTMLElement>(".tally-item")?.click();
    await vi.waitFor(() => {
      expect(place.querySelector("a")?.getAttribute("href")).toBe("pages/en/COVERAGE_RATE.html");
    });
  });
});
