// Builds the add-in for WPS Spreadsheets.
import { runCommand } from "../runCommand.mjs";

await runCommand(new URL("command.ts", import.meta.url));
