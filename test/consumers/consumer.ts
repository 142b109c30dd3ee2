import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** The packages that are published. */
export const published = ["core", "sheet", "workbook"] as const;

/**
 * A folder outside the checkout with the packed packages installed and the programs of this folder beside them.
 *
 * Everything that the packages need of others is the checkout's own: no network is asked.
 */
export function makeConsumer(): string {
  const folder = mkdtempSync(join(tmpdir(), "tallykit-consumer-"));
  for (const name of published) unpack(pack(name, folder), join(folder, "node_modules/@tallykit", name));
  linkOthers(join(folder, "node_modules"));
  cpSync("test/consumers/programs", folder, { recursive: true });
  return folder;
}

/** Packs as `npm publish` would, and names the file. */
function pack(name: (typeof published)[number], folder: string): string {
  const answer = execFileSync(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--pack-destination", folder, "-w", `@tallykit/${name}`],
    { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  );
  return join(folder, (JSON.parse(answer) as [{ filename: string }])[0].filename);
}

function unpack(tarball: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", folder, "--strip-components=1"]);
}

function linkOthers(folder: string): void {
  const own = resolve("node_modules");
  const names = readdirSync(own).flatMap((name) =>
    name.startsWith("@") ? readdirSync(join(own, name)).map((inner) => `${name}/${inner}`) : [name],
  );
  for (const name of names.filter((each) => !each.startsWith(".") && !each.startsWith("@tallykit/"))) {
    const place = join(folder, name);
    mkdirSync(dirname(place), { recursive: true });
    if (!existsSync(place)) symlinkSync(join(own, name), place);
  }
}
