import { besideOf } from "../disk/beside.ts";
import { writeWhole as writeWholeBeside } from "../disk/write-whole.ts";
import * as messages from "../messages/index.ts";
import { failed } from "../terminal/exit-codes.ts";

/** Writes a file beside its place and moves it there, so that nobody ever reads half of one. */
export async function writeWhole(path: string, contents: string | Uint8Array): Promise<void> {
  try {
    await writeWholeBeside(path, contents, { beside: besideOf(path) });
  } catch (failure) {
    throw failed(messages.cannotWrite(path, failure));
  }
}
