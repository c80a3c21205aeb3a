import { randomBytes } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import * as messages from "../messages/index.ts";
import { failed } from "../terminal/exit-codes.ts";

/** Writes a file beside its place and moves it there, so that nobody ever reads half of one. */
export async function writeWhole(path: string, contents: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.tmp-${basename(path)}-${randomBytes(4).toString("hex")}`);
  try {
    await writeFile(temporary, contents, { flag: "wx" });
    await rename(temporary, path);
  } catch (failure) {
    await rm(temporary, { force: true }).catch(() => {});
    throw failed(messages.cannotWrite(path, failure));
  }
}
