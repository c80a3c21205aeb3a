import { CommandError } from "../../cli/terminal/exit-codes.ts";
import { verifyResults } from "../../cli/verify/verify-results.ts";
import { rememberingExecutor } from "./remembering-executor.ts";

/** How verify ended, and what it said. */
export interface Verified {
  readonly code: number;
  readonly message: string;
  readonly stdout: string;
}

const executor = rememberingExecutor();

/**
 * Verifies a folder in this process and keeps what it would print; every cell if no sample is given. A cell
 * is simulated once, however often folders are verified.
 */
export async function verifyQuietly(folder: string, sample = Number.POSITIVE_INFINITY): Promise<Verified> {
  const { stdout, stderr } = process;
  const writers = [stdout.write, stderr.write];
  let said = "";
  stdout.write = (text: string | Uint8Array): boolean => {
    said += String(text);
    return true;
  };
  stderr.write = (): boolean => true;
  try {
    await verifyResults(folder, {
      sample,
      openExecutor: () => executor,
      quiet: true,
      json: false,
      signal: new AbortController().signal,
    });
    return { code: 0, message: "", stdout: said };
  } catch (failure) {
    if (!(failure instanceof CommandError)) throw failure;
    return { code: failure.exitCode, message: failure.message, stdout: said };
  } finally {
    [stdout.write, stderr.write] = writers;
  }
}
