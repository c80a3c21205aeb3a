import { EVENT } from "./follow-up.ts";
import type { Groups } from "./groups.ts";
import type { LinedUp } from "./lined-up.ts";

/** Absorbs the rounding of a survival that should just reach 1 - p, as in 27 of 30 for p = 0.9. */
const ROUNDING = 1e-12;

/**
 * Holds the product-limit curves S(t) of several groups (Kaplan and Meier 1958) while their people come in
 * order of time, once for all groups. All endings but the event are censored, so they speak of somebody who
 * stays. Past the longest follow-up S stays level (Gill 1980; R's survfit does the same), so that a longest
 * wait that was cut short never reads as a short one.
 */
export class SurvivalCurves {
  private readonly sizes: Int32Array;
  private readonly bound: number;
  private readonly ps: readonly number[];
  private readonly atRisk: Int32Array;
  /** S before the events since a group's last censoring, after them, and their number. */
  private readonly before: Float64Array;
  private readonly after: Float64Array;
  private readonly events: Int32Array;
  /** The area under S up to a minute, within the bound. */
  private readonly area: Float64Array;
  private readonly since: Float64Array;
  /** The quantiles of a group side by side, and how many of them are reached. */
  private readonly quantiles: Float64Array;
  private readonly reached: Uint8Array;

  /**
   * Begins the curves of groups of so many people; means are restricted to `boundMinutes`, quantiles are
   * those at `ps`, lowest first.
   */
  constructor(sizes: Int32Array, boundMinutes: number, ps: readonly number[]) {
    const groups = sizes.length;
    this.sizes = sizes;
    this.bound = boundMinutes;
    this.ps = ps;
    this.atRisk = sizes.slice();
    this.before = new Float64Array(groups).fill(1);
    this.after = new Float64Array(groups).fill(1);
    this.events = new Int32Array(groups);
    this.area = new Float64Array(groups);
    this.since = new Float64Array(groups);
    this.quantiles = new Float64Array(groups * ps.length);
    this.reached = new Uint8Array(groups);
  }

  /** Takes the next person of a group, who had the event. */
  addEvent(group: number, minutes: number): void {
    const until = minutes < this.bound ? minutes : this.bound;
    this.area[group] += this.after[group] * (until - this.since[group]);
    this.since[group] = until;
    const events = ++this.events[group];
    const atRisk = this.atRisk[group];
    const after = (this.before[group] * (atRisk - events)) / atRisk;
    this.after[group] = after;
    let reached = this.reached[group];
    if (reached === this.ps.length || !(1 - after >= this.ps[reached] - ROUNDING)) return;
    while (reached < this.ps.length && 1 - after >= this.ps[reached] - ROUNDING)
      this.quantiles[group * this.ps.length + reached++] = minutes;
    this.reached[group] = reached;
  }

  /** Takes the next person of a group, who was censored. */
  addCensoring(group: number): void {
    const events = this.events[group];
    if (events > 0) {
      this.before[group] = this.after[group];
      this.atRisk[group] -= events;
      this.events[group] = 0;
    }
    this.atRisk[group]--;
  }

  /**
   * Gives a group's mean time to the event restricted to the bound, the area under S up to it (Irwin 1949):
   * what a person who stays waits on average when longer waits count as the bound; null of nobody.
   */
  mean(group: number): number | null {
    if (this.sizes[group] === 0) return null;
    return this.area[group] + this.after[group] * (this.bound - this.since[group]);
  }

  /**
   * Gives the first time by which a share p of a group, the `n`-th of `ps`, has had the event: the least t
   * with 1 - S(t) >= p. Null where nobody is there, or where the curve never comes so far.
   */
  quantile(group: number, n: number): number | null {
    return n < this.reached[group] ? this.quantiles[group * this.ps.length + n] : null;
  }
}

/** Walks past people who are lined up for the curves of their groups. */
export function survivalCurves(
  people: LinedUp,
  groups: Groups,
  boundMinutes: number,
  ps: readonly number[],
): SurvivalCurves {
  const { time, kind } = people;
  const { sizes } = groups;
  const code = people.codesOf(groups);
  const curves = new SurvivalCurves(sizes, boundMinutes, ps);
  for (let i = 0; i < code.length; i++) {
    const group = code[i];
    if (group === sizes.length) continue;
    if (kind[i] === EVENT) curves.addEvent(group, time[i]);
    else curves.addCensoring(group);
  }
  return curves;
}
