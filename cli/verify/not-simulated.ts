import { type MeasurePlan, RETENTION_FIELDS, type ReplicationResult } from "../../sim/measures/result.ts";
import type { Twins } from "../../sim/measures/twins.ts";

/** Says that a table needs numbers of a replication that the sample passed over. */
export class NotSimulated extends Error {}

/** Gives what a folder says that a replication measured: its values; whoever asks for more is told. */
export function onlyValues(
  { weeks, series, retention, windowed }: MeasurePlan,
  replication: number,
  values: Float64Array,
): ReplicationResult {
  return {
    replication,
    values,
    get events(): never {
      throw new NotSimulated("events");
    },
    series: unknownNumbers(series.length * weeks),
    retention: unknownNumbers(retention.length * RETENTION_FIELDS.length),
    windowed: unknownNumbers(windowed.length),
  };
}

/** Makes worlds whose people were not paired tell whoever asks for the pairs. */
export function withoutTwins<World extends { readonly twins: Twins | null }>(world: World): World {
  return Object.defineProperty({ ...world }, "twins", {
    get(): never {
      throw new NotSimulated("twins");
    },
  });
}

/** Makes an attribution of which not every world was simulated tell whoever asks for its people. */
export function withoutPeople<Attributed extends object>(attributed: Attributed): Attributed {
  return Object.defineProperty({ ...attributed }, "people", {
    get(): never {
      throw new NotSimulated("people");
    },
  });
}

/** Stands for numbers of which only is known how many they are. */
function unknownNumbers(length: number): Float64Array {
  return new Proxy(new Float64Array(0), {
    get(_, key) {
      if (key === "length") return length;
      throw new NotSimulated(String(key));
    },
  });
}
