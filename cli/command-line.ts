import yargs from "yargs";
import { attributeCommand } from "./commands/attribute.ts";
import { calibrateCommand } from "./commands/calibrate.ts";
import { chartCommand } from "./commands/chart.ts";
import { checkCommand } from "./commands/check.ts";
import type { Command } from "./commands/command.ts";
import { compareCommand } from "./commands/compare.ts";
import { evidenceCommand } from "./commands/evidence.ts";
import { explainCommand } from "./commands/explain.ts";
import { initCommand } from "./commands/init.ts";
import { mergeCommand } from "./commands/merge.ts";
import { parametersCommand } from "./commands/parameters.ts";
import { planCommand } from "./commands/plan.ts";
import { reportCommand } from "./commands/report.ts";
import { rerunCommand } from "./commands/rerun.ts";
import { runCommand } from "./commands/run.ts";
import { sensitivityCommand } from "./commands/sensitivity.ts";
import { sweepCommand } from "./commands/sweep.ts";
import { traceCommand } from "./commands/trace.ts";
import { validateCommand } from "./commands/validate.ts";
import { valueCommand } from "./commands/value.ts";
import { verifyCommand } from "./commands/verify.ts";
import { warmUpCommand } from "./commands/warm-up.ts";
import { messages } from "./messages/index.ts";
import { packageVersion } from "./scenarios/package-folder.ts";
import { badInput } from "./terminal/exit-codes.ts";
import { noSuchCommandText, usageText } from "./usage-text.ts";
import { wordsForParsing } from "./words-given.ts";

/** Lists every command, in the order in which the help names them. */
export const COMMANDS: readonly Command[] = [
  runCommand,
  compareCommand,
  attributeCommand,
  planCommand,
  valueCommand,
  sweepCommand,
  sensitivityCommand,
  mergeCommand,
  chartCommand,
  reportCommand,
  traceCommand,
  explainCommand,
  verifyCommand,
  rerunCommand,
  validateCommand,
  calibrateCommand,
  checkCommand,
  warmUpCommand,
  initCommand,
  evidenceCommand,
  parametersCommand,
];

/** The command that prints a script with which a shell completes words; yargs has it. */
const COMPLETION = "completion";

/** Parses a command line and runs its command; modules of other commands are not loaded. */
export async function runCommandLine(given: readonly string[]): Promise<void> {
  const command = COMMANDS.find(({ name }) => name === given.find((word) => isCommand(word)));
  const words = wordsForParsing(given, command);
  const names = COMMANDS.map(({ name }) => name);
  const [first] = words;
  if (command === undefined && first !== undefined && !first.startsWith("-") && first !== COMPLETION)
    throw badInput(`${noSuchCommandText(first, names)}\n${messages.seeHelp("")}`);
  const isHelpAsked = first === undefined || words.some((word) => ASKS_FOR_HELP.test(word));
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
  const parser = COMMANDS.reduce((y, { register }) => register(y, isHelpAsked), base)
    .completion(COMPLETION, "Print a script that completes words in bash or zsh")
    .strict()
    .alias("help", "h")
    .version(packageVersion())
    .wrap(100)
    .exitProcess(false)
    .showHelpOnFail(false)
    .fail((message, failure) => {
      // What yargs itself refuses is usage; what a command throws passes through.
      if (failure && failure.name !== "YError") throw failure;
      const text = usageText(message ?? failure.message, words, command);
      throw badInput(`${text}\n${messages.seeHelp(command?.name ?? "")}`);
    });
  if (first === COMPLETION) parser.showCompletionScript();
  else if (first === undefined) throw badInput(`${await parser.getHelp()}\n\n${messages.noCommand(names)}`);
  else await parser.parseAsync();
}

/** A word that asks yargs for help, alone or with other letters, or for words that complete another. */
const ASKS_FOR_HELP = /^(?:-[a-z]*h|--help|--get-yargs-completions)/i;

const isCommand = (word: string): boolean => COMMANDS.some(({ name }) => name === word);
