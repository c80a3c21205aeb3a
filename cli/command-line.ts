import yargs, { type Argv } from "yargs";
import { nearestName } from "../sim/scenario/nearest-name.ts";
import { badInput } from "./exit-codes.ts";
import { packageVersion } from "./inputs/package-folder.ts";
import * as messages from "./messages.ts";
import {
  EVIDENCE_OPTIONS,
  INIT_FOLDER,
  OPTION_NAMES,
  RUN_OPTIONS,
  SCENARIO,
  SHARED_OPTIONS,
} from "./options.ts";

/** Shows how a command is called: two examples that run as they stand (a test runs them), each with what it gives. */
const EXAMPLES = {
  run: [
    ["linksim run glasgow-pilot", "the seven pilot practices, on one screen"],
    [
      "linksim run glasgow-pilot glasgow-pilot-cut --out results",
      "two scenarios side by side, and their tables",
    ],
  ],
  check: [
    ["linksim check glasgow-pilot-cut", "what a scenario says, in words"],
    ['linksim check glasgow-pilot --set "link_workers.fte=0.6"', "a change, before it is run"],
  ],
  init: [
    ["linksim init my-scenario", "a scenario of two practices, to be changed"],
    ["linksim init my-city && linksim check my-city", "the same, then read back in words"],
  ],
  evidence: [
    ["linksim evidence R8", "one row, and the parameters that rest on it"],
    ["linksim evidence --grade C", "every number that is an assumption"],
  ],
} as const;
type CommandName = keyof typeof EXAMPLES;

/** Parses a command line and runs its command; modules of other commands are not loaded. */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  const command = words.find((word) => Object.hasOwn(EXAMPLES, word)) ?? "";
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
      (y) => withExamples("run", y).positional("scenario", SCENARIO).options(RUN_OPTIONS),
      async (given) => (await import("./commands/run.ts")).run(given),
    )
    .command(
      "check <scenario..>",
      "Find every problem in scenarios, or read them back in words",
      (y) => withExamples("check", y).positional("scenario", SCENARIO).options({ set: SHARED_OPTIONS.set }),
      async (given) => (await import("./commands/check.ts")).check(given),
    )
    .command(
      "init [dir]",
      "Write a commented scenario and CSV templates to start from",
      (y) => withExamples("init", y).positional("dir", INIT_FOLDER),
      async (given) => (await import("./commands/init.ts")).init(given),
    )
    .command(
      "evidence [id]",
      "Show where the numbers come from: source, range, grade",
      (y) =>
        withExamples("evidence", y)
          .positional("id", {
            type: "string",
            describe: "Row to show in full; all rows in short if left out",
          })
          .options(EVIDENCE_OPTIONS),
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

/** Puts the examples at the end of a command's help; as an epilogue, since yargs breaks long `example`s in two. */
function withExamples<T>(command: CommandName, y: Argv<T>): Argv<T> {
  const lines = EXAMPLES[command].flatMap(([words, gives]) => [`  ${words}`, `      ${gives}`]);
  return y.epilogue(["Examples:", ...lines].join("\n"));
}

/** Turns what yargs says about usage into our words, with the option that was probably meant. */
function usageText(message: string, command: string): string {
  if (message.startsWith("Not enough non-option arguments")) return messages.noArgument(command);
  const [, unknown] = /^Unknown arguments?: (.+)$/.exec(message) ?? [];
  if (unknown === undefined) return message;
  return messages.unknownArgument(unknown, nearestName(unknown.split(", ")[0], OPTION_NAMES));
}
