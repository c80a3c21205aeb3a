import { describeMetric } from "../measures/describe-metric.ts";
import type { FateColumns } from "../measures/fates.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasurePlan, ReplicationResult } from "../measures/result.ts";
import type { MetricGroup } from "../measures/scenario-results.ts";
import type { JournalNames } from "../model/journal-names.ts";
import { visibleName } from "../words/visible.ts";
import { checkFunction, refuseOption } from "./door.ts";
import type { Executor, Job, OnReplicationOf, SimulatedReplication } from "./executor.ts";

/** Declares a measure of one's own: a number of each replication, told beside those of the model. */
export interface OwnMeasure {
  /** Its name, such as `own.long_waits`; none that the model measures. */
  readonly name: string;
  readonly unit: string;
  /**
   * Gives the number of a replication; NaN where there is none. It is called in this thread, wherever it is
   * simulated, since a function cannot be sent to another one.
   */
  readonly of: (measured: MeasuredReplication) => number;
}

/** What a measure of one's own is taken from. */
export interface MeasuredReplication {
  readonly replication: number;
  /** What became of those referred in the measured time, an episode a row. */
  readonly fates: FateColumns;
  /** What the numbers of fates stand for. */
  readonly names: JournalNames;
  /** Gives what the model measured of everybody or a group; NaN where it has no such number. */
  readonly value: (metric: string, group?: MetricGroup) => number;
}

/** Returns an executor that measures more of each replication that another one simulates. */
export function measuring(executor: Executor, measures: readonly OwnMeasure[]): Executor {
  if (measures.length === 0) return executor;
  checkMeasures(measures);
  const plans = new WeakMap<MeasurePlan, MeasurePlan>();
  const jobs = new WeakMap<Job, Job>();

  const withFates = (job: Job): Job => {
    const known = jobs.get(job) ?? (job.keepsFates ? job : { ...job, keepsFates: true });
    jobs.set(job, known);
    return known;
  };
  const withMeasures = (plan: MeasurePlan): MeasurePlan => {
    const own = measures.map(({ name, unit }) => ({ metric: name, groupBy: "all", group: "all", unit }));
    const known = plans.get(plan) ?? { ...plan, metrics: [...plan.metrics, ...own] };
    plans.set(plan, known);
    return known;
  };

  /** Hears of the replications of a job, as others are to hear of them, and holds what was measured. */
  const listenerOf = async (job: Job) => {
    const fated = withFates(job);
    const [plan, names] = [await executor.plan(fated), await executor.names(fated)];
    const results = new Map<number, ReplicationResult>();
    return {
      fated,
      hear: (simulated: SimulatedReplication, onReplication: OnReplicationOf) => {
        const result = { ...simulated.result, values: measured(simulated, plan, names) };
        results.set(result.replication, result);
        const fates = job.keepsFates ? simulated.fates : undefined;
        return onReplication({ ...simulated, result, fates }, job);
      },
      // Every one was told of, or the executor has thrown.
      resultsOf: (replications: readonly number[]) => replications.map((one) => results.get(one)!),
    };
  };

  return {
    plan: async (job) => withMeasures(await executor.plan(withFates(job))),
    names: (job) => executor.names(withFates(job)),
    async execute(job, replications, onReplication = () => {}) {
      const { fated, hear, resultsOf } = await listenerOf(job);
      await executor.execute(fated, replications, (simulated) => hear(simulated, onReplication));
      return resultsOf(replications);
    },
    async executeTogether(jobs, replications, onReplication = () => {}) {
      const listeners = new Map<Job, Awaited<ReturnType<typeof listenerOf>>>();
      for (const job of jobs) listeners.set(withFates(job), await listenerOf(job));
      await executor.executeTogether([...listeners.keys()], replications, (one, fated) =>
        listeners.get(fated)!.hear(one, onReplication),
      );
      return jobs.map((job) => listeners.get(withFates(job))!.resultsOf(replications));
    },
    close: () => executor.close(),
  };

  function measured(
    { result, fates }: SimulatedReplication,
    plan: MeasurePlan,
    names: JournalNames,
  ): Float64Array {
    const { replication, values } = result;
    // The job keeps fates.
    const given: MeasuredReplication = {
      ...{ replication, names, fates: fates! },
      value: (metric, { groupBy, group } = {}) => values[placeOf(plan, metric, groupBy, group)] ?? Number.NaN,
    };
    const own = measures.map(({ name, of }) => {
      const number: unknown = of(given);
      return typeof number === "number" ? number : refuseOption(`measure ${name}`, "a number", number);
    });
    const all = new Float64Array(values.length + own.length);
    all.set(values);
    all.set(own, values.length);
    return all;
  }
}

/** Refuses what is no measure, and names that would be taken for another's; JavaScript passes anything. */
function checkMeasures(measures: readonly OwnMeasure[]): void {
  const known = new Set<string>();
  for (const measure of measures) {
    const { name, unit, of } = measure ?? {};
    const isName = typeof name === "string" && name !== "" && visibleName(name) === name;
    if (!isName || known.has(name) || describeMetric(name) !== undefined)
      refuseOption(
        "measure",
        "a name of its own that the model does not measure, such as own.long_waits",
        name,
      );
    if (typeof unit !== "string") refuseOption(`measure ${name}`, "a unit, such as people", unit);
    checkFunction(`measure ${name}`, of);
    known.add(name);
  }
}
