import { runCommandLine } from "./command-line.ts";
import { messages } from "./messages/index.ts";
import { CommandError, EXIT } from "./terminal/exit-codes.ts";
import { say } from "./terminal/print.ts";

/** Does what the words of a command line ask for, and sets the exit code of the process. */
export async function runProgram(words: readonly string[]): Promise<void> {
  try {
    await runCommandLine(words);
  } catch (failure) {
    if (failure instanceof CommandError) {
      say(failure.message);
      process.exitCode = failure.exitCode;
    } else {
      say(messages.unexpected(failure));
      if (process.env.LINKSIM_DEBUG && failure instanceof Error) say(failure.stack ?? "");
      process.exitCode = EXIT.failed;
    }
  }
}
