import { nearestName } from "../sim/scenario/nearest-name.ts";
import { visibleName } from "../sim/words/visible.ts";
import type { Command } from "./commands/command.ts";
import { messages } from "./messages/index.ts";

const GLOBAL_OPTIONS = ["help", "version"];

/** Turns what yargs says about usage into our words, with the option that was probably meant. */
export function usageText(message: string, words: readonly string[], command: Command | undefined): string {
  const { name = "", options = {}, positionals = {} } = command ?? {};
  if (message.startsWith("Not enough non-option arguments")) {
    const needed = Object.entries(positionals).flatMap(([argument, { demandOption, describe }]) =>
      demandOption ? [{ name: argument, describe }] : [],
    );
    return messages.noArgument(name, needed);
  }
  const [, unknown] = /^Unknown arguments?: (.+)$/s.exec(message) ?? [];
  if (unknown === undefined) return visibleName(message);
  const known = [...Object.keys(options), ...GLOBAL_OPTIONS];
  return unknown
    .split(", ")
    .map((word) => {
      const option = [`--${word}`, `-${word}`].find((dashed) =>
        words.some((given) => given === dashed || given.startsWith(`${dashed}=`)),
      );
      return option === undefined
        ? messages.unknownArgument(word)
        : messages.noSuchOption(name, option, nearestName(word, known));
    })
    .join("\n");
}

/** Says that a word names no command, and what was probably meant. */
export function noSuchCommandText(word: string, names: readonly string[]): string {
  const meant = nearestName(word, [...GLOBAL_OPTIONS, ...names]);
  return messages.noSuchCommand(
    word,
    meant !== undefined && GLOBAL_OPTIONS.includes(meant) ? `--${meant}` : meant,
  );
}
