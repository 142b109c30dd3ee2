import type { Language } from "./functionDescriptions.ts";

/** The words of the page in one language. */
export interface Words {
  readonly open: string;
  readonly save: string;
  readonly undo: string;
  readonly redo: string;
  readonly dark: string;
  readonly light: string;
  readonly otherLanguage: string;
  readonly stop: string;
  readonly close: string;
  readonly loading: string;
  readonly reading: (name: string) => string;
  readonly calculating: (done: number, all: number) => string;
  readonly calculated: (formulas: number, errors: number) => string;
  readonly saving: string;
  readonly saved: (name: string) => string;
  readonly savedWithoutCharts: string;
  readonly savedAsText: (cells: string) => string;
  readonly refusedFile: (name: string, why: string) => string;
  readonly tooLarge: string;
  readonly refusedSave: (why: string) => string;
  readonly notCalculated: (why: string) => string;
  readonly stopped: string;
  readonly failed: (why: string) => string;
  readonly structureKept: string;
  readonly looksKept: string;
  readonly unsaved: string;
  readonly replaceUnsaved: string;
  readonly charts: string;
  readonly mirror: (sheet: string, from: number, to: number, all: number) => string;
  readonly mirrorColumns: (shown: number, all: number) => string;
  readonly empty: string;
  readonly cell: (address: string, shown: string) => string;
  readonly newName: string;
}

/** The words of the page. */
export const pageWords: Readonly<Record<Language, Words>> = {
  en: {
    open: "Open…",
    save: "Save",
    undo: "Undo",
    redo: "Redo",
    dark: "Dark",
    light: "Light",
    otherLanguage: "中文",
    stop: "Stop",
    close: "Close",
    loading: "The sheet is being loaded…",
    reading: (name) => `Opening ${name}…`,
    calculating: (done, all) => `Calculating ${done} of ${all} formulas…`,
    calculated: (formulas, errors) =>
      `${formulas} formulas calculated, ${errors === 0 ? "no errors" : errors === 1 ? "1 cell with an error" : `${errors} cells with an error`}.`,
    saving: "Saving…",
    saved: (name) =>
      `Saved as ${name}. Values, formulas, number formats and added sheets are in it; the rest of the opened file is as it was.`,
    savedWithoutCharts: "The charts of added sheets are not: they are drawn here only.",
    savedAsText: (cells) =>
      `These cells hold formulas that no file can hold, and were saved as text: ${cells}.`,
    refusedFile: (name, why) => `${name} was not opened: ${why}.`,
    tooLarge: "it is larger than 64 MB",
    refusedSave: (why) => `Not saved: ${why}.`,
    notCalculated: (why) => `Not calculated: ${why}. The values shown are the last ones.`,
    stopped: "it was stopped",
    failed: (why) => `Something went wrong: ${why}. Save your work and load the page again.`,
    structureKept:
      "Rows, columns, merged cells and the names and order of the opened file's sheets stay as they are. Sheets added here take any change.",
    looksKept:
      "In the opened file's sheets only number formats can be changed; other looks stay as they are.",
    unsaved: "unsaved changes",
    replaceUnsaved: "There are unsaved changes. Open another file and lose them?",
    charts: "Charts of this sheet",
    mirror: (sheet, from, to, all) => `${sheet}: rows ${from} to ${to} of ${all}`,
    mirrorColumns: (shown, all) => (shown < all ? `, the first ${shown} of ${all} columns` : ""),
    empty: "This sheet is empty.",
    cell: (address, shown) => (shown === "" ? `${address}, empty` : `${address}: ${shown}`),
    newName: "workbook.xlsx",
  },
  zh: {
    open: "打开…",
    save: "保存",
    undo: "撤销",
    redo: "重做",
    dark: "深色",
    light: "浅色",
    otherLanguage: "English",
    stop: "停止",
    close: "关闭",
    loading: "正在加载表格…",
    reading: (name) => `正在打开 ${name}…`,
    calculating: (done, all) => `正在计算公式：${done} / ${all}…`,
    calculated: (formulas, errors) =>
      `已计算 ${formulas} 个公式，${errors === 0 ? "没有错误" : `${errors} 个单元格出错`}。`,
    saving: "正在保存…",
    saved: (name) => `已保存为 ${name}。数值、公式、数字格式和新增的工作表已写入，原文件的其余内容保持不变。`,
    savedWithoutCharts: "新增工作表的图表只在此页面显示，未写入文件。",
    savedAsText: (cells) => `下列单元格中的公式无法写入文件，已按文本保存：${cells}。`,
    refusedFile: (name, why) => `未能打开 ${name}：${why}。`,
    tooLarge: "文件大于 64 MB",
    refusedSave: (why) => `未保存：${why}。`,
    notCalculated: (why) => `未计算：${why}。显示的是上一次的结果。`,
    stopped: "已被停止",
    failed: (why) => `出现问题：${why}。请先保存，再重新加载页面。`,
    structureKept:
      "所打开文件的行、列、合并单元格以及工作表的名称和顺序保持不变。在此新增的工作表可以任意修改。",
    looksKept: "所打开文件的工作表只能修改数字格式，其他格式保持不变。",
    unsaved: "有未保存的修改",
    replaceUnsaved: "有未保存的修改。打开另一个文件会丢失这些修改，是否继续？",
    charts: "本表的图表",
    mirror: (sheet, from, to, all) => `${sheet}：第 ${from} 至 ${to} 行，共 ${all} 行`,
    mirrorColumns: (shown, all) => (shown < all ? `，仅前 ${shown} 列（共 ${all} 列）` : ""),
    empty: "本表为空。",
    cell: (address, shown) => (shown === "" ? `${address}，空` : `${address}：${shown}`),
    newName: "工作簿.xlsx",
  },
};
