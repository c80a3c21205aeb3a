import type { MeasurePlan } from "../measures/result.ts";
import type { JournalNames } from "../model/journal-names.ts";
import { reducePlan, reduceResult } from "./detail.ts";
import type { Job, Played } from "./player.ts";
import { createSimulator, type Simulator } from "./simulator.ts";

/** Plays jobs one replication at a time and keeps the world of the last one: worlds are large, and jobs come one after another. */
export class Station {
  private job: Job | undefined;
  private simulator: Simulator | undefined;

  /** Learns what a job measures. */
  plan(job: Job): MeasurePlan {
    const { plan } = this.simulatorOf(job);
    return job.detail === "full" ? plan : reducePlan(plan);
  }

  /** Learns what the numbers of a job's journals and fates stand for. */
  names(job: Job): JournalNames {
    return this.simulatorOf(job).names;
  }

  /** Plays one replication. */
  play(job: Job, replication: number): Played {
    const simulator = this.simulatorOf(job);
    const whole = simulator.run(replication);
    return {
      result: job.detail === "full" ? whole : reduceResult(simulator.plan, whole),
      journal: simulator.journal(),
      fates: job.keepsFates ? simulator.fates() : undefined,
    };
  }

  private simulatorOf(job: Job): Simulator {
    if (this.job === job && this.simulator !== undefined) return this.simulator;
    this.simulator = undefined;
    this.simulator = createSimulator(job.scenario, job.template, job.seed, job.keepsJournal);
    this.job = job;
    return this.simulator;
  }
}
