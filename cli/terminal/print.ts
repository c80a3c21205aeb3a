import { visible } from "../../sim/words/visible.ts";

// The one door through which text goes to a terminal.

/** Writes a result on stdout. */
export function print(text: string): void {
  process.stdout.write(visible(text));
}

/** Writes a message on stderr. */
export function say(message: string): void {
  process.stderr.write(`${visible(message)}\n`);
}
