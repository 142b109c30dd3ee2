import { locales } from "../manifest/texts.ts";
import type { Element } from "../manifest/xml.ts";
import type { Rule } from "./builtAddIn.ts";
import { below, elementsIn, named, textOf } from "./readXml.ts";

/** In which order elements must come; Office rejects any other without saying why. */
const orders: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "AlternateId",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources"],
  Host: ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action", "Enabled"],
  Supertip: ["Title", "Description"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
};
const longestId = 32;
const limits: readonly (readonly [holder: string, most: number])[] = [
  ["bt:ShortStrings", 125],
  ["bt:LongStrings", 250],
];

function resources(xml: Element): readonly Element[] {
  return ["bt:Image", "bt:Url", "bt:String"].flatMap((name) =>
    named(xml, name).filter(({ attributes }) => attributes["id"] !== undefined),
  );
}

function asked(xml: Element): ReadonlySet<string> {
  return new Set(elementsIn(xml).flatMap(({ element: { attributes } }) => attributes["resid"] ?? []));
}

function valuesOf({ attributes, children }: Element): readonly string[] {
  const overrides = children.flatMap((child) =>
    typeof child === "string" ? [] : [child.attributes["Value"] ?? ""],
  );
  return [attributes["DefaultValue"] ?? "", ...overrides];
}

function isInChinese({ children }: Element): boolean {
  return children.some((child) => typeof child !== "string" && child.attributes["Locale"] === locales.zh);
}

/** What Office wants of the add-in-only manifest beyond its being XML. */
export const addInOnlyRules: readonly Rule[] = [
  {
    name: "order of elements",
    check: ({ xml }) =>
      elementsIn(xml).flatMap(({ element: { name, children } }) => {
        const order = orders[name];
        const found = children.flatMap((child) => (typeof child === "string" ? [] : [child.name]));
        const places = found.map((each) => order?.indexOf(each) ?? 0);
        const isInOrder = places.every((place, index) => place >= (places[index - 1] ?? 0));
        return isInOrder ? [] : [`${name} holds ${found.join(", ")}; it takes ${order?.join(", ") ?? ""}`];
      }),
  },
  {
    name: "resources that are asked for",
    check: ({ xml }) => {
      const present = new Set(resources(xml).map(({ attributes }) => attributes["id"]));
      return [...asked(xml)].filter((id) => !present.has(id)).map((id) => `there is no resource ${id}`);
    },
  },
  {
    name: "resources that are used",
    check: ({ xml }) => {
      const used = asked(xml);
      const ids = resources(xml).map(({ attributes }) => attributes["id"] ?? "");
      return ids.filter((id) => !used.has(id)).map((id) => `nothing asks for the resource ${id}`);
    },
  },
  {
    name: "ids of resources",
    check: ({ xml }) => {
      const ids = resources(xml).map(({ attributes }) => attributes["id"] ?? "");
      const long = ids
        .filter((id) => id.length > longestId)
        .map((id) => `${id} has more than ${longestId} characters`);
      return [
        ...long,
        ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is there twice`),
      ];
    },
  },
  {
    name: "names inside resources",
    check: ({ xml }) => {
      const holder = below(xml, "VersionOverrides", "Resources");
      const inner = holder === undefined ? [] : elementsIn(holder).slice(1);
      return inner
        .filter(({ element }) => !element.name.startsWith("bt:"))
        .map(
          ({ element }) => `${element.name} must be bt:${element.name}, or Office does not load the add-in`,
        );
    },
  },
  {
    name: "lengths of texts",
    check: ({ xml }) => {
      const longer = (elements: readonly Element[], most: number): string[] =>
        elements.flatMap((each) =>
          valuesOf(each)
            .filter((text) => text.length > most || text === "")
            .map(
              (text) =>
                `${each.attributes["id"] ?? each.name} has ${text.length} characters; at most ${most}, and one`,
            ),
        );
      return [
        ...limits.flatMap(([holder, most]) =>
          named(xml, holder).flatMap((each) => longer(named(each, "bt:String"), most)),
        ),
        ...longer(
          [below(xml, "DisplayName")].filter((each) => each !== undefined),
          125,
        ),
        ...longer(
          [below(xml, "Description")].filter((each) => each !== undefined),
          250,
        ),
      ];
    },
  },
  {
    name: "id and version",
    check: ({ xml }) => [
      ...(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(textOf(below(xml, "Id")))
        ? []
        : ["the id must be a GUID"]),
      ...(/^\d{1,5}(\.\d{1,5}){3}$/.test(textOf(below(xml, "Version")))
        ? []
        : ["the version must be four numbers"]),
    ],
  },
  {
    name: "one page for the shared runtime",
    check: ({ xml }) => {
      const pages = elementsIn(xml).flatMap(({ element, ancestors }) => {
        const holder = ancestors.at(-1)?.name;
        const isPage =
          element.name === "Runtime" ||
          element.name === "FunctionFile" ||
          (element.name === "SourceLocation" && (holder === "Page" || holder === "Action"));
        return isPage ? [element.attributes["resid"] ?? ""] : [];
      });
      return new Set(pages).size === 1 && pages.length >= 4
        ? []
        : [
            `the runtime, the functions' page, the function file and the pane must be one page; found ${pages.join(", ")}`,
          ];
    },
  },
  {
    name: "no TaskpaneId",
    check: ({ xml }) => named(xml, "TaskpaneId").map(() => "a shared runtime takes no TaskpaneId"),
  },
  {
    name: "Chinese in the add-in-only manifest",
    check: ({ xml }) => {
      const namespace = named(xml, "Namespace")[0]?.attributes["resid"];
      const metadata = named(xml, "Metadata").flatMap((each) => named(each, "SourceLocation"))[0]?.attributes[
        "resid"
      ];
      const due = [
        ...["DisplayName", "Description"].flatMap((name) => below(xml, name) ?? []),
        ...resources(xml).filter(
          ({ name, attributes }) =>
            (name === "bt:String" && attributes["id"] !== namespace) || attributes["id"] === metadata,
        ),
      ];
      const translated = resources(xml).filter(
        (each) => each.attributes["id"] === namespace && each.children.length > 0,
      );
      return [
        ...due
          .filter((each) => !isInChinese(each))
          .map(({ name, attributes }) => `${attributes["id"] ?? name} has no ${locales.zh} text`),
        ...translated.map(() => "the namespace must be one in all languages: formulas hold it"),
      ];
    },
  },
];
