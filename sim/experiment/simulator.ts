import { putBenefit } from "../measures/benefit.ts";
import { type Cohort, gatherCohort } from "../measures/cohort.ts";
import { putDemand } from "../measures/demand.ts";
import { gatherDemand } from "../measures/demand-cohort.ts";
import { type Measured, putEquity } from "../measures/equity.ts";
import { type FateColumns, fatesOf } from "../measures/fates.ts";
import { KeySink } from "../measures/key-sink.ts";
import { putSpreadsheet } from "../measures/linear-spreadsheet.ts";
import { putOrganisations } from "../measures/organisations.ts";
import { putPeople } from "../measures/people.ts";
import { putPerPerson } from "../measures/per-person.ts";
import type { Detail, MeasurePlan, ReplicationResult } from "../measures/result.ts";
import { retentionKeys, retentionRows } from "../measures/retention.ts";
import { putReturns } from "../measures/returns.ts";
import { putWeek, seriesMembers } from "../measures/series.ts";
import { putService } from "../measures/service.ts";
import { type Sink, ValueSink } from "../measures/sink.ts";
import { putWaitTargets } from "../measures/wait-targets.ts";
import { windowNumbers, windowPlan } from "../measures/window-numbers.ts";
import { makeClock } from "../model/clock.ts";
import { Journal } from "../model/journal.ts";
import { type JournalNames, journalNames } from "../model/journal-names.ts";
import type { JournalColumns } from "../model/journal-rows.ts";
import type { KeptPasts } from "../model/kept-pasts.ts";
import { layOut } from "../model/layout.ts";
import { refuseRateOverCeiling } from "../model/mechanisms/referral.ts";
import { neutralise } from "../model/mechanisms.ts";
import { runReplication } from "../model/run.ts";
import { Memory } from "../model/state/memory.ts";
import { World } from "../model/world.ts";
import { replicationKey, rootKey } from "../random/keys.ts";
import type { TemplateRow } from "../scenario/load.ts";
import type { Scenario } from "../scenario/schema.ts";
import { MAX_REPLICATIONS, seedOption, wholeOption } from "./door.ts";

/** Runs replications of one scenario, any of them, in any order; keeps its memory from one to the next. */
export interface Simulator {
  readonly plan: MeasurePlan;
  /** Names what a journal's numbers stand for. */
  readonly names: JournalNames;
  /** Runs replication `replication` (from 0) and measures it. */
  run(replication: number): ReplicationResult;
  /** Returns the journal of the replication run last, if this simulator keeps one. */
  journal(): JournalColumns | undefined;
  /** Returns what became of each person in the replication run last. */
  fates(): FateColumns;
}

/** Says what a simulator measures and keeps. */
export interface SimulatorOptions {
  /** Whether it keeps a journal, which changes no result; not if left out. */
  readonly keepsJournal?: boolean;
  /** How much it measures; all of it if left out. */
  readonly detail?: Detail;
  /** Memory of a simulator that is used no more; new memory if left out. */
  readonly memory?: Memory;
  /** Pasts that it has in common with other simulators; none if left out. */
  readonly pasts?: KeptPasts | undefined;
}

/**
 * Makes the simulator of a scenario under a seed. The organisations' template fills
 * `organisations.generate`. Throws a RangeError for a seed that is no text.
 */
export function createSimulator(
  scenario: Scenario,
  template: readonly TemplateRow[],
  seed: string,
  { keepsJournal = false, detail = "full", memory, pasts }: SimulatorOptions = {},
): Simulator {
  const w = makeWorld(scenario, template, memory);
  if (keepsJournal) w.journal = new Journal();
  const root = rootKey(seedOption(seed));
  const sharing = pasts?.admits(w) ? pasts : undefined;
  const plan = planOf(w, detail);
  return {
    plan,
    names: journalNames(w),
    run(replication) {
      wholeOption("replication", replication, 0, MAX_REPLICATIONS - 1);
      const key = replicationKey(root, replication);
      const events = sharing?.run(w, key, replication) ?? runReplication(w, key);
      return { replication, events, ...measure(w, plan, detail) };
    },
    journal: () => w.journal?.copy(w),
    fates: () => fatesOf(w),
  };
}

/** Makes the world of a scenario, with neutral numbers for the mechanisms that are off. */
export function makeWorld(
  scenario: Scenario,
  template: readonly TemplateRow[],
  memory = new Memory(),
): World {
  const neutral = neutralise(scenario);
  const w = new World(neutral, layOut(neutral, template), makeClock(neutral), memory);
  refuseRateOverCeiling(w);
  return w;
}

/** Names what a scenario measures, by measuring a world in which nothing has happened. */
function planOf(w: World, detail: Detail): MeasurePlan {
  const cohort = gatherCohort(w, detail);
  const metrics = new KeySink();
  putMetrics(w, cohort, detail, metrics);
  const { name: scenario } = w.scenario;
  if (detail === "summary")
    return {
      scenario,
      weeks: 0,
      metrics: metrics.keys,
      series: [],
      retention: [],
      windows: [],
      windowed: [],
    };
  const series = new KeySink();
  putWeek(w, seriesMembers(w), 0, series);
  return {
    scenario,
    weeks: w.clock.weeks,
    metrics: metrics.keys,
    series: w.clock.weeks > 0 ? series.keys : [],
    retention: retentionKeys(cohort),
    ...windowPlan(w, cohort),
  };
}

function measure(
  w: World,
  plan: MeasurePlan,
  detail: Detail,
): Pick<ReplicationResult, "values" | "series" | "retention" | "windowed"> {
  const cohort = gatherCohort(w, detail);
  const sink = new ValueSink(plan.metrics.length);
  const { values } = sink;
  putMetrics(w, cohort, detail, sink, { plan, values });
  const none = new Float64Array(0);
  return detail === "summary"
    ? { values, series: none, retention: none, windowed: none }
    : {
        values,
        series: seriesRows(w, plan),
        retention: retentionRows(w, cohort),
        windowed: windowNumbers(w, cohort, plan),
      };
}

function seriesRows(w: World, plan: MeasurePlan): Float64Array {
  const rows = plan.series.length;
  const members = seriesMembers(w);
  const series = new Float64Array(rows * plan.weeks);
  for (let week = 0; week < plan.weeks; week++) {
    const column = new ValueSink(rows);
    putWeek(w, members, week, column);
    for (let row = 0; row < rows; row++) series[row * plan.weeks + week] = column.values[row];
  }
  return series;
}

function putMetrics(w: World, cohort: Cohort, detail: Detail, sink: Sink, measured?: Measured): void {
  const demand = gatherDemand(w, detail);
  putService(w, cohort, detail, sink);
  putPeople(w, cohort, sink);
  putDemand(w, demand, sink);
  putPerPerson(w, cohort, sink);
  putReturns(w, sink);
  putOrganisations(w, sink);
  putBenefit(w, cohort, sink);
  putSpreadsheet(w, sink);
  putEquity(measured, sink);
  putWaitTargets(w, cohort, demand, sink);
}
