import { type AddIn, ribbonIconSizes } from "./addin.ts";
import { files, iconFile } from "./files.ts";
import { locales } from "./texts.ts";

const schemas = "https://developer.microsoft.com/json-schemas/teams/v1.25";
const action = "ShowPage";
const runtime = "SharedRuntime";

/** The unified manifest, for Microsoft 365 of 2501 or later: the same add-in as the one of record. */
export function unifiedManifest(addIn: AddIn): object {
  const { base, name, summary, description } = addIn;
  return {
    $schema: `${schemas}/MicrosoftTeams.schema.json`,
    manifestVersion: "1.25",
    id: addIn.id,
    version: addIn.version,
    name: { short: name.en, full: name.en },
    description: { short: summary.en, full: description.en },
    developer: {
      name: addIn.provider,
      websiteUrl: `${base}/${files.support}`,
      privacyUrl: `${base}/${files.support}#privacy`,
      termsOfUseUrl: `${base}/${files.support}#licence`,
    },
    icons: { color: iconFile(192), outline: files.outlineIcon },
    accentColor: "#1F5FA8",
    localizationInfo: {
      defaultLanguageTag: locales.en.toLowerCase(),
      additionalLanguages: [{ languageTag: locales.zh.toLowerCase(), file: files.chineseManifest }],
    },
    authorization: {
      permissions: { resourceSpecific: [{ name: "Document.ReadWrite.User", type: "Delegated" }] },
    },
    validDomains: [new URL(base).host],
    extensions: [extension(addIn)],
  };
}

function extension(addIn: AddIn): object {
  const { base, namespace, requirements } = addIn;
  const page = `${base}/${files.page}`;
  return {
    requirements: {
      scopes: ["workbook"],
      capabilities: requirements.map(({ name, version }) => ({ name, minVersion: version })),
    },
    runtimes: [
      {
        id: runtime,
        type: "general",
        code: { page, script: `${base}/${files.functions}` },
        lifetime: "long",
        actions: [{ id: action, type: "openPage", displayName: addIn.buttonLabel.en, view: "Tallykit.Page" }],
        customFunctions: {
          namespace: { id: namespace, name: namespace },
          metadataUrl: `${base}/${files.metadata}`,
        },
      },
    ],
    ribbons: [{ contexts: ["default"], tabs: [{ builtInTabId: "TabHome", groups: [ribbonGroup(addIn)] }] }],
    getStartedMessages: [
      {
        title: addIn.firstTitle.en,
        description: addIn.firstStep.en,
        learnMoreUrl: `${base}/${files.support}`,
      },
    ],
  };
}

function ribbonGroup({ base, name, buttonLabel, buttonTip }: AddIn): object {
  const icons = ribbonIconSizes.map((size) => ({ size, url: `${base}/${iconFile(size)}` }));
  const button = {
    id: "Tallykit.Button",
    type: "button",
    label: buttonLabel.en,
    icons,
    supertip: { title: buttonLabel.en, description: buttonTip.en },
    actionId: action,
  };
  return { id: "Tallykit.Group", label: name.en, icons, controls: [button] };
}

/** The Chinese texts of the unified manifest, each under the path of what it stands for. */
export function unifiedManifestInChinese(addIn: AddIn): object {
  const { base, name, summary, description, buttonLabel, buttonTip, firstTitle, firstStep } = addIn;
  const group = "extensions[0].ribbons[0].tabs[0].groups[0]";
  return {
    $schema: `${schemas}/MicrosoftTeams.Localization.schema.json`,
    "name.short": name.zh,
    "name.full": name.zh,
    "description.short": summary.zh,
    "description.full": description.zh,
    "extensions[0].runtimes[0].actions[0].displayName": buttonLabel.zh,
    "extensions[0].runtimes[0].customFunctions.metadataUrl": `${base}/${files.chineseMetadata}`,
    [`${group}.label`]: name.zh,
    [`${group}.controls[0].label`]: buttonLabel.zh,
    [`${group}.controls[0].supertip.title`]: buttonLabel.zh,
    [`${group}.controls[0].supertip.description`]: buttonTip.zh,
    "extensions[0].getStartedMessages[0].title": firstTitle.zh,
    "extensions[0].getStartedMessages[0].description": firstStep.zh,
  };
}
