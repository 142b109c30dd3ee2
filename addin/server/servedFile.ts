import { realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";

/** Folders by the address under which each is served, such as `/` or `/office-js/`. */
export type Folders = Readonly<Record<string, string>>;

/** The file that an address stands for; nothing where there is none, or where it lies outside the folders. */
export async function servedFile(address: string, folders: Folders): Promise<string | undefined> {
  const path = pathOf(address);
  // The longest prefix is the folder that is meant.
  const prefix = Object.keys(folders)
    .sort((a, b) => b.length - a.length)
    .find((each) => path?.startsWith(each));
  if (path === undefined || prefix === undefined) return undefined;
  try {
    const folder = await realpath(folders[prefix] ?? "");
    const file = await realpath(join(folder, path.slice(prefix.length)));
    // Links and dots are resolved by now: what is left must lie inside.
    return file.startsWith(folder + sep) && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/** The path of an address without its query, decoded; nothing where it cannot be decoded. */
function pathOf(address: string): string | undefined {
  try {
    return decodeURIComponent(address.replace(/[?#].*$/s, ""));
  } catch {
    return undefined;
  }
}
