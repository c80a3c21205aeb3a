import { messages } from "../messages/index.ts";
import { CommandError, EXIT } from "./exit-codes.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const interruptions: (() => void)[] = [];
let isInterrupted = false;

/**
 * Takes Ctrl-C over from here on: the first one aborts the signal, with a message, so that the command can
 * clean up; the second does not wait for it. Called when there is something to clean up, since a program
 * that waits for a pipe could not answer.
 */
export function listenForInterruption(message: string = messages.interrupted): AbortSignal {
  const interruption = new AbortController();
  // The process listens once, however many pieces of work it does: Node warns of eleven listeners.
  if (interruptions.length === 0) for (const name of SIGNALS) process.on(name, interrupt);
  interruptions.push(() => interruption.abort(new CommandError(message, EXIT.interrupted)));
  return interruption.signal;
}

function interrupt(): void {
  if (isInterrupted) process.exit(EXIT.interrupted);
  isInterrupted = true;
  for (const end of interruptions) end();
}
