import type { Job, SimulatedReplication } from "../../sim/experiment/executor.ts";
import type { MeasurePlan } from "../../sim/measures/result.ts";
import type { JournalNames } from "../../sim/model/journal-names.ts";

/**
 * Asks a thread for one thing of a job, which comes along when it is another than the last; or for
 * replications of several jobs together.
 */
export type Task =
  | { readonly job: Job | undefined; readonly wanted: Wanted }
  | { readonly jobs: readonly Job[]; readonly replications: readonly number[] };

/** What is asked for: what the job measures, what its numbers stand for, or one replication. */
export type Wanted =
  | { readonly kind: "plan" }
  | { readonly kind: "names" }
  | { readonly kind: "simulated"; readonly replication: number };

/** A replication of one of several jobs, by its place among them, and what it measures the first time. */
export interface Part {
  readonly kind: "part";
  readonly of: number;
  readonly simulated: SimulatedReplication;
  readonly plan: MeasurePlan | undefined;
}

/** What a thread sends back for a task; for several jobs parts come before it. */
export type Answer =
  | { readonly kind: "plan"; readonly plan: MeasurePlan }
  | { readonly kind: "names"; readonly names: JournalNames }
  /** With what the job measures, the first time that the thread simulates it. */
  | {
      readonly kind: "simulated";
      readonly simulated: SimulatedReplication;
      readonly plan: MeasurePlan | undefined;
    }
  | { readonly kind: "done" }
  /** With the job, by its place among several, and the replication that failed, where they are known. */
  | { readonly kind: "failed"; readonly why: string; readonly of?: number; readonly replication?: number };
