/**
 * Makes memory for records that are as long as lines of the processor's cache, or parts of them, so that each
 * lies in no more lines than it fills.
 */

/**
 * Bytes that are passed over at the beginning. A line has 64; what is asked of the system for itself (on
 * Linux from 128 kB on) begins 16 bytes past one, since the allocator keeps a note before it.
 */
const LEAD = 48;

/** Makes whole numbers, all zero. */
export function intsInLines(length: number): Int32Array<ArrayBuffer> {
  return new Int32Array(bytesInLines(length * Int32Array.BYTES_PER_ELEMENT).buffer, LEAD);
}

/** Makes fractions, all zero. */
export function fractionsInLines(length: number): Float64Array<ArrayBuffer> {
  return new Float64Array(bytesInLines(length * Float64Array.BYTES_PER_ELEMENT).buffer, LEAD);
}

/** Makes bytes, all zero. */
export function bytesInLines(length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new ArrayBuffer(LEAD + length), LEAD);
}
