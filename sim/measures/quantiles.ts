import { type Cells, quantilesOfMany } from "../stats/quantiles-of-many.ts";
import type { GroupSink } from "./sink.ts";

/** Puts what half and 90 % of some values do not exceed. */
export function putQuantiles(group: GroupSink, metric: string, values: Cells): void {
  const [half, ninety] = quantilesOfMany(values, [0.5, 0.9]);
  group.put(`${metric}.p50`, half);
  group.put(`${metric}.p90`, ninety);
}
