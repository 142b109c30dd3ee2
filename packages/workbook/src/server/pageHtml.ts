import type { ServedSheet, ServedTable } from "./servedSheet.ts";

/** How the page is made. */
export interface PageHtmlOptions {
  /** The language that it begins in. */
  readonly language: "en" | "zh";
  /** The mark that its policy takes style elements with. */
  readonly mark: string;
}

const texts = {
  en: {
    title: "Tallykit sheet",
    loading: "The sheet is being loaded…",
    grid: "Sheet (F6 leaves it)",
    mirror: "The sheet as a table",
    panel: "Functions and explanations",
    noScript: "The sheet needs JavaScript.",
  },
  zh: {
    title: "Tallykit 表格",
    loading: "正在加载表格…",
    grid: "工作表（按 F6 离开）",
    mirror: "以表格形式呈现的工作表",
    panel: "函数与说明",
    noScript: "表格需要启用 JavaScript。",
  },
} as const;

/** The page: its table below the sheet is there at once, the sheet as soon as it has loaded. */
export function pageHtml({ name, front, table }: ServedSheet, { language, mark }: PageHtmlOptions): string {
  const text = texts[language];
  const tables =
    table === undefined
      ? ""
      : (["en", "zh"] as const).map((each) => figures(table[each], each, each === language)).join("");
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-Hans" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title}</title>
<link rel="icon" href="icon.svg">
<link rel="stylesheet" id="styles" nonce="${mark}" href="main.css">
<script type="module" src="main.js"></script>
</head>
<body class="${table === undefined ? "alone" : "with-figures"}">
<header id="head"><h1>${escaped(name === "" ? text.title : name)}</h1></header>
<main>
<div class="work">
<div class="sheet">
<section id="grid" aria-label="${text.grid}" data-front="${escaped(front?.[language] ?? "")}"><div class="waiting"><progress aria-label="${text.loading}"></progress><span>${text.loading}</span><noscript>${text.noScript}</noscript></div></section>
<div id="cell"></div>
</div>
<aside id="panel" aria-label="${text.panel}"></aside>
</div>
<section id="mirror" class="hidden" aria-label="${text.mirror}"></section>
<div id="charts"></div>
${tables}</main>
</body>
</html>
`;
}

function figures(
  { title, summary, titles, numbers, rows }: ServedTable,
  language: string,
  isShown: boolean,
): string {
  const isNumber = (column: number): string => (numbers.includes(column) ? ' class="number"' : "");
  const head = titles
    .map((each, column) => `<th scope="col"${isNumber(column)}>${escaped(each)}</th>`)
    .join("");
  const body = rows
    .map(({ cells, isHead }) => {
      const texts = cells.map((cell, column) => `<td${isNumber(column)}>${escaped(cell)}</td>`).join("");
      return `<tr class="${isHead === true ? "head" : "part"}">${texts}</tr>`;
    })
    .join("\n");
  return `<section class="figures" data-language="${language}" lang="${language === "zh" ? "zh-Hans" : "en"}"${isShown ? "" : " hidden"}>
<h2>${escaped(title)}</h2>
<p>${escaped(summary)}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${escaped(title)}"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody>
</table></div>
</section>
`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
