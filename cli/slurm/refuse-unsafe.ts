import { firstUnseen } from "../../sim/words/visible.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";

/**
 * Refuses names of files and folders that a job script cannot hold: Slurm reads `%` as a pattern and ends a
 * directive at `"`, and a line feed begins a line of its own. The working directory is one of them.
 */
export function refuseUnsafeNames(names: Readonly<Record<string, string>>): void {
  for (const [which, name] of Object.entries({ ...names, "the working directory": process.cwd() })) {
    const found = unseenIn(name) ?? /["%]/.exec(name)?.[0];
    if (found !== undefined) throw badInput(messages.unsafeInScript(which, name, found));
  }
}

/** Refuses words of a command with characters that nobody sees in a script. */
export function refuseUnseen(words: readonly string[]): void {
  for (const word of words) {
    const found = unseenIn(word);
    if (found !== undefined) throw badInput(messages.unseenInScript(word, found));
  }
}

const unseenIn = (text: string): string | undefined =>
  firstUnseen(text) ?? LAYOUT[/[\n\t]/.exec(text)?.[0] ?? ""];
const LAYOUT: Readonly<Record<string, string>> = { "\n": "a line feed", "\t": "a tab" };
