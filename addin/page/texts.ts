import type { Texts } from "../manifest/texts.ts";

/** What the pages say themselves; the pane's own texts come with the panel. */
export const pageTexts = {
  needsScript: {
    en: "The pane needs JavaScript, which is turned off here. The functions are described on pages that do without:",
    zh: "任务窗格需要 JavaScript，但此处已停用。函数说明页面无需 JavaScript：",
  },
  functions: { en: "Functions", zh: "函数" },
  support: { en: "Help and support", zh: "帮助与支持" },
  supportText: {
    en: "Open the pane with the button on the Home tab. It lists every function with its arguments and examples, checks data, and explains what a cell shows. The pages below say the same.",
    zh: "点击“开始”选项卡上的按钮即可打开任务窗格：查看每个函数的参数和示例、检查数据、解释单元格的结果。下面的页面内容相同。",
  },
  privacy: { en: "Privacy", zh: "隐私" },
  privacyText: {
    en: "The functions and the pane calculate inside Excel. This add-in sends nothing anywhere. It keeps your choices in the pane, such as its language, on this computer only. Excel itself loads Microsoft's office.js with it.",
    zh: "函数和任务窗格都在 Excel 内计算，本加载项不向外发送任何数据。窗格中的选择（如语言）只保存在本机。Excel 会随它加载微软的 office.js。",
  },
  licence: { en: "Licence", zh: "许可" },
  licenceText: {
    en: "MIT licence: free to use, change and pass on, without warranty.",
    zh: "采用 MIT 许可证：可自由使用、修改和传播，不附带任何担保。",
  },
} as const satisfies Readonly<Record<string, Texts>>;
