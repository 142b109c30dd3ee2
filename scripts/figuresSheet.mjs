// What the sample workbook and the printed table share: words, the order of the rows, and which readings can be
// recomputed yet.
import { figures, sources } from "@tallykit/seeds";
import { findFunction } from "@tallykit/sheet";

export const words = {
  en: {
    sheet: "Figures",
    sources: "Sources",
    titles: [
      "no.",
      "figure",
      "published",
      "recomputed",
      "same",
      "verdict",
      "denominator",
      "rounding",
      "source",
      "note",
    ],
    sourceTitles: ["document", "title", "publisher", "year", "note"],
    verdicts: {},
    of: { percentage: "decimals of the percentage", number: "decimals", points: "decimals of the points" },
    pending: "pending",
    summary: ({ readings, pending, printed, equal }) =>
      `${figures.length} figures of ${Object.keys(sources).length} documents; ${readings} readings recomputed, ${pending} pending; ${equal} of ${printed} printed answers equal.`,
    written: (file) => `The recalculated workbook lies in ${file}`,
    figuresTitle: "Published figures, recomputed",
    served: (address) => `The same in a browser sheet: ${address} (Ctrl-C ends it)`,
    portTaken: (port) => `The port ${port} is taken; name another one with --port.`,
  },
  zh: {
    sheet: "数据",
    sources: "来源",
    titles: ["编号", "数据", "公布值", "重算值", "相同", "结论", "分母", "舍入", "来源", "说明"],
    sourceTitles: ["文件", "标题", "发布者", "年份", "说明"],
    verdicts: {
      agrees: "相符",
      derived: "推得",
      ambiguous: "有歧义",
      contradicts: "不符",
      "not checkable": "无法核对",
    },
    of: { percentage: "位小数（百分数）", number: "位小数", points: "位小数（百分点）" },
    pending: "待实现",
    summary: ({ readings, pending, printed, equal }) =>
      `${Object.keys(sources).length} 份文件共 ${figures.length} 项数据；已重算 ${readings} 种读法，${pending} 种待实现；${printed} 个印出的答案中 ${equal} 个相等。`,
    written: (file) => `重算后的工作簿：${file}`,
    figuresTitle: "公布数据与重算结果",
    served: (address) => `浏览器表格：${address}（按 Ctrl-C 结束）`,
    portTaken: (port) => `端口 ${port} 已被占用，请用 --port 指定其他端口。`,
  },
};

/** The rows of the figures sheet below its titles: a figure, then its readings. */
export const rows = [];
for (const figure of figures) {
  rows.push({ row: rows.length + 2, figure });
  for (const reading of figure.readings) rows.push({ row: rows.length + 2, figure, reading });
}

/** The column of the figures sheet that holds the recomputed values. */
export const recomputedColumn = "D";

/** Tells whether a reading waits for a function that does not exist yet. */
export function isPending({ call }) {
  return "function" in call && findFunction(call.function) === undefined;
}

/** The width of a text in characters; Chinese characters are two wide. */
export function textWidth(text) {
  return text.replace(/[\u2e80-\uffef]/g, "xx").length;
}
