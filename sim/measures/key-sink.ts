import { describeMetric } from "./describe-metric.ts";
import type { MeasureKey } from "./result.ts";
import type { Sink } from "./sink.ts";

/** Takes the names of what is measured: one pass over an empty world gives a scenario's plan. */
export class KeySink implements Sink {
  readonly keys: MeasureKey[] = [];

  put(metric: string, groupBy: string, group: string): void {
    const entry = describeMetric(metric);
    if (entry === undefined)
      throw new Error(`No file of sim/measures declares the metric ${metric} that it puts.`);
    this.keys.push({ metric, groupBy, group, unit: entry.unit });
  }
}
