import type { MeasurePlan } from "../measures/result.ts";
import type { JournalNames } from "../model/journal-names.ts";
import { Memory } from "../model/state/memory.ts";
import type { Job, SimulatedReplication } from "./executor.ts";
import { createSimulator, type Simulator } from "./simulator.ts";

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
    const simulator = this.simulatorOf(job);
    return {
      result: simulator.run(replication),
      journal: simulator.journal(),
      fates: job.keepsFates ? simulator.fates() : undefined,
    };
  }

  private simulatorOf(job: Job): Simulator {
    if (this.job === job && this.simulator !== undefined) return this.simulator;
    this.simulator = undefined;
    this.simulator = createSimulator(job.scenario, job.template, job.seed, {
      ...job,
      memory: this.memory,
    });
    this.job = job;
    return this.simulator;
  }
}
