import type { FollowUp } from "./follow-up.ts";
import type { Codes, Groups } from "./groups.ts";

/**
 * Holds the people of a follow-up, whose order lists everybody, as they come in it. Walks for many groups and
 * times then read nothing out of order, which of millions of people takes most of the time.
 */
export class LinedUp {
  readonly kind: Uint8Array;
  private readonly followUp: FollowUp;
  private times: Int32Array | undefined;
  /** The groups asked for last, and the codes of the people as they come. */
  private groups: Groups | undefined;
  private codes: Codes | undefined;

  /** Lines the people of a follow-up up. */
  constructor(followUp: FollowUp) {
    const { order, kind } = followUp;
    this.followUp = followUp;
    this.kind = new Uint8Array(order.length);
    for (let i = 0; i < order.length; i++) this.kind[i] = kind[order[i]];
  }

  /** Gives the time of each person as they come; it is put in order when it is first asked for. */
  get time(): Int32Array {
    if (this.times !== undefined) return this.times;
    const { order, time } = this.followUp;
    this.times = new Int32Array(order.length);
    for (let i = 0; i < order.length; i++) this.times[i] = time[order[i]];
    return this.times;
  }

  /** Gives the group of each person as they come; it is there until other groups are asked for. */
  codesOf(groups: Groups): Codes {
    if (this.codes !== undefined && this.groups === groups) return this.codes;
    const { code } = groups;
    const codes = roomFor(code, this.codes);
    const { order } = this.followUp;
    for (let i = 0; i < codes.length; i++) codes[i] = code[order[i]];
    this.groups = groups;
    this.codes = codes;
    return codes;
  }

  /** Counts the people whose time is no longer than a bound. */
  countWithin(boundMinutes: number): number {
    const { order, time } = this.followUp;
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (time[order[middle]] <= boundMinutes) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Gives an array for such codes: the one that is there if it is of their kind. */
function roomFor(code: Codes, there: Codes | undefined): Codes {
  if (there?.constructor === code.constructor) return there;
  if (code instanceof Uint8Array) return new Uint8Array(code.length);
  return code instanceof Uint16Array ? new Uint16Array(code.length) : new Uint32Array(code.length);
}
