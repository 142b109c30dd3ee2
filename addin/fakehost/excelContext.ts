/** How an Excel that is none describes itself. */
export interface ExcelDescription {
  /** The language of its menus, such as `zh-CN`. */
  readonly language: string;
  /** The colour behind its panes, a number as Excel for Windows gives it; left out where it gives none. */
  readonly background?: number;
}

/** What Excel for Windows tells office.js about itself: every value is asked for by a method of that name. */
export function excelContext(description: ExcelDescription): Readonly<Record<string, () => unknown>> {
  return Object.fromEntries(
    Object.entries(valuesOf(description)).map(([name, value]) => [name, () => value]),
  );
}

/** The address of a page as Excel for Windows opens it. */
export function addressInExcel(page: string, language: string): string {
  return `${page}?_host_Info=Excel$Win32$16.01$${language}$$$$0`;
}

function valuesOf({ language, background }: ExcelDescription): Readonly<Record<string, unknown>> {
  const sets = {
    ExcelApi: "1.20",
    CustomFunctionsRuntime: "1.5",
    CustomFunctions: "1.9",
    SharedRuntime: "1.2",
  };
  const theme = background === undefined ? {} : { bodyBackgroundColor: background };
  return {
    GetAppType: 1,
    GetSolutionRef: "00000000-0000-0000-0000-000000000000",
    GetAppVersionMajor: 16,
    GetAppVersionMinor: 1,
    GetAppUILocale: language,
    GetAppDataLocale: language,
    GetDocUrl: "",
    GetAppCapabilities: 1,
    GetActivationMode: 1,
    GetControlIntegrationLevel: 1,
    GetSolutionToken: "",
    GetCorrelationId: "correlation",
    GetInstanceId: "instance",
    GetTouchEnabled: false,
    GetCommerceAllowed: false,
    GetSupportedMatrix: JSON.stringify(sets),
    GetHostCustomMessage: "",
    GetHostFullVersion: "16.0.19328.20158",
    GetDialogRequirementMatrix: "",
    GetFeaturesForSolution: "{}",
    GetInitialDisplayMode: 0,
    GetOfficeThemeInfo: JSON.stringify(theme),
    GetSettings: { Read: () => undefined, Write: () => undefined },
  };
}
