import { CommandError, EXIT } from "../exit-codes.ts";
import * as messages from "../messages.ts";

/**
 * Takes Ctrl-C over from here on: the first one aborts the signal, so that the command can clean up; the second does not wait for it.
 * Called when there is something to clean up, since a program that waits for a pipe could not answer.
 */
export function listenForInterruption(): AbortSignal {
  const interruption = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      if (interruption.signal.aborted) process.exit(EXIT.interrupted);
      interruption.abort(new CommandError(messages.interrupted, EXIT.interrupted));
    });
  }
  return interruption.signal;
}
