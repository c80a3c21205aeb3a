import type { ReplicationInterval } from "../stats/replication-interval.ts";
import { numberText } from "./numbers.ts";

type Lacking = Pick<ReplicationInterval, "n" | "events" | "noInterval" | "wouldDo" | "sd">;

/**
 * Says why a mean has no interval, and about how many replications would give one: "too rare to say at 12;
 * about 200 would". Empty where there is one, with one replication, and where all are the same.
 */
export function noIntervalText({ n, noInterval, wouldDo, sd }: Lacking): string {
  if (noInterval === null || noInterval === "one" || (noInterval === "alike" && sd === 0)) return "";
  const would = wouldDo === null ? "" : `; about ${numberText(oneFigure(wouldDo), 0)} would`;
  if (noInterval === "few") return `only ${numberText(n, 0)} have a value${would}`;
  return `too ${noInterval} to say at ${numberText(n, 0)}${would}`;
}

/** Rounds up to one figure, to tens at least: it is a plan, and no promise. */
export function oneFigure(count: number): number {
  let unit = 10;
  while (unit * 10 <= count) unit *= 10;
  return Math.ceil(count / unit) * unit;
}
