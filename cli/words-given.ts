import type { Command } from "./commands/command.ts";
import { messages } from "./messages/index.ts";
import { badInput } from "./terminal/exit-codes.ts";

/**
 * Makes of the words of a command line what yargs reads right: words after `--` are arguments, however they
 * begin. Refuses what yargs would pass over or take for something else: a lone `-`, and `--no-` before an
 * option that has a value.
 */
export function wordsForParsing(words: readonly string[], command: Command | undefined): readonly string[] {
  const end = words.indexOf("--");
  const before = end < 0 ? words : words.slice(0, end);
  const after = end < 0 ? [] : words.slice(end + 1);
  for (const [i, word] of before.entries()) {
    const [, negated] = /^--no-([^=]+)/.exec(word) ?? [];
    if (command !== undefined && negated !== undefined && command.options[negated]?.type === "string")
      throw badInput(messages.notNegated(command.name, negated));
    if (word === "-" && !takesValue(before[i - 1], command)) throw badInput(messages.noStandardInput);
  }
  if (after.includes("-")) throw badInput(messages.noStandardInput);
  return [...before, ...after.map((word) => (word.startsWith("-") ? `./${word}` : word))];
}

/** Tells whether a word is an option whose value is the next word. */
function takesValue(word: string | undefined, command: Command | undefined): boolean {
  const [, name] = /^--?([^=]+)$/.exec(word ?? "") ?? [];
  if (name === undefined) return false;
  return Object.entries(command?.options ?? {}).some(
    ([option, { alias, type }]) => type === "string" && (option === name || alias === name),
  );
}
