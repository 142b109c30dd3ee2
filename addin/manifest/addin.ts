import type { Texts } from "./texts.ts";

/** Where office.js comes from: Microsoft's global network, its network in China, or a copy on the add-in's own server. */
export type OfficeSource = "global" | "china" | "local";

/** What a deployment chooses. */
export interface Deployment {
  /** The address that everything is served under, such as `https://tally.example.org/addin`. */
  readonly origin: string;
  /** A development add-in can be installed beside the real one: it has an id, a name and a namespace of its own. */
  readonly environment: "development" | "production";
  /** Where office.js comes from. */
  readonly officeSource: OfficeSource;
}

/** Everything that both manifests say. */
export interface AddIn {
  /** The id by which Office knows the add-in, for good. */
  readonly id: string;
  /** Three numbers; the add-in-only manifest gets a fourth, 0. */
  readonly version: string;
  /** What people type before the dot. */
  readonly namespace: string;
  /** The address that everything is served under, without a slash at its end. */
  readonly base: string;
  /** The address of office.js. */
  readonly officeScript: string;
  /** Who provides it. */
  readonly provider: string;
  /** The name in lists and on the button. */
  readonly name: Texts;
  /** One sentence of at most 80 characters. */
  readonly summary: Texts;
  /** What it is for, in at most 250 characters. */
  readonly description: Texts;
  /** The first words after installation. */
  readonly firstTitle: Texts;
  /** What to do first. */
  readonly firstStep: Texts;
  /** What stands under the button. */
  readonly buttonLabel: Texts;
  /** What the button does. */
  readonly buttonTip: Texts;
  /** The sets of functions that Excel must have. */
  readonly requirements: readonly { readonly name: string; readonly version: string }[];
}

/** The sizes of icons that the ribbon asks for at its different scales. */
export const ribbonIconSizes = [16, 32, 80] as const;
/** Every size of icon that Office asks for anywhere; 192 is the one of the unified manifest. */
export const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80, 128, 192] as const;

/** The addresses of office.js. */
const officeScripts: Readonly<Record<Exclude<OfficeSource, "local">, string>> = {
  global: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  china: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
};

const identities = {
  production: { id: "5a0c6e0f-3b77-4d0e-9d3e-7e1c2a9f4b61", namespace: "TALLY", suffix: { en: "", zh: "" } },
  development: {
    id: "c1d6a3b2-8f42-4c57-a0b9-2f6e5d8c7a13",
    namespace: "TALLY_DEV",
    suffix: { en: " (development)", zh: "（开发版）" },
  },
} as const;

/**
 * The add-in of a deployment: all that its manifests and its page are made from.
 *
 * @throws Error where the origin is no https address, or has a query or a fragment
 */
export function addInOf({ origin, environment, officeSource }: Deployment, version: string): AddIn {
  const base = baseOf(origin);
  const { id, namespace, suffix } = identities[environment];
  return {
    id,
    version,
    namespace,
    base,
    officeScript: officeSource === "local" ? `${base}/office-js/office.js` : officeScripts[officeSource],
    provider: "Tallykit",
    name: { en: `Tallykit${suffix.en}`, zh: `Tallykit 函数${suffix.zh}` },
    summary: {
      en: "Exact coverage rates, growth targets and funding splits in cells.",
      zh: "在单元格里精确计算覆盖率、增长目标和经费分配。",
    },
    description: {
      en: "Functions for programmes that count who is covered, set targets and share out money and places: exact, rounded once, and able to show their working. They calculate inside Excel and send nothing anywhere.",
      zh: "为统计覆盖、制定目标、分配经费和名额的工作提供函数：精确计算，只舍入一次，并能列出计算过程。全部在 Excel 内计算，不向外发送任何数据。",
    },
    firstTitle: { en: "The Tallykit functions are ready", zh: "Tallykit 函数已就绪" },
    firstStep: {
      en: `Type =${namespace}. in a cell to see them, or open the pane from the Home tab.`,
      zh: `在单元格中输入 =${namespace}. 即可看到函数，也可从“开始”选项卡打开任务窗格。`,
    },
    buttonLabel: { en: `Tallykit pane${suffix.en}`, zh: `Tallykit 窗格${suffix.zh}` },
    buttonTip: {
      en: "Opens the pane: every function with its examples, a form for formulas, an explanation of the selected cell, a check of your data, and worked sheets.",
      zh: "打开任务窗格：查看函数和示例、用表单填写公式、解释所选单元格、检查数据、插入示范工作表。",
    },
    requirements: [
      { name: "SharedRuntime", version: "1.1" },
      { name: "CustomFunctionsRuntime", version: "1.1" },
    ],
  };
}

function baseOf(origin: string): string {
  const { protocol, search, hash, href } = new URL(origin);
  if (protocol !== "https:") throw new Error(`the origin must begin with https://; found ${origin}`);
  if (search !== "" || hash !== "")
    throw new Error(`the origin must have no query and no fragment; found ${origin}`);
  return href.replace(/\/+$/, "");
}
