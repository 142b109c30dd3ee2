import { posix } from "node:path";

/** A link of a page that leads nowhere. */
export interface BrokenLink {
  /** The page. */
  readonly page: string;
  /** Where its link should lead. */
  readonly href: string;
}

/** Every link of the pages inside the site that leads to no file, or to no anchor of its page. */
export function brokenLinks(
  files: ReadonlyMap<string, string>,
  isElsewhere: (path: string) => boolean = () => false,
): BrokenLink[] {
  const anchors = new Map<string, ReadonlySet<string>>();
  const anchorsOf = (path: string): ReadonlySet<string> => {
    const known = anchors.get(path) ?? new Set(attributes(files.get(path) ?? "", "id"));
    anchors.set(path, known);
    return known;
  };
  const isBroken = (page: string, href: string): boolean => {
    const [target = "", anchor = ""] = href.split("#");
    const path =
      target === "" ? page : posix.normalize(posix.join(posix.dirname(page), decodeURIComponent(target)));
    if (isElsewhere(path)) return false;
    return !files.has(path) || (anchor !== "" && !anchorsOf(path).has(decodeURIComponent(anchor)));
  };
  return [...files].flatMap(([page, text]) =>
    page.endsWith(".html")
      ? [...new Set([...attributes(text, "href"), ...attributes(text, "src")])]
          .filter((href) => !/^[a-z]+:/i.test(href) && isBroken(page, href))
          .map((href) => ({ page, href }))
      : [],
  );
}

function attributes(text: string, name: string): string[] {
  return Array.from(text.matchAll(new RegExp(`<[^>]*?\\s${name}="([^"]*)"`, "g")), ([, value = ""]) =>
    value.replaceAll("&amp;", "&"),
  );
}
