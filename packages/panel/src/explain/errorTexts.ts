import type { Texts } from "@tallykit/sheet";

/** What an error in a cell means, and what to do. */
export interface ErrorText {
  /** What it means. */
  readonly meaning: Texts;
  /** What to do, the likeliest first. */
  readonly advice: readonly Texts[];
}

const wait: Texts = {
  en: "Wait a moment; if it stays, reload the add-in or calculate again (F9).",
  zh: "请稍候；若一直不变，请重新加载加载项，或按 F9 重新计算。",
};

/** Every error that a cell can show, also those that are not for long or come from other parts of a spreadsheet. */
export const errorTexts: Readonly<Record<string, ErrorText>> = {
  "#VALUE!": {
    meaning: {
      en: "#VALUE! says that something given to the function is of the wrong kind or size, or breaks one of its rules.",
      zh: "#VALUE! 表示交给函数的内容类型或大小不对，或不符合函数的规定。",
    },
    advice: [
      {
        en: "Look for numbers stored as text: turn them into numbers, or check the range for odd data.",
        zh: "请查看是否有以文本形式存放的数字，并转换为数字；也可对该区域作数据检查。",
      },
      {
        en: "Make sure that all columns of the call begin and end in the same rows.",
        zh: "请核对各列区域的起止行是否一致。",
      },
    ],
  },
  "#NUM!": {
    meaning: {
      en: "#NUM! says that a number is out of range or that the calculation has no finite answer.",
      zh: "#NUM! 表示数值超出范围，或计算得不出有限的结果。",
    },
    advice: [
      {
        en: "Check for negative numbers and fractions where counts are due, and for per cent typed as whole numbers (95 instead of 95%).",
        zh: "请检查应填个数处是否有负数或小数，百分比是否误填为整数（如 95 应为 95%）。",
      },
    ],
  },
  "#DIV/0!": {
    meaning: {
      en: "#DIV/0! says that the denominator is zero or blank: there is nothing to take a share of.",
      zh: "#DIV/0! 表示分母为零或空白，无从计算比例。",
    },
    advice: [
      {
        en: "Enter the denominator. If there really is nothing to count, leave the row out; it has no rate, neither 0% nor 100%.",
        zh: "请补填分母。若确无应计的单位，这一行可不列：它没有比率，既不是 0%，也不是 100%。",
      },
    ],
  },
  "#N/A": {
    meaning: {
      en: "#N/A says that a value is missing, or that there is no answer to this question.",
      zh: "#N/A 表示缺少所需的值，或这个问题没有答案。",
    },
    advice: [
      {
        en: "Fill in what is known. Never enter 0 for what is not known: missing is not zero.",
        zh: "请补填已知的值；不清楚的不要填 0，缺失不等于零。",
      },
    ],
  },
  "#NAME?": {
    meaning: {
      en: "#NAME? says that the spreadsheet does not know a name in this formula.",
      zh: "#NAME? 表示公式中有表格程序无法识别的名称。",
    },
    advice: [
      {
        en: "Where the add-in's functions are unknown: open the add-in, or reload it, then enter the formula again.",
        zh: "若是加载项的函数未被识别，请打开或重新加载本加载项，再重新输入公式。",
      },
      {
        en: "Check the spelling, and put texts in straight double quotes.",
        zh: "请核对函数名的拼写；文本须用英文双引号括起。",
      },
    ],
  },
  "#REF!": {
    meaning: {
      en: "#REF! says that the formula refers to cells that are gone, or to its own cell.",
      zh: "#REF! 表示公式引用的单元格已不存在，或引用了自身。",
    },
    advice: [
      {
        en: "Undo the deletion (Ctrl+Z), or select the right cells in the formula again.",
        zh: "请撤销删除（Ctrl+Z），或在公式中重新选择正确的区域。",
      },
    ],
  },
  "#NULL!": {
    meaning: {
      en: "#NULL! says that two ranges with only a space between them have no cell in common.",
      zh: "#NULL! 表示以空格隔开的两个区域没有公共单元格。",
    },
    advice: [
      {
        en: "Put a comma between arguments, and a colon between the corners of a range.",
        zh: "参数之间请用逗号，区域的两端之间请用冒号。",
      },
    ],
  },
  "#SPILL!": {
    meaning: {
      en: "#SPILL! says that the result is a table and other cells are in its way.",
      zh: "#SPILL! 表示结果是一个表，而它要占用的单元格已有内容。",
    },
    advice: [
      {
        en: "Clear the cells below and to the right of the formula, also merged ones, or move the formula to a free place.",
        zh: "请清空公式下方和右侧的单元格（包括合并单元格），或把公式移到空白处。",
      },
      {
        en: "Inside a table of Excel no result can spill: put the formula beside the table.",
        zh: "Excel 的“表格”之内不能溢出结果，请把公式放在表格之外。",
      },
    ],
  },
  "#CALC!": {
    meaning: {
      en: "#CALC! says that the spreadsheet cannot calculate an array in this formula, such as one without a single row.",
      zh: "#CALC! 表示表格程序无法计算公式中的数组，例如一行也没有的数组。",
    },
    advice: [
      {
        en: "Check filters and conditions inside the formula: at least one row has to be left.",
        zh: "请检查公式中的筛选和条件，至少须留下一行。",
      },
    ],
  },
  "#BUSY!": {
    meaning: {
      en: "#BUSY! says that the function has not answered yet.",
      zh: "#BUSY! 表示函数尚未返回结果。",
    },
    advice: [wait],
  },
  "#GETTING_DATA": {
    meaning: {
      en: "#GETTING_DATA says that the function has not answered yet.",
      zh: "#GETTING_DATA 表示函数尚未返回结果。",
    },
    advice: [wait],
  },
  "#CONNECT!": {
    meaning: {
      en: "#CONNECT! says that the spreadsheet could not reach what calculates this function.",
      zh: "#CONNECT! 表示表格程序未能连接到计算该函数的程序。",
    },
    advice: [wait],
  },
  "#BLOCKED!": {
    meaning: {
      en: "#BLOCKED! says that the spreadsheet's settings do not let this calculation happen.",
      zh: "#BLOCKED! 表示表格程序的设置不允许进行此项计算。",
    },
    advice: [
      {
        en: "Allow the add-in in the trust settings, or ask whoever looks after your computer.",
        zh: "请在信任设置中允许本加载项，或联系电脑管理人员。",
      },
    ],
  },
  "#UNKNOWN!": {
    meaning: {
      en: "#UNKNOWN! says that this version of the spreadsheet does not know such a value.",
      zh: "#UNKNOWN! 表示当前版本的表格程序不支持这种值。",
    },
    advice: [{ en: "Open the file in a newer version.", zh: "请用较新的版本打开文件。" }],
  },
  "#FIELD!": {
    meaning: {
      en: "#FIELD! says that a field of a linked record is not there.",
      zh: "#FIELD! 表示所链接的记录中没有该字段。",
    },
    advice: [{ en: "Check the name after the dot.", zh: "请核对点号后的字段名。" }],
  },
};

/** Tells which error a cell shows; hosts hand errors that are none of the usual ones as text. */
export function errorCodeOf(value: unknown): string | undefined {
  const code = typeof value === "object" && value !== null && "error" in value ? value.error : value;
  return typeof code === "string" && Object.hasOwn(errorTexts, code) ? code : undefined;
}
