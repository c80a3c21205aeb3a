/** Keeps which of some numbered things hang together; the lowest of a set stands for it (Tarjan 1975). */
export class DisjointSets {
  private readonly under: Int32Array;

  /** Things are numbered from 0, and each is by itself at first. */
  constructor(things: number) {
    this.under = Int32Array.from({ length: things }, (_, n) => n);
  }

  /** Lets two things, and whatever hangs together with either, hang together. */
  join(one: number, other: number): void {
    const [a, b] = [this.lowest(one), this.lowest(other)];
    this.under[Math.max(a, b)] = Math.min(a, b);
  }

  /** Gives the lowest of those that a thing hangs together with. */
  lowest(thing: number): number {
    const { under } = this;
    let low = thing;
    while (under[low] !== low) {
      under[low] = under[under[low]];
      low = under[low];
    }
    return low;
  }
}
