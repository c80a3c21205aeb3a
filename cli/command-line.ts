import yargs from "yargs";
import { nearestName } from "../sim/scenario/nearest-name.ts";
import { chartCommand } from "./commands/chart.command.ts";
import { checkCommand } from "./commands/check.command.ts";
import type { Command } from "./commands/command.ts";
import { compareCommand } from "./commands/compare.command.ts";
import { evidenceCommand } from "./commands/evidence.command.ts";
import { explainCommand } from "./commands/explain.command.ts";
import { initCommand } from "./commands/init.command.ts";
import { mergeCommand } from "./commands/merge.command.ts";
import { reportCommand } from "./commands/report.command.ts";
import { rerunCommand } from "./commands/rerun.command.ts";
import { runCommand } from "./commands/run.command.ts";
import { sweepCommand } from "./commands/sweep.command.ts";
import { traceCommand } from "./commands/trace.command.ts";
import { verifyCommand } from "./commands/verify.command.ts";
import { badInput } from "./exit-codes.ts";
import * as messages from "./messages.ts";
import { packageVersion } from "./scenarios/package-folder.ts";

/** Lists every command, in the order in which the help names them. */
const COMMANDS: readonly Command[] = [
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

const OPTION_NAMES = [...new Set(COMMANDS.flatMap(({ optionNames }) => optionNames)), "help", "version"];

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
  const [, needed] = /^Not enough non-option arguments: got \d+, need at least (\d+)/.exec(message) ?? [];
  if (needed !== undefined) return messages.noArgument(command, Number(needed));
  const [, unknown] = /^Unknown arguments?: (.+)$/.exec(message) ?? [];
  if (unknown === undefined) return message;
  return messages.unknownArgument(unknown, nearestName(unknown.split(", ")[0], OPTION_NAMES));
}
