import { sampleRankCorrelation } from "simple-statistics";
import type { SweepPoint } from "../../sim/experiment/design/points.ts";
import type { SweepPlan } from "../../sim/experiment/design/sweep-plan.ts";
import type { PointResults } from "../../sim/experiment/sweep.ts";
import { type MeanInterval, meanInterval } from "../../sim/stats/mean-interval.ts";

/** One headline metric at one point. */
export interface HeadlineValue extends MeanInterval {
  readonly point: SweepPoint;
}

/** Gathers a few metrics over everybody at every point, for the screen. */
export class SweepHeadlines {
  readonly metrics: readonly string[];
  readonly #plan: SweepPlan;
  readonly #values = new Map<string, HeadlineValue[]>();
  readonly #units = new Map<string, string>();

  constructor(plan: SweepPlan, metrics: readonly string[]) {
    this.#plan = plan;
    this.metrics = metrics;
  }

  /** Adds a point. */
  add({ point, plan, results }: PointResults): void {
    for (const metric of this.metrics) {
      const place = plan.metrics.findIndex((key) => key.metric === metric && key.groupBy === "all");
      if (place < 0) continue;
      this.#units.set(metric, plan.metrics[place].unit);
      const interval = meanInterval(results.map(({ values }) => values[place]));
      this.#values.set(metric, [...(this.#values.get(metric) ?? []), { ...interval, point }]);
    }
  }

  /** Gives a metric at every point that has been added and has it. */
  values(metric: string): readonly HeadlineValue[] {
    return this.#values.get(metric) ?? [];
  }

  unit(metric: string): string {
    return this.#units.get(metric) ?? "";
  }

  /**
   * Gives the rank correlation (Spearman 1904) of a metric's mean with each numeric parameter over the points; null for text, or where either never changes.
   * It says which way a metric goes as the parameter grows and how steadily, not how much.
   */
  rankCorrelations(metric: string): readonly (number | null)[] {
    const known = this.values(metric).filter(({ mean }) => mean !== null);
    return this.#plan.parameters.map((_, i) => {
      const values = known.map(({ point }) => point.values[i]);
      const means = known.map(({ mean }) => mean as number);
      if (!values.every((value) => typeof value === "number")) return null;
      if (new Set(values).size < 2 || new Set(means).size < 2) return null;
      return sampleRankCorrelation(values as number[], means);
    });
  }
}
