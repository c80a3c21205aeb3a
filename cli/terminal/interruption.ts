import { messages } from "../messages/index.ts";
import { CommandError, EXIT } from "./exit-codes.ts";

/**
 * Takes Ctrl-C over from here on: the first one aborts the signal, with a message, so that the command can
 * clean up; the second does not wait for it. Called when there is something to clean up, since a program
 * that waits for a pipe could not answer.
 */
export function listenForInterruption(message: string = messages.interrupted): AbortSignal {
  const interruption = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      if (interruption.signal.aborted) process.exit(EXIT.interrupted);
      interruption.abort(new CommandError(message, EXIT.interrupted));
    });
  }
  return interruption.signal;
}
