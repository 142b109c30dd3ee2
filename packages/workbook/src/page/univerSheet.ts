import {
  type ILanguagePack,
  LifecycleService,
  LifecycleStages,
  LocaleService,
  LocaleType,
  LogLevel,
  mergeLocales,
  ThemeService,
  Univer,
} from "@univerjs/core";
import * as core from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import * as formula from "@univerjs/engine-formula";
import { CalculationMode, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import { table } from "@tallykit/sheet";

import { hostFunction } from "../engine/hostFunction.ts";
import { functionDescriptions, functionTexts, type Language } from "./functionDescriptions.ts";

const localeTypes = { en: LocaleType.EN_US, zh: LocaleType.ZH_CN } as const;

/** What the grid is made with. */
export interface UniverOptions {
  readonly container: HTMLElement;
  readonly language: Language;
  readonly isDark: boolean;
  /** Called where the grid's own calculation would begin; ours goes on in a thread of its own. */
  readonly onCalculationDue: () => void;
}

/** The grid's parts. */
export interface UniverSheet {
  readonly univer: Univer;
  readonly api: FUniver;
  /** Shows the grid's own words in another language. */
  readonly setLanguage: (language: Language) => Promise<void>;
  readonly setDark: (isDark: boolean) => void;
  /** Comes true when the grid is drawn and listens. */
  readonly drawn: () => Promise<void>;
}

/** Menu entries for what cannot be saved into the opened file, or asks for other people. */
const hiddenMenus = [
  "sheet.contextMenu.permission",
  "sheet.menu.sheet-frozen",
  "sheet.contextMenu.sheet-frozen",
  "sheet.header-menu.sheet-frozen",
  "sheet.command.set-range-protection-from-context-menu",
  "sheet.command.add-range-protection-from-context-menu",
  "sheet.command.change-sheet-protection-from-sheet-bar",
  "sheet.command.delete-worksheet-protection-from-sheet-bar",
  "sheet.command.view-sheet-permission-from-sheet-bar",
  "sheet.menu.clear-selection",
  "sheet.command.set-once-format-painter",
];

/** Starts the grid, without a workbook in it. */
export async function startUniver({
  container,
  language,
  isDark,
  onCalculationDue,
}: UniverOptions): Promise<UniverSheet> {
  const loaded = new Set<Language>([language]);
  const univer = new Univer({
    locale: localeTypes[language],
    locales: { [localeTypes[language]]: await languagePack(language) },
    darkMode: isDark,
    logLevel: LogLevel.SILENT,
  });
  const { plugins } = UniverSheetsCorePreset({
    container,
    header: true,
    toolbar: false,
    disableAutoFocus: true,
    menu: Object.fromEntries(hiddenMenus.map((id) => [id, { hidden: true }])),
    footer: { sheetBar: true, statisticBar: true, menus: false, zoomSlider: true },
    formula: {
      initialFormulaComputing: CalculationMode.NO_CALCULATION,
      function: table.map((row) => hostFunction({ core, formula }, row)),
      description: functionDescriptions(),
    },
  });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  class OwnCalculation extends formula.CalculateFormulaService {
    override execute(): Promise<void> {
      onCalculationDue();
      return Promise.resolve();
    }
  }
  const injector = univer.__getInjector();
  injector.replace([formula.ICalculateFormulaService, { useClass: OwnCalculation }]);
  return {
    univer,
    api: FUniver.newAPI(univer),
    setLanguage: async (wanted) => {
      const service = injector.get(LocaleService);
      if (!loaded.has(wanted)) service.load({ [localeTypes[wanted]]: await languagePack(wanted) });
      loaded.add(wanted);
      univer.setLocale(localeTypes[wanted]);
    },
    drawn: async () => {
      await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    },
    setDark: (wanted) => {
      injector.get(ThemeService).setDarkMode(wanted);
    },
  };
}

async function languagePack(language: Language): Promise<ILanguagePack> {
  const pack =
    language === "zh"
      ? await import("@univerjs/preset-sheets-core/locales/zh-CN")
      : await import("@univerjs/preset-sheets-core/locales/en-US");
  return mergeLocales(pack.default, functionTexts(language));
}
