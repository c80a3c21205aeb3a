/**
 * Counts how often whole numbers come, each 0 or more. To forget them takes as long as to count them did, so
 * that one counter is kept for many samples: a new array as long as the highest number would be cleared for
 * each.
 */
export class Counter {
  /** How often each number came, from 0; one beyond the end never did. */
  counts = new Int32Array(1024);
  /** Numbers counted. */
  total = 0;
  private met = new Int32Array(1024);
  private distinct = 0;

  /** Counts a number. */
  add(value: number): void {
    if (value >= this.counts.length) this.counts = widened(this.counts, value + 1);
    this.total++;
    if (this.counts[value]++ > 0) return;
    if (this.distinct === this.met.length) this.met = widened(this.met, this.distinct + 1);
    this.met[this.distinct++] = value;
  }

  /** Lists the numbers that came, each once, from the least to the greatest. */
  inOrder(): Int32Array {
    return this.met.subarray(0, this.distinct).sort();
  }

  /** Forgets every number and keeps the memory. */
  reset(): void {
    for (let n = 0; n < this.distinct; n++) this.counts[this.met[n]] = 0;
    this.distinct = 0;
    this.total = 0;
  }
}

function widened(array: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(Math.max(least, 2 * array.length));
  wider.set(array);
  return wider;
}
