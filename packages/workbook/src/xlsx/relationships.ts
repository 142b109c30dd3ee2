import { attributeOf, scanTags, type XmlPart } from "./scanXml.ts";

/** One relationship of a part to another. */
export interface Relationship {
  /** Its id. */
  readonly id: string;
  /** The last word of its type, such as `worksheet`. */
  readonly type: string;
  /** The name of the part it leads to. */
  readonly target: string;
  /** Where its element starts. */
  readonly start: number;
  /** Where its element ends. */
  readonly end: number;
}

/** The name of the part that holds the relationships of a part; of the file itself where the name is empty. */
export function relationshipsPart(name: string): string {
  const slash = name.lastIndexOf("/") + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
}

/** The relationships to parts within the file, read from the part that holds them for `source`. */
export function readRelationships(source: string, part: XmlPart): readonly Relationship[] {
  const found: Relationship[] = [];
  let opened: Omit<Relationship, "end"> | undefined;
  for (const tag of scanTags(part)) {
    if (tag.name !== "Relationship" || tag.depth !== 2) continue;
    if (tag.kind !== "close") {
      const of = (name: string): string | undefined => attributeOf(part, tag, name);
      const isInside = of("TargetMode")?.toLowerCase() !== "external";
      const type = of("Type")?.split("/").at(-1) ?? "";
      opened = isInside
        ? { id: of("Id") ?? "", type, target: resolveTarget(source, of("Target") ?? ""), start: tag.start }
        : undefined;
    }
    if (tag.kind !== "open" && opened !== undefined) found.push({ ...opened, end: tag.end });
  }
  return found;
}

/** The name of the part that a target leads to from a part, with steps upwards resolved. */
function resolveTarget(source: string, target: string): string {
  const from = target.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") from.pop();
    else if (step !== "" && step !== ".") from.push(step);
  }
  return from.join("/");
}
