import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import type { SinkFile } from "./file-sink.ts";
import type { Piece } from "./table-pieces.ts";

/** Writes one file piece by piece and takes its digest on the way. */
export class ResultFile implements SinkFile {
  readonly #handle: FileHandle;
  readonly #orSay: (action: () => Promise<void>) => Promise<void>;
  readonly #onClose: (sha256: string) => void;
  readonly #hash = createHash("sha256");

  /**
   * Takes over an open file; `orSay` turns what the system refuses into words, `onClose` hears of the
   * finished file.
   */
  constructor(
    handle: FileHandle,
    orSay: (action: () => Promise<void>) => Promise<void>,
    onClose: (sha256: string) => void,
  ) {
    this.#handle = handle;
    this.#orSay = orSay;
    this.#onClose = onClose;
  }

  /** Adds text or bytes at the end. */
  async append(piece: Piece): Promise<void> {
    if (piece.length === 0) return;
    const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
    this.#hash.update(bytes);
    await this.#orSay(() => this.#handle.writeFile(bytes));
  }

  /** Closes the file that is now whole, when the disk has it. */
  async close(): Promise<void> {
    await this.#orSay(async () => {
      await this.#handle.sync();
      await this.#handle.close();
    });
    this.#onClose(this.#hash.digest("hex"));
  }

  /** Closes a file that nobody will want. */
  async abandon(): Promise<void> {
    await this.#handle.close().catch(() => {});
  }
}
