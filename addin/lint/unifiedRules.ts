import { locales } from "../manifest/texts.ts";
import type { Rule } from "./builtAddIn.ts";
import { at, listAt, objectsIn, textAt, textsIn } from "./json.ts";
import { below, named, textOf } from "./readXml.ts";

const runtimes = "extensions[0].runtimes";
/** Texts that people read: each needs its Chinese one. */
const readByPeople = /(^name\.|^description\.|\.(label|displayName|title|description|metadataUrl)$)/;

/** What Office wants of the unified manifest beyond its schema, and that it is the same add-in as the other one. */
export const unifiedRules: readonly Rule[] = [
  {
    name: "actions that are asked for",
    check: ({ unified }) => {
      const ids = listAt(unified, `${runtimes}[0].actions`).map((action) => textAt(action, "id"));
      return objectsIn(unified).flatMap(([path, object]) => {
        const id = textAt(object, "actionId");
        return id === "" || ids.includes(id)
          ? []
          : [`${path} asks for the action ${id}, which no runtime has`];
      });
    },
  },
  {
    name: "Chinese in the unified manifest",
    check: ({ unified, chinese }) => {
      const translated = typeof chinese === "object" && chinese !== null ? Object.keys(chinese) : [];
      const due = textsIn(unified).flatMap(([path]) => (readByPeople.test(path) ? [path] : []));
      return [
        ...due
          .filter((path) => !translated.includes(path))
          .map((path) => `${path} has no ${locales.zh} text`),
        ...translated
          .filter((path) => path !== "$schema" && typeof at(unified, path) !== "string")
          .map((path) => `the ${locales.zh} text ${path} stands for nothing`),
      ];
    },
  },
  {
    name: "languages",
    check: ({ unified, xml, files }) => {
      const language = textAt(unified, "localizationInfo.defaultLanguageTag");
      const locale = textOf(below(xml, "DefaultLocale"));
      const others = listAt(unified, "localizationInfo.additionalLanguages");
      const inXml = new Set(
        named(xml, "Override").map(({ attributes }) => attributes["Locale"]?.toLowerCase()),
      );
      return [
        ...(language === locale.toLowerCase()
          ? []
          : [`the manifests' languages differ: ${language} and ${locale}`]),
        ...others
          .filter((other) => !inXml.has(textAt(other, "languageTag").toLowerCase()))
          .map((other) => `${textAt(other, "languageTag")} is in the unified manifest only`),
        ...others
          .map((other) => textAt(other, "file"))
          .filter((file) => !files.has(file))
          .map((file) => `there is no file ${file}`),
      ];
    },
  },
  {
    name: "two manifests of one add-in",
    check: ({ unified, xml }) => {
      const space = named(xml, "Namespace")[0]?.attributes["resid"];
      const namespace = named(xml, "bt:String").find(({ attributes }) => attributes["id"] === space);
      const inXml = {
        id: textOf(below(xml, "Id")),
        version: textOf(below(xml, "Version")).replace(/\.0$/, ""),
        namespace: namespace?.attributes["DefaultValue"] ?? "",
        provider: textOf(below(xml, "ProviderName")),
        name: below(xml, "DisplayName")?.attributes["DefaultValue"] ?? "",
        sets: named(xml, "Set").map(
          ({ attributes }) => `${attributes["Name"] ?? ""} ${attributes["MinVersion"] ?? ""}`,
        ),
      };
      const sets = listAt(unified, "extensions[0].requirements.capabilities");
      const inJson = {
        id: textAt(unified, "id"),
        version: textAt(unified, "version"),
        namespace: textAt(unified, `${runtimes}[0].customFunctions.namespace.id`),
        provider: textAt(unified, "developer.name"),
        name: textAt(unified, "name.short"),
        sets: sets.map((set) => `${textAt(set, "name")} ${textAt(set, "minVersion")}`),
      };
      return (Object.keys(inXml) as (keyof typeof inXml)[])
        .filter((key) => String(inXml[key]) !== String(inJson[key]))
        .map(
          (key) => `${key} is ${String(inXml[key])} in one manifest and ${String(inJson[key])} in the other`,
        );
    },
  },
  {
    name: "namespace",
    check: ({ unified }) => {
      const { id, name } = {
        id: "",
        name: "",
        ...(at(unified, `${runtimes}[0].customFunctions.namespace`) as object),
      };
      return id === name && /^[A-Z][A-Z0-9_]{2,31}$/.test(id)
        ? []
        : [`the namespace must be 3 to 32 of A-Z, 0-9 and _, with one id and name; found ${id} and ${name}`];
    },
  },
];
