import { Command, CommanderError, Option } from "commander";

import packageJson from "../package.json" with { type: "json" };
import { answerCall } from "./answerCall.ts";
import { answerLines } from "./answerLines.ts";
import { functionHelp, functionList } from "./functionHelp.ts";
import type { RecalcOptions } from "./recalcCommand.ts";
import type { Streams } from "./streams.ts";
import { UsageError } from "./usage.ts";

const usageExitCode = 2;

/** Runs the `tally` command and gives its exit code. */
export async function runTally(args: readonly string[], streams: Streams): Promise<number> {
  try {
    await tally(streams).parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageExitCode;
    if (!(error instanceof UsageError)) throw error;
    streams.errors.write(`tally: ${error.message}\n`);
    return usageExitCode;
  }
}

function tally({ input, output, errors }: Streams): Command {
  const program = new Command("tally")
    .description("Tallykit's spreadsheet functions on the command line.")
    .version(packageJson.version)
    .exitOverride()
    .allowExcessArguments()
    .configureOutput({
      writeOut: (text) => output.write(text),
      writeErr: (text) => errors.write(text),
      outputError: (text, write) => {
        write(
          `tally: ${text
            .replace(/^error: /, "")
            .trim()
            .replace(/\s*\n\s*/g, " ")}\n`,
        );
      },
    })
    .addHelpText("after", examples);
  program.argument("[command]").action((word: string | undefined) => {
    if (word !== undefined && word !== "help")
      throw new UsageError(`there is no command ${word}; tally --help lists them`);
    output.write(`${program.helpInformation()}${examples}\n`);
  });
  program
    .command("call")
    .allowExcessArguments(false)
    .description("call one function, or one a line of standard input with --lines")
    .argument("[id]", "the function, such as FUNDING_SPLIT")
    .argument("[arguments]", "its arguments as a JSON list; ranges are lists of rows")
    .option("--lines", 'read {"id":..,"args":[..]} a line and answer a line each')
    .action(async (id: string | undefined, json: string | undefined, options: { readonly lines?: true }) => {
      if (options.lines !== true) output.write(`${answerCall(id, json)}\n`);
      else if (id !== undefined)
        throw new UsageError("call --lines takes its functions from standard input, not from arguments");
      else await answerLines(input, output);
    });
  program
    .command("functions")
    .allowExcessArguments(false)
    .description("list the functions, or show the help of one")
    .argument("[id]", "the function, such as FUNDING_SPLIT")
    .addOption(
      new Option("--lang <language>", "the language of the help").choices(["en", "zh"]).default("en"),
    )
    .action((id: string | undefined, { lang }: { readonly lang: "en" | "zh" }) => {
      output.write(`${id === undefined ? functionList(lang) : functionHelp(id, lang)}\n`);
    });
  program
    .command("recalc")
    .allowExcessArguments(false)
    .description("recalculate every formula of an .xlsx file into another file")
    .argument("<file>", "the workbook; it is never written to")
    .option("-o, --output <file>", "where the result goes; FILE.recalculated.xlsx if left out")
    .option("--values", "write results in the place of formulas")
    .option("--json", "report as JSON")
    .action(async (file: string, options: RecalcOptions) => {
      // Loaded only here: the engine takes a second that the other commands need not pay.
      const { recalc } = await import("./recalcCommand.ts");
      await recalc(file, options, { input, output, errors });
    });
  return program;
}

const examples = `
Examples:
  tally call FUNDING_SPLIT '[100,[[2],[3],[1]],1]'
  tally call --lines < calls.jsonl
  tally functions COVERAGE_TEXT`;
