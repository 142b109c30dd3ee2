// Builds the add-in for this machine and serves it to Excel.
import { runCommand } from "../runCommand.mjs";

await runCommand(new URL("command.ts", import.meta.url));
