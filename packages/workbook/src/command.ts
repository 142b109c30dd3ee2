import { Command, CommanderError, Option } from "commander";

import packageJson from "../package.json" with { type: "json" };
import { answerCall } from "./answerCall.ts";
import { answerLines } from "./answerLines.ts";
import { functionHelp, functionList } from "./functionHelp.ts";
import type { CheckCommandOptions } from "./checkCommand.ts";
import type { OpenOptions } from "./openCommand.ts";
import type { RecalcOptions } from "./recalcCommand.ts";
import type { Streams } from "./streams.ts";
import { UsageError } from "./usage.ts";

/** What the exit codes mean: a check found something, or the command was used wrongly. */
const exitCodes = { found: 1, usage: 2 } as const;

/** Runs the `tally` command and gives its exit code. */
export async function runTally(args: readonly string[], streams: Streams): Promise<number> {
  let code = 0;
  const noteFound = (): void => {
    code = exitCodes.found;
  };
  try {
    await tally(streams, noteFound).parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
    if (!(error instanceof UsageError)) throw error;
    streams.errors.write(`tally: ${error.message}\n`);
    return exitCodes.usage;
  }
}

function tally(streams: Streams, noteFound: () => void): Command {
  const { input, output, errors } = streams;
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
    .addOption(languageOption("the language of the help"))
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
      await recalc(file, options, streams);
    });
  program
    .command("check")
    .allowExcessArguments(false)
    .description("list odd data and formula errors of an .xlsx file; exit code 1 where there are any")
    .argument("<file>", "the workbook; it is never written to")
    .option("--json", "report as JSON")
    .addOption(languageOption("the language of the report"))
    .action(async (file: string, options: CheckCommandOptions) => {
      const { check } = await import("./checkCommand.ts");
      if (await check(file, options, streams)) noteFound();
    });
  program
    .command("open")
    .allowExcessArguments(false)
    .description("serve the browser sheet on this machine, until Ctrl-C")
    .argument("[file]", "the workbook in it; it is never written to")
    .option("--port <number>", "the port; the first free one from 4180 on if left out")
    .option("--no-browser", "do not show it in the browser")
    .addOption(
      new Option("--lang <language>", "the language; what the browser asks for if left out").choices([
        "en",
        "zh",
      ]),
    )
    .action(async (file: string | undefined, options: OpenOptions) => {
      const { open } = await import("./openCommand.ts");
      await open(file, options, streams);
    });
  return program;
}

function languageOption(text: string): Option {
  return new Option("--lang <language>", text).choices(["en", "zh"]).default("en");
}

const examples = `
Examples:
  tally call FUNDING_SPLIT '[100,[[2],[3],[1]],1]'
  tally call --lines < calls.jsonl
  tally functions COVERAGE_TEXT
  tally check FILE.xlsx --lang zh
  tally open FILE.xlsx`;
