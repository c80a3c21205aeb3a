import type { Layout } from "../layout.ts";

/** Knows which registered people are open in an episode now: one bit a person. */
export class Register {
  private readonly bits: Uint8Array;
  /** Where a practice's bits begin. */
  private readonly offset: Float64Array;

  constructor({ practices }: Layout) {
    this.offset = new Float64Array(practices.length + 1);
    practices.forEach(({ listSize }, n) => {
      this.offset[n + 1] = this.offset[n] + listSize + 1;
    });
    this.bits = new Uint8Array(Math.ceil(this.offset[practices.length] / 8) + 1);
  }

  /** Closes everybody. */
  reset(): void {
    this.bits.fill(0);
  }

  /** Says whether a registered person is open in an episode. */
  isOpen(practice: number, register: number): boolean {
    const bit = this.offset[practice] + register;
    return (this.bits[Math.floor(bit / 8)] & (1 << (bit % 8))) !== 0;
  }

  /** Marks a registered person as open or not. */
  mark(practice: number, register: number, isOpen: boolean): void {
    const bit = this.offset[practice] + register;
    if (isOpen) this.bits[Math.floor(bit / 8)] |= 1 << (bit % 8);
    else this.bits[Math.floor(bit / 8)] &= ~(1 << (bit % 8));
  }
}
