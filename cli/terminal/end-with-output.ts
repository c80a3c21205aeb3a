import { messages } from "../messages/index.ts";
import { EXIT } from "./exit-codes.ts";
import { say } from "./print.ts";

/** Ends the process where its output can no longer be written. */
export function endWithOutput(): void {
  // Whoever reads our output may stop reading, as `head` does; that is no failure. A full disk is one.
  process.stdout.on("error", (failure: NodeJS.ErrnoException) => {
    if (failure.code === "EPIPE") process.exit(process.exitCode);
    say(messages.cannotWriteOutput(failure));
    process.exit(EXIT.failed);
  });
  // Where nothing can be said, the exit code still tells.
  process.stderr.on("error", () => {});
}
