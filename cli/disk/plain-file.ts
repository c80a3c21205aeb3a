import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from "node:fs";
import { messages } from "../messages/index.ts";

/**
 * Bounds what is read into memory: more than the tables of a nation, and less than would end the program.
 */
const MAX_BYTES = 1_000_000_000;

/** Bounds what is read piece by piece: journals of many replications are long, a sparse file has no end. */
export const MAX_STREAMED_BYTES = 100_000_000_000;

const CHUNK = 1 << 20;

/** Says why a path is no file that may be read, in words that stand behind its name. */
export class NotPlain extends Error {}

/**
 * Opens a regular file of at most so many bytes, and nothing that a link, a device or a pipe would lead to:
 * folders come from strangers. Throws a NotPlain, or what the system says.
 */
export function openPlain(path: string, maxBytes: number): { readonly fd: number; readonly size: number } {
  refuseOther(lstatSync(path), maxBytes);
  // Looked at again once it is open, since it may have been exchanged meanwhile.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const fd = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const there = fstatSync(fd);
    refuseOther(there, maxBytes);
    return { fd, size: there.size };
  } catch (failure) {
    closeSync(fd);
    throw failure;
  }
}

/** Reads a regular file into memory. */
export function readPlain(path: string, maxBytes = MAX_BYTES): Buffer {
  const { fd, size } = openPlain(path, maxBytes);
  try {
    const bytes = Buffer.allocUnsafe(size);
    return bytes.subarray(0, readFully(fd, bytes, 0));
  } finally {
    closeSync(fd);
  }
}

/** Returns the SHA-256 of a regular file, read piece by piece. */
export function plainDigest(path: string): string {
  const { fd } = openPlain(path, MAX_STREAMED_BYTES);
  try {
    const hash = createHash("sha256");
    const chunk = Buffer.allocUnsafe(CHUNK);
    for (let at = 0; ; ) {
      const read = readFully(fd, chunk, at);
      hash.update(chunk.subarray(0, read));
      at += read;
      if (read < CHUNK) return hash.digest("hex");
    }
  } finally {
    closeSync(fd);
  }
}

/** Fills a buffer from a place of a file, and says how many bytes there were. */
export function readFully(fd: number, into: Uint8Array, from: number): number {
  let filled = 0;
  while (filled < into.length) {
    const read = readSync(fd, into, filled, into.length - filled, from + filled);
    if (read === 0) break;
    filled += read;
  }
  return filled;
}

function refuseOther(there: Stats, maxBytes: number): void {
  if (!there.isFile()) throw new NotPlain(messages.notARegularFile(kindOf(there)));
  if (there.size > maxBytes) throw new NotPlain(messages.fileTooLarge(there.size, maxBytes));
}

function kindOf(there: Stats): string {
  if (there.isSymbolicLink()) return "a link";
  if (there.isDirectory()) return "a folder";
  if (there.isFIFO()) return "a pipe";
  return there.isSocket() ? "a socket" : "a device";
}
