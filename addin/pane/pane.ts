/// <reference types="office-js" />
import { mountPanel } from "@tallykit/panel";

import { helpFile } from "../manifest/files.ts";
import { locales, type Texts } from "../manifest/texts.ts";
import { excelHost } from "./excelHost.ts";
import { officeTheme } from "./officeTheme.ts";

/** What is said where no spreadsheet is beside the pane. */
const notices = {
  outside: {
    en: "Not in Excel: a small grid stands in, and is not saved.",
    zh: "当前不在 Excel 中：以一张小表格代替，内容不保存。",
  },
  unreachable: {
    en: "Microsoft's office.js did not load, so the pane cannot reach Excel. Check the network, and open the pane again; until then a small grid stands in.",
    zh: "微软的 office.js 未能加载，窗格无法连接 Excel。请检查网络后重新打开窗格；在此之前以一张小表格代替。",
  },
} as const satisfies Readonly<Record<string, Texts>>;

const element = document.getElementById("pane");

/** Shows the panel once Office has said whether there is an Excel. */
async function show(place: HTMLElement): Promise<void> {
  const isLoaded = "Office" in window;
  const isInExcel = isLoaded && (await Office.onReady()).host === Office.HostType.Excel;
  const language = languageOf(isInExcel ? Office.context.displayLanguage : navigator.language);
  const theme = isInExcel ? officeTheme() : undefined;
  const { documentElement } = document;
  documentElement.lang = locales[language];
  if (theme !== undefined) documentElement.dataset["tallyTheme"] = theme;
  if (!isInExcel) place.before(noticeOf(isLoaded ? notices.outside : notices.unreachable));
  const storage = ownStorage();
  mountPanel(place, {
    host: isInExcel ? excelHost(place.dataset["namespace"] ?? "TALLY") : null,
    language,
    pageOf: ({ id }, shown) => helpFile(id, shown),
    ...(storage === undefined ? {} : { storage }),
  });
}

function languageOf(tag: string): "en" | "zh" {
  return tag.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** The words in both languages, since the panel below can change its own. */
function noticeOf(words: Texts): HTMLElement {
  const aside = document.createElement("aside");
  aside.className = "pane-notice";
  for (const language of ["en", "zh"] as const) {
    const paragraph = document.createElement("p");
    paragraph.lang = locales[language];
    paragraph.textContent = words[language];
    aside.append(paragraph);
  }
  return aside;
}

/** The store of this page; nothing where the browser gives pages none, as it may inside of a frame. */
function ownStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

if (element !== null) void show(element);
