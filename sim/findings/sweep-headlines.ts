import { sampleRankCorrelation } from "simple-statistics";
import { metricInterval } from "../measures/estimation-values.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasurePlan, ReplicationResult } from "../measures/result.ts";
import type { MeanInterval } from "../stats/mean-interval.ts";
import { differenceOf } from "../stats/rounding.ts";

/** A parameter that varies, and the unit of its values. */
export interface Varied {
  readonly path: string;
  readonly unit: string;
}

/** A point of a sweep, counted from 1, and the value that each parameter has there. */
export interface VariedPoint {
  readonly point: number;
  readonly values: readonly (number | string)[];
}

/** What was simulated at a point. */
export interface MeasuredPoint {
  readonly point: VariedPoint;
  readonly plan: MeasurePlan;
  readonly results: readonly ReplicationResult[];
}

/** A row of the table of a sweep: its cells by column. */
type SweepRow = Readonly<Record<string, string | number | null | undefined>>;

/** One headline metric at one point. */
export interface HeadlineValue extends Pick<MeanInterval, "n" | "mean" | "ciLow" | "ciHigh"> {
  readonly point: VariedPoint;
}

/** Gathers a few metrics over everybody at every point, for the screen and the report. */
export class SweepHeadlines {
  readonly metrics: readonly string[];
  readonly parameters: readonly Varied[];
  readonly #values = new Map<string, HeadlineValue[]>();
  readonly #units = new Map<string, string>();

  constructor(parameters: readonly Varied[], metrics: readonly string[]) {
    this.parameters = parameters;
    this.metrics = metrics;
  }

  /** Adds a point that was just simulated or read. */
  add({ point, plan, results }: MeasuredPoint): void {
    for (const metric of this.metrics) {
      const place = placeOf(plan, metric);
      if (place < 0) continue;
      const interval = metricInterval(plan, results, place);
      this.#put(metric, plan.metrics[place].unit, { ...interval, point });
    }
  }

  /** Adds a row of the table of a sweep that is of one of these metrics and of everybody. */
  addRow(row: SweepRow): void {
    const values = this.parameters.map(({ path }) => row[path] ?? "");
    const number = (cell: SweepRow[string]): number | null => (typeof cell === "number" ? cell : null);
    this.#put(String(row.metric), String(row.unit), {
      n: number(row.n) ?? 0,
      mean: number(row.mean),
      ciLow: number(row.ci_low),
      ciHigh: number(row.ci_high),
      point: { point: number(row.point) ?? 0, values },
    });
  }

  /** Gives a metric at every point that has been added and has it. */
  values(metric: string): readonly HeadlineValue[] {
    return this.#values.get(metric) ?? [];
  }

  /** Says whether a metric has the same value at every point, so that none of them is least or most. */
  isLevel(metric: string): boolean {
    const ends = this.extremes(metric);
    return ends !== undefined && differenceOf(ends.minimum.mean ?? 0, ends.maximum.mean ?? 0) === 0;
  }

  /** Gives the points at which a metric has its minimum and its maximum; undefined where no point has it. */
  extremes(metric: string): { readonly minimum: HeadlineValue; readonly maximum: HeadlineValue } | undefined {
    const known = this.values(metric).filter(({ mean }) => mean !== null);
    const ordered = known.toSorted((a, b) => (a.mean as number) - (b.mean as number));
    const [minimum, maximum] = [ordered[0], ordered.at(-1)];
    return minimum === undefined || maximum === undefined ? undefined : { minimum, maximum };
  }

  unit(metric: string): string {
    return this.#units.get(metric) ?? "";
  }

  /**
   * Gives the rank correlation (Spearman 1904) of a metric's mean with each numeric parameter over the
   * points; null for text, or where either never changes. It says which way a metric goes as the parameter
   * grows and how steadily, not how much.
   */
  rankCorrelations(metric: string): readonly (number | null)[] {
    const known = this.values(metric).filter(({ mean }) => mean !== null);
    return this.parameters.map((_, i) => {
      const values = known.map(({ point }) => point.values[i]);
      const means = known.map(({ mean }) => mean as number);
      if (!values.every((value) => typeof value === "number")) return null;
      if (new Set(values).size < 2 || new Set(means).size < 2) return null;
      return sampleRankCorrelation(values as number[], means);
    });
  }

  /**
   * Names the parameters that moved no metric: wherever points differ in one of them alone, all means are the
   * same to the last bit. Where no two points do, as in a sample, nothing is said of it.
   */
  movedNothing(): readonly string[] {
    return this.parameters.flatMap(({ path }, i) => (this.#isInert(i) ? [path] : []));
  }

  #isInert(parameter: number): boolean {
    let pairs = 0;
    for (const metric of this.metrics) {
      const first = new Map<string, HeadlineValue>();
      for (const value of this.values(metric)) {
        const others = JSON.stringify(value.point.values.filter((_, i) => i !== parameter));
        const twin = first.get(others);
        if (twin === undefined) first.set(others, value);
        else if (twin.point.values[parameter] !== value.point.values[parameter]) {
          if (twin.mean !== value.mean) return false;
          pairs++;
        }
      }
    }
    return pairs > 0;
  }

  #put(metric: string, unit: string, value: HeadlineValue): void {
    this.#units.set(metric, unit);
    const values = this.#values.get(metric);
    if (values === undefined) this.#values.set(metric, [value]);
    else values.push(value);
  }
}
