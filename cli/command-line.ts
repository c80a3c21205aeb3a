import yargs, { type Argv } from "yargs";
import { nearestName } from "../sim/scenario/internal/nearest-name.ts";
import { badInput } from "./exit-codes.ts";
import * as messages from "./messages.ts";
import { SHARED_OPTIONS } from "./options.ts";
import { packageVersion } from "./package-folder.ts";

const { seed, replications, precision, workers, out, format, set, quiet, json } = SHARED_OPTIONS;

/** Parses a command line and runs its command; modules of other commands are not loaded. */
export async function runCommandLine(words: readonly string[], signal: AbortSignal): Promise<void> {
  const command = words.find((word) => ["run", "check", "init", "evidence"].includes(word)) ?? "";
  await yargs([...words])
    .scriptName("linksim")
    .usage(
      "$0 COMMAND\n\nSimulates link workers, their patients and community organisations under austerity.",
    )
    .locale("en")
    .parserConfiguration({
      "dot-notation": false,
      "camel-case-expansion": false,
      "greedy-arrays": false,
      "parse-numbers": false,
      "parse-positional-numbers": false,
    })
    .command(
      "run <scenario..>",
      "Play scenarios and show what happens, with intervals",
      (y) =>
        scenarios(y)
          .options({ seed, replications, precision, workers, out, format, set, quiet, json })
          .example("$0 run glasgow-pilot", "The seven pilot practices, a summary on the screen")
          .example(
            "$0 run glasgow-pilot glasgow-pilot-cut --out results",
            "Two scenarios side by side, and their tables",
          ),
      async (given) => (await import("./commands/run.ts")).run(given, signal),
    )
    .command(
      "check <scenario..>",
      "Find every problem in scenarios, or read them back in words",
      (y) =>
        scenarios(y)
          .options({ set })
          .example("$0 check glasgow-pilot-cut", "What the scenario says, in words")
          .example('$0 check glasgow-pilot --set "link_workers.fte=0.6"', "Check a change before it is run"),
      async (given) => (await import("./commands/check.ts")).check(given),
    )
    .command(
      "init [dir]",
      "Write a commented scenario and CSV templates to start from",
      (y) =>
        y
          .positional("dir", {
            type: "string",
            default: ".",
            describe: "Folder to write to; made if it is not there",
          })
          .example("$0 init my-scenario", "A scenario of two practices to change")
          .example("$0 init my-city && $0 check my-city", "The same, then read back in words"),
      async (given) => (await import("./commands/init.ts")).init(given),
    )
    .command(
      "evidence [id]",
      "Show where the numbers come from: source, range, grade",
      (y) =>
        y
          .positional("id", {
            type: "string",
            describe: "Row to show in full; all rows in short if left out",
          })
          .options({
            grade: { type: "string", requiresArg: true, describe: "Only rows of this grade: A, B or C" },
            json,
          })
          .example("$0 evidence R8", "One row, and the parameters that rest on it")
          .example("$0 evidence --grade C", "Every number that is an assumption"),
      async (given) => (await import("./commands/evidence.ts")).evidence(given),
    )
    .demandCommand(1, messages.noCommand)
    .strict()
    .recommendCommands()
    .alias("help", "h")
    .version(packageVersion())
    .wrap(100)
    .exitProcess(false)
    .showHelpOnFail(false)
    .fail((message, failure) => {
      // What yargs itself refuses is usage; what a command throws passes through.
      if (failure && failure.name !== "YError") throw failure;
      throw badInput(`${usageText(message ?? failure.message, command)}\n${messages.seeHelp(command)}`);
    })
    .parseAsync();
}

/** Turns what yargs says about usage into our words, with the option that was probably meant. */
function usageText(message: string, command: string): string {
  if (message.startsWith("Not enough non-option arguments")) return messages.noArgument(command);
  const [, unknown] = /^Unknown arguments?: (.+)$/.exec(message) ?? [];
  if (unknown === undefined) return message;
  const near = nearestName(unknown.split(", ")[0], [
    ...Object.keys(SHARED_OPTIONS),
    "grade",
    "help",
    "version",
  ]);
  return messages.unknownArgument(unknown, near);
}

function scenarios<T>(y: Argv<T>): Argv<T & { scenario: string[] }> {
  return y.positional("scenario", {
    type: "string",
    array: true,
    demandOption: true,
    describe:
      "A scenario file, a folder that holds scenario.yaml, or the name of a scenario that comes with linksim",
  }) as Argv<T & { scenario: string[] }>;
}
