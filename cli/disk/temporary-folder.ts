import { lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { messages } from "../messages/index.ts";
import { failed } from "../terminal/exit-codes.ts";
import { hasEnded, PROCESS_MARK } from "./process-mark.ts";

const NAME = /^linksim-(?:merge|rerun)-(?<mark>[0-9a-f]{8}-[0-9]+-[0-9a-f]{8})-[0-9A-Za-z]+$/;

/**
 * Makes a folder among the system's temporary ones, to be removed with all that is in it; those that killed
 * processes of the same user left are removed now.
 */
export function makeTemporaryFolder(purpose: "merge" | "rerun"): string {
  try {
    for (const name of readdirSync(tmpdir())) {
      const { mark } = NAME.exec(name)?.groups ?? {};
      if (mark !== undefined && hasEnded(mark)) removeIfOurs(join(tmpdir(), name));
    }
    return mkdtempSync(join(tmpdir(), `linksim-${purpose}-${PROCESS_MARK}-`));
  } catch (failure) {
    throw failed(messages.cannotWrite(tmpdir(), failure));
  }
}

function removeIfOurs(folder: string): void {
  const there = lstatSync(folder);
  if (there.isDirectory() && there.uid === process.getuid?.())
    rmSync(folder, { recursive: true, force: true });
}
