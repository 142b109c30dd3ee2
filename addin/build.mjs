// Builds the add-in.
import { runCommand } from "./runCommand.mjs";

await runCommand(new URL("build/command.ts", import.meta.url));
