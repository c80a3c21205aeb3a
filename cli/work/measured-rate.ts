import type { Job } from "../../sim/experiment/executor.ts";
import { Station } from "../../sim/experiment/station.ts";

/** What simulating takes on this machine, as measured just now. */
export interface MeasuredRate {
  readonly secondsEach: number;
  /** Highest memory of this process so far, in bytes. */
  readonly bytes: number;
  /** Replications that it was measured on. */
  readonly replications: number;
}

const LONG_ENOUGH_SECONDS = 2;
const MAX_JOBS = 6;

/**
 * Simulates a first replication of some jobs, spread evenly over all, until it has been long enough to tell;
 * nothing of it is kept.
 */
export function measureRate(jobs: readonly (() => Job)[]): MeasuredRate {
  const sample = jobs.filter((_, i) => i % Math.ceil(jobs.length / MAX_JOBS) === 0);
  const seconds: number[] = [];
  const began = performance.now();
  for (const load of sample) {
    const job = load();
    const station = new Station();
    const before = performance.now();
    station.execute(job, 0);
    seconds.push((performance.now() - before) / 1000);
    if (seconds.length > 1 && (performance.now() - began) / 1000 > LONG_ENOUGH_SECONDS) break;
  }
  // The first one pays for the compiler, which a long sweep pays once.
  const warm = seconds.length > 1 ? seconds.slice(1) : seconds;
  return {
    secondsEach: warm.reduce((sum, each) => sum + each, 0) / Math.max(1, warm.length),
    bytes: process.resourceUsage().maxRSS * 1024,
    replications: seconds.length,
  };
}
