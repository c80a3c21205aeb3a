import { TWIN_CLAIMS, TWIN_FIELDS, TWIN_GROUPS } from "../measures/twins.ts";
import { meanInterval } from "../stats/mean-interval.ts";
import { type ReplicationInterval, replicationInterval } from "../stats/replication-interval.ts";

/** Holds how many people of a group gained and lost something. */
export interface GainedLost {
  readonly what: string;
  readonly meaning: string;
  readonly groupBy: string;
  readonly group: string;
  readonly referred: number | null;
  readonly differ: number | null;
  readonly gained: number | null;
  readonly lost: number | null;
  /** Gained - lost, with its interval. */
  readonly net: ReplicationInterval;
}

/** Counts who gained and who lost, for everybody and by quintile, over all replications. */
export function gainedAndLost(counts: readonly Float64Array[]): readonly GainedLost[] {
  return TWIN_CLAIMS.flatMap(({ what, meaning }, claim) =>
    TWIN_GROUPS.map(({ groupBy, group }, g) => {
      const at = g * TWIN_FIELDS;
      const gained = at + 2 + 2 * claim;
      const mean = (place: number): number | null =>
        meanInterval(counts.map((numbers) => numbers[place])).mean;
      return {
        what,
        meaning,
        groupBy,
        group,
        referred: mean(at),
        differ: mean(at + 1),
        gained: mean(gained),
        lost: mean(gained + 1),
        net: replicationInterval(counts.map((numbers) => numbers[gained] - numbers[gained + 1])),
      };
    }),
  );
}
