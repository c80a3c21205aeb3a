import { runCommandLine } from "../../cli/command-line.ts";
import { messages } from "../../cli/messages/index.ts";
import { CommandError } from "../../cli/terminal/exit-codes.ts";
import { say } from "../../cli/terminal/print.ts";

/** Runs a command line in this process, in a folder, and gives what it would write on stdout and stderr. */
export async function linksimHere(words: readonly string[], cwd: string): Promise<string> {
  const { stdout, stderr } = process;
  const [writeOut, writeError] = [stdout.write, stderr.write];
  const { log } = console;
  const before = { cwd: process.cwd(), code: process.exitCode, listeners: process.listeners("SIGINT") };
  let written = "";
  const write = (text: string | Uint8Array): boolean => {
    written += String(text);
    return true;
  };
  [stdout.write, stderr.write] = [write, write];
  console.log = (text: unknown) => write(`${text}\n`);
  process.chdir(cwd);
  try {
    await runCommandLine(words);
  } catch (failure) {
    say(failure instanceof CommandError ? failure.message : messages.unexpected(failure));
  } finally {
    [stdout.write, stderr.write] = [writeOut, writeError];
    console.log = log;
    process.chdir(before.cwd);
    process.exitCode = before.code;
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      for (const listener of process.listeners(name))
        if (!before.listeners.includes(listener)) process.off(name, listener);
  }
  return written;
}
