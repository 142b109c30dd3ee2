import { pngSize } from "../icons/png.ts";
import type { BuiltAddIn, Rule } from "./builtAddIn.ts";
import { objectsIn, textAt, textsIn, at } from "./json.ts";
import { below, elementsIn, named } from "./readXml.ts";

/** Names and schemas that look like addresses and are none. */
const notAddresses = /^(\$schema|xmlns(:\w+)?)$/;

/** Every address in both manifests, with where it stands. */
function addresses({
  xml,
  unified,
  chinese,
}: BuiltAddIn): readonly (readonly [where: string, address: string])[] {
  const inXml = elementsIn(xml).flatMap(({ element: { name, attributes, children } }) => [
    ...Object.entries(attributes).filter(([key]) => !notAddresses.test(key)),
    ...children.filter((child) => typeof child === "string").map((text) => [name, text] as const),
  ]);
  const inJson = [...textsIn(unified), ...textsIn(chinese)].filter(([path]) => !notAddresses.test(path));
  return [...inXml, ...inJson].filter(([, text]) => /^[a-z]+:\/\//i.test(text));
}

/** The file that an address of the add-in's own server stands for. */
function fileOf(address: string, base: string): string | undefined {
  return address.startsWith(`${base}/`) ? address.slice(base.length + 1).replace(/[?#].*$/, "") : undefined;
}

/** Icons with the size that each must have. */
function icons({ xml, unified, base }: BuiltAddIn): readonly (readonly [file: string, size: number])[] {
  const addressOf = (resid: string | undefined): string =>
    named(xml, "bt:Image").find(({ attributes }) => attributes["id"] === resid)?.attributes["DefaultValue"] ??
    "";
  const inXml = named(xml, "bt:Image").flatMap(({ attributes: { size, resid } }) =>
    size === undefined ? [] : [[addressOf(resid), Number(size)] as const],
  );
  const tops = (["IconUrl", "HighResolutionIconUrl"] as const).map(
    (name) => [below(xml, name)?.attributes["DefaultValue"] ?? "", name === "IconUrl" ? 32 : 64] as const,
  );
  const inJson = objectsIn(unified).flatMap(([, object]) => {
    const size = at(object, "size");
    return typeof size === "number" ? [[textAt(object, "url"), size] as const] : [];
  });
  return [
    ...[...inXml, ...tops, ...inJson].map(
      ([address, size]) => [fileOf(address, base) ?? address, size] as const,
    ),
    [textAt(unified, "icons.color"), 192],
    [textAt(unified, "icons.outline"), 32],
  ];
}

/** That what the manifests name is there, safe and of the right size. */
export const fileRules: readonly Rule[] = [
  {
    name: "addresses are safe",
    check: (built) =>
      addresses(built).flatMap(([where, address]) =>
        address.startsWith("https://")
          ? []
          : [`${where} is ${address}; every address must begin with https://`],
      ),
  },
  {
    name: "addresses have files",
    check: (built) =>
      addresses(built).flatMap(([where, address]) => {
        const file = fileOf(address, built.base);
        if (file !== undefined)
          return built.files.has(file) ? [] : [`${where} is ${address}, but there is no file ${file}`];
        const isOwnDomain = address === new URL(built.base).origin;
        return isOwnDomain ? [] : [`${where} is ${address}, which is not on the add-in's server`];
      }),
  },
  {
    name: "anchors are on their pages",
    check: (built) =>
      addresses(built).flatMap(([where, address]) => {
        const anchor = /#(.+)$/.exec(address)?.[1];
        const file = fileOf(address, built.base) ?? "";
        const page = Buffer.from(built.files.get(file) ?? []).toString("utf8");
        return anchor === undefined || page.includes(`id="${anchor}"`)
          ? []
          : [`${where} leads to #${anchor}, which is not on ${file}`];
      }),
  },
  {
    name: "icons have their sizes",
    check: (built) =>
      icons(built).flatMap(([file, size]) => {
        const found = pngSize(built.files.get(file) ?? new Uint8Array());
        if (found === undefined) return [`${file} is no PNG file`];
        return found.width === size && found.height === size
          ? []
          : [`${file} has ${found.width} x ${found.height} pixels; ${size} x ${size} are due`];
      }),
  },
  {
    name: "the ribbon has its three icons",
    check: ({ xml }) =>
      named(xml, "Icon").flatMap(({ children }) => {
        const sizes = children.flatMap((child) =>
          typeof child === "string" ? [] : [child.attributes["size"] ?? ""],
        );
        return ["16", "32", "80"].every((size) => sizes.includes(size))
          ? []
          : [`an icon has only ${sizes.join(", ")}`];
      }),
  },
  {
    name: "the page loads Office first, and only what its policy lets in",
    check: ({ page, base, files }) => {
      const head = page.slice(0, page.indexOf("</head>"));
      const scripts = Array.from(
        head.matchAll(/<script src="([^"]*)"(?: defer)?><\/script>/g),
        ([, address = ""]) => address,
      );
      const all = page.split(/<script\b/).length - 1;
      const [office = "", functions, ...others] = scripts;
      const styles = Array.from(
        head.matchAll(/<link rel="stylesheet" href="([^"]*)"/g),
        ([, address = ""]) => address,
      );
      const policy = /script-src ([^;]*);/.exec(page)?.[1] ?? "";
      const origin = /^https:\/\/[^/]+/.exec(office)?.[0];
      const isLetIn = office.startsWith(`${base}/`) || (origin !== undefined && policy.includes(origin));
      return [
        ...(scripts.length === all ? [] : ["every script must be a file named in the head"]),
        ...(office.endsWith("/office.js") && functions === "functions.js"
          ? []
          : ["office.js must come first, then functions.js"]),
        ...[...others, ...styles]
          .filter((name) => !files.has(name))
          .map((name) => `there is no file ${name}`),
        ...(isLetIn ? [] : [`the policy does not let ${office} in`]),
        ...(policy.includes("'unsafe") ? ["the policy lets in what stands in the page"] : []),
      ];
    },
  },
  {
    name: "the pane writes under the manifests' namespace",
    check: ({ page, unified }) => {
      const namespace = textAt(unified, "extensions[0].runtimes[0].customFunctions.namespace.id");
      const onPage = /<div id="pane" data-namespace="([^"]*)">/.exec(page)?.[1] ?? "";
      return onPage === namespace ? [] : [`the page has ${onPage}, the manifest ${namespace}`];
    },
  },
];
