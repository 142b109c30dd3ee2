import { spawn } from "node:child_process";

/** The command of a platform that shows an address in the usual browser. */
const commands: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/** Shows an address in the browser of this machine, where it has one; the address was told in words as well. */
export function showInBrowser(address: string): void {
  const [command, ...given] = commands[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...given, address], { stdio: "ignore", detached: true });
  // Without a desktop there is nothing to show it in.
  child.on("error", () => undefined);
  child.unref();
}
