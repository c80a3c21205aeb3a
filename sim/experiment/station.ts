import type { MeasurePlan } from "../measures/result.ts";
import { type CommonPast, commonPast } from "../model/common-past.ts";
import { isAlike } from "../model/is-alike.ts";
import type { JournalNames } from "../model/journal-names.ts";
import { KeptPasts } from "../model/kept-pasts.ts";
import { neutralise } from "../model/mechanisms.ts";
import { Memory } from "../model/state/memory.ts";
import type { Scenario } from "../scenario/schema.ts";
import { type Job, ReplicationError, type SimulatedReplication } from "./executor.ts";
import { createSimulator, type Simulator } from "./simulator.ts";

/** A replication of one of the jobs that are simulated together. */
export interface OfJob {
  readonly job: Job;
  readonly simulated: SimulatedReplication;
}

/**
 * Simulates jobs one replication at a time and keeps the world of the last one, and its memory for the next:
 * worlds are large, and jobs come one after another.
 */
export class Station {
  private readonly memory = new Memory();
  private job: Job | undefined;
  private simulator: Simulator | undefined;

  /** Learns what a job measures. */
  plan(job: Job): MeasurePlan {
    return this.simulatorOf(job).plan;
  }

  /** Learns what the numbers of a job's journals and fates stand for. */
  names(job: Job): JournalNames {
    return this.simulatorOf(job).names;
  }

  /** Simulates one replication. */
  execute(job: Job, replication: number): SimulatedReplication {
    return simulated(job, replication, () => this.simulatorOf(job));
  }

  /**
   * Simulates the same replications of several jobs, job by job; what their worlds have in common is
   * simulated once.
   */
  *executeTogether(jobs: readonly Job[], replications: readonly number[]): Generator<OfJob, void, void> {
    for (const family of familiesOf(jobs)) {
      const pasts = family.past === undefined ? undefined : new KeptPasts(family.past);
      for (const job of family.jobs) {
        if (pasts !== undefined) this.simulator = undefined;
        for (const replication of replications)
          yield { job, simulated: simulated(job, replication, () => this.simulatorOf(job, pasts)) };
      }
      // A simulator would hold the pasts.
      if (pasts !== undefined) this.simulator = undefined;
    }
  }

  private simulatorOf(job: Job, pasts?: KeptPasts): Simulator {
    if (this.job === job && this.simulator !== undefined) return this.simulator;
    this.simulator = undefined;
    this.simulator = createSimulator(job.scenario, job.template, job.seed, {
      ...job,
      memory: this.memory,
      pasts,
    });
    this.job = job;
    return this.simulator;
  }
}

/** Simulates a replication, or says of which job it failed. */
function simulated(job: Job, replication: number, simulatorOf: () => Simulator): SimulatedReplication {
  try {
    const simulator = simulatorOf();
    return {
      result: simulator.run(replication),
      journal: simulator.journal(),
      fates: job.keepsFates ? simulator.fates() : undefined,
    };
  } catch (failure) {
    throw new ReplicationError(
      job,
      replication,
      failure instanceof Error ? failure.message : String(failure),
    );
  }
}

/** Jobs whose worlds have a past in common; one alone has none. */
interface Family {
  readonly jobs: Job[];
  /** The scenario of the first of them. */
  readonly scenario: Scenario;
  past: CommonPast | undefined;
}

/** Groups jobs by the past that their worlds have in common. */
function familiesOf(jobs: readonly Job[]): Family[] {
  const families: Family[] = [];
  for (const job of jobs) {
    const scenario = neutralise(job.scenario);
    let past: CommonPast | undefined;
    const family = families.find((one) => {
      past = isOfOneKind(job, one.jobs[0]) ? commonPast([one.scenario, scenario]) : undefined;
      return past !== undefined;
    });
    if (family === undefined || past === undefined) families.push({ jobs: [job], scenario, past: undefined });
    else {
      family.jobs.push(job);
      family.past = earlier(family.past ?? past, past);
    }
  }
  return families;
}

/**
 * Gives what several worlds have in common of what each has with the first: where another's actions part from
 * the first's sooner, the first's own from there on are counted with it.
 */
const earlier = (one: CommonPast, two: CommonPast): CommonPast => ({
  actions: Math.min(one.actions, two.actions),
  minute: Math.min(one.minute, two.minute),
});

/** Says whether two jobs draw alike, and keep nothing of what came before they part: a journal would. */
const isOfOneKind = (one: Job, two: Job): boolean =>
  one.seed === two.seed && !one.keepsJournal && !two.keepsJournal && isAlike(one.template, two.template);
