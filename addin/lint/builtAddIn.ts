import { files } from "../manifest/files.ts";
import type { Element } from "../manifest/xml.ts";
import type { Json } from "./json.ts";
import { below, readXml } from "./readXml.ts";

/** Ids and parameters that workbooks hold, from the lock file; optional parameters in brackets. */
export type Lock = Readonly<Record<string, readonly string[]>>;

/** A built add-in, read. */
export interface BuiltAddIn {
  /** Every file. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The add-in-only manifest. */
  readonly xml: Element;
  /** The unified manifest. */
  readonly unified: Json;
  /** Its Chinese texts. */
  readonly chinese: Json;
  /** The metadata of the functions. */
  readonly metadata: Json;
  /** The metadata in Chinese. */
  readonly chineseMetadata: Json;
  /** The page. */
  readonly page: string;
  /** The functions bundle. */
  readonly functions: string;
  /** The address that everything is served under, without a slash at its end. */
  readonly base: string;
  /** Ids and parameters that may not change. */
  readonly lock: Lock;
}

/** One rule of the lint: what it finds wrong, each in words. */
export interface Rule {
  /** A short name. */
  readonly name: string;
  /** Finds what is wrong. */
  readonly check: (built: BuiltAddIn) => readonly string[];
}

/**
 * Reads the files of a built add-in.
 *
 * @throws Error where a file is missing, or is no JSON or XML
 */
export function readBuilt(built: ReadonlyMap<string, Uint8Array>, lock: Lock): BuiltAddIn {
  const text = (name: string): string => {
    const bytes = built.get(name);
    if (bytes === undefined) throw new Error(`${name} is missing`);
    return Buffer.from(bytes).toString("utf8");
  };
  const json = (name: string): Json => JSON.parse(text(name)) as Json;
  const xml = readXml(text(files.addInOnlyManifest));
  const page = below(xml, "DefaultSettings", "SourceLocation")?.attributes["DefaultValue"] ?? "";
  return {
    files: built,
    xml,
    unified: json(files.unifiedManifest),
    chinese: json(files.chineseManifest),
    metadata: json(files.metadata),
    chineseMetadata: json(files.chineseMetadata),
    page: text(files.page),
    functions: text(files.functions),
    base: page.replace(/\/[^/]*$/, ""),
    lock,
  };
}
