import yargs from "yargs";
import { nearestName } from "../sim/scenario/nearest-name.ts";
import { chartCommand } from "./commands/chart.ts";
import { checkCommand } from "./commands/check.ts";
import type { Command } from "./commands/command.ts";
import { compareCommand } from "./commands/compare.ts";
import { evidenceCommand } from "./commands/evidence.ts";
import { explainCommand } from "./commands/explain.ts";
import { initCommand } from "./commands/init.ts";
import { mergeCommand } from "./commands/merge.ts";
import { reportCommand } from "./commands/report.ts";
import { rerunCommand } from "./commands/rerun.ts";
import { runCommand } from "./commands/run.ts";
import { sweepCommand } from "./commands/sweep.ts";
import { traceCommand } from "./commands/trace.ts";
import { verifyCommand } from "./commands/verify.ts";
import * as messages from "./messages/index.ts";
import { packageVersion } from "./scenarios/package-folder.ts";
import { badInput } from "./terminal/exit-codes.ts";

/** Lists every command, in the order in which the help names them. */
export const COMMANDS: readonly Command[] = [
  runCommand,
  compareCommand,
  sweepCommand,
  mergeCommand,
  chartCommand,
  reportCommand,
  traceCommand,
  explainCommand,
  verifyCommand,
  rerunCommand,
  checkCommand,
  initCommand,
  evidenceCommand,
];

const OPTION_NAMES = [...new Set(COMMANDS.flatMap(({ options }) => Object.keys(options))), "help", "version"];

/** Parses a command line and runs its command; modules of other commands are not loaded. */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  const named = words.find((word) => COMMANDS.some(({ name }) => name === word)) ?? "";
  const base = yargs([...words])
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
    });
  await COMMANDS.reduce((y, { register }) => register(y), base)
    .demandCommand(1, messages.noCommand(COMMANDS.map(({ name }) => name)))
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
      throw badInput(`${usageText(message ?? failure.message, named)}\n${messages.seeHelp(named)}`);
    })
    .parseAsync();
}

/** Turns what yargs says about usage into our words, with the option that was probably meant. */
function usageText(message: string, command: string): string {
  if (message.startsWith("Not enough non-option arguments"))
    return messages.noArgument(command, needed(command));
  const [, unknown] = /^Unknown arguments?: (.+)$/.exec(message) ?? [];
  if (unknown === undefined) return message;
  return messages.unknownArgument(unknown, nearestName(unknown.split(", ")[0], OPTION_NAMES));
}

/** Lists the arguments that a command cannot do without. */
function needed(command: string): { readonly name: string; readonly describe: string }[] {
  const { positionals = {} } = COMMANDS.find(({ name }) => name === command) ?? {};
  return Object.entries(positionals).flatMap(([name, { demandOption, describe }]) =>
    demandOption ? [{ name, describe }] : [],
  );
}
