import { type AddIn, ribbonIconSizes } from "./addin.ts";
import { files, iconFile } from "./files.ts";
import { locales, type Texts } from "./texts.ts";
import { documentText, type Element, element } from "./xml.ts";

/** What the manifest's resources are called in it; every one is used, and nothing else is asked for. */
const ids = {
  page: "Page.Url",
  support: "Support.Url",
  script: "Functions.Script.Url",
  metadata: "Functions.Metadata.Url",
  namespace: "Functions.Namespace",
  group: "Group.Label",
  button: "Button.Label",
  buttonTip: "Button.Tip",
  firstTitle: "GetStarted.Title",
  firstStep: "GetStarted.Description",
  icon: (size: number): string => `Icon.${size}`,
} as const;

/** The add-in-only manifest, which every Excel with custom functions reads: the one of record. */
export function addInOnlyManifest(addIn: AddIn): string {
  const { base } = addIn;
  return documentText(
    element(
      "OfficeApp",
      {
        xmlns: "http://schemas.microsoft.com/office/appforoffice/1.1",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xmlns:bt": "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
        "xsi:type": "TaskPaneApp",
      },
      element("Id", {}, addIn.id),
      element("Version", {}, `${addIn.version}.0`),
      element("ProviderName", {}, addIn.provider),
      element("DefaultLocale", {}, locales.en),
      localised("DisplayName", addIn.name),
      localised("Description", addIn.description),
      element("IconUrl", { DefaultValue: `${base}/${iconFile(32)}` }),
      element("HighResolutionIconUrl", { DefaultValue: `${base}/${iconFile(64)}` }),
      element("SupportUrl", { DefaultValue: `${base}/${files.support}` }),
      element("AppDomains", {}, element("AppDomain", {}, new URL(base).origin)),
      element("Hosts", {}, element("Host", { Name: "Workbook" })),
      element("Requirements", {}, requirementSets(addIn)),
      element("DefaultSettings", {}, element("SourceLocation", { DefaultValue: `${base}/${files.page}` })),
      element("Permissions", {}, "ReadWriteDocument"),
      versionOverrides(addIn),
    ),
  );
}

function localised(name: string, { en, zh }: Texts): Element {
  return element(name, { DefaultValue: en }, element("Override", { Locale: locales.zh, Value: zh }));
}

function requirementSets({ requirements }: AddIn): Element {
  const sets = requirements.map(({ name, version }) => element("Set", { Name: name, MinVersion: version }));
  return element("Sets", { DefaultMinVersion: "1.1" }, ...sets);
}

function versionOverrides(addIn: AddIn): Element {
  return element(
    "VersionOverrides",
    {
      xmlns: "http://schemas.microsoft.com/office/taskpaneappversionoverrides",
      "xsi:type": "VersionOverridesV1_0",
    },
    element(
      "Hosts",
      {},
      element(
        "Host",
        { "xsi:type": "Workbook" },
        // One long-lived page for the pane, the ribbon and the functions: it must come before the form factors.
        element("Runtimes", {}, element("Runtime", { resid: ids.page, lifetime: "long" })),
        element("AllFormFactors", {}, functionsPoint()),
        element(
          "DesktopFormFactor",
          {},
          element(
            "GetStarted",
            {},
            element("Title", { resid: ids.firstTitle }),
            element("Description", { resid: ids.firstStep }),
            element("LearnMoreUrl", { resid: ids.support }),
          ),
          element("FunctionFile", { resid: ids.page }),
          ribbonPoint(),
        ),
      ),
    ),
    resources(addIn),
  );
}

function functionsPoint(): Element {
  const location = (name: string, resid: string): Element =>
    element(name, {}, element("SourceLocation", { resid }));
  return element(
    "ExtensionPoint",
    { "xsi:type": "CustomFunctions" },
    location("Script", ids.script),
    location("Page", ids.page),
    location("Metadata", ids.metadata),
    element("Namespace", { resid: ids.namespace }),
  );
}

function ribbonPoint(): Element {
  const icon = element(
    "Icon",
    {},
    ...ribbonIconSizes.map((size) => element("bt:Image", { size: String(size), resid: ids.icon(size) })),
  );
  const button = element(
    "Control",
    { "xsi:type": "Button", id: "Tallykit.Button" },
    element("Label", { resid: ids.button }),
    element(
      "Supertip",
      {},
      element("Title", { resid: ids.button }),
      element("Description", { resid: ids.buttonTip }),
    ),
    icon,
    element("Action", { "xsi:type": "ShowTaskpane" }, element("SourceLocation", { resid: ids.page })),
  );
  const group = element(
    "Group",
    { id: "Tallykit.Group" },
    element("Label", { resid: ids.group }),
    icon,
    button,
  );
  return element(
    "ExtensionPoint",
    { "xsi:type": "PrimaryCommandSurface" },
    element("OfficeTab", { id: "TabHome" }, group),
  );
}

function resources(addIn: AddIn): Element {
  const { base } = addIn;
  const address = (id: string, en: string, zh?: string): Element => resource("bt:Url", id, { en, zh });
  const text = (id: string, texts: Texts): Element => resource("bt:String", id, texts);
  return element(
    "Resources",
    {},
    element(
      "bt:Images",
      {},
      ...ribbonIconSizes.map((size) =>
        resource("bt:Image", ids.icon(size), { en: `${base}/${iconFile(size)}` }),
      ),
    ),
    element(
      "bt:Urls",
      {},
      address(ids.page, `${base}/${files.page}`),
      address(ids.support, `${base}/${files.support}`),
      address(ids.script, `${base}/${files.functions}`),
      address(ids.metadata, `${base}/${files.metadata}`, `${base}/${files.chineseMetadata}`),
    ),
    element(
      "bt:ShortStrings",
      {},
      // Never translated: formulas hold it.
      resource("bt:String", ids.namespace, { en: addIn.namespace }),
      text(ids.group, addIn.name),
      text(ids.button, addIn.buttonLabel),
      text(ids.firstTitle, addIn.firstTitle),
    ),
    element("bt:LongStrings", {}, text(ids.buttonTip, addIn.buttonTip), text(ids.firstStep, addIn.firstStep)),
  );
}

function resource(name: string, id: string, { en, zh }: { en: string; zh?: string | undefined }): Element {
  const overrides = zh === undefined ? [] : [element("bt:Override", { Locale: locales.zh, Value: zh })];
  return element(name, { id, DefaultValue: en }, ...overrides);
}
