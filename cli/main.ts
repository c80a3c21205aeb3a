#!/usr/bin/env node
import { hideBin } from "yargs/helpers";
import { runCommandLine } from "./command-line.ts";
import { CommandError, EXIT } from "./exit-codes.ts";
import * as messages from "./messages.ts";
import { say } from "./terminal.ts";

const interruption = new AbortController();

// The first Ctrl-C lets the command clean up; the second does not wait for it.
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.on(name, () => {
    if (interruption.signal.aborted) process.exit(EXIT.interrupted);
    interruption.abort(new CommandError(messages.interrupted, EXIT.interrupted));
  });
}

// Whoever reads our output may stop reading, as `head` does; that is no failure.
process.stdout.on("error", (failure: NodeJS.ErrnoException) => {
  if (failure.code === "EPIPE") process.exit(process.exitCode);
  throw failure;
});

try {
  await runCommandLine(hideBin(process.argv), interruption.signal);
} catch (failure) {
  if (failure instanceof CommandError) {
    say(failure.message);
    process.exitCode = failure.exitCode;
  } else {
    say(messages.unexpected(failure instanceof Error ? failure.message : String(failure)));
    if (process.env.LINKSIM_DEBUG && failure instanceof Error) say(failure.stack ?? "");
    process.exitCode = EXIT.failed;
  }
}
