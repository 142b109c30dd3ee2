import { Command, CommanderError, Option } from "commander";

import packageJson from "../package.json" with { type: "json" };
import { answerCall } from "./answerCall.ts";
import { answerLines } from "./answerLines.ts";
import { functionHelp, functionList } from "./functionHelp.ts";
import { UsageError } from "./usage.ts";

/** Where a command reads and writes. */
export interface Streams {
  /** Standard input. */
  readonly input: NodeJS.ReadableStream;
  /** Standard output. */
  readonly output: NodeJS.WritableStream;
  /** Standard error. */
  readonly errors: NodeJS.WritableStream;
}

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
    if (word !== undefined) throw new UsageError(`there is no command ${word}; tally --help lists them`);
    output.write(`${program.helpInformation()}${examples}\n`);
  });
  program
    .command("call")
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
    .description("list the functions, or show the help of one")
    .argument("[id]", "the function, such as FUNDING_SPLIT")
    .addOption(
      new Option("--lang <language>", "the language of the help").choices(["en", "zh"]).default("en"),
    )
    .action((id: string | undefined, { lang }: { readonly lang: "en" | "zh" }) => {
      output.write(`${id === undefined ? functionList(lang) : functionHelp(id, lang)}\n`);
    });
  return program;
}

const examples = `
Examples:
  tally call FUNDING_SPLIT '[100,[[2],[3],[1]],1]'
  tally call --lines < calls.jsonl
  tally functions COVERAGE_TEXT`;
