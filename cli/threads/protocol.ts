import type { Job, SimulatedReplication } from "../../sim/experiment/executor.ts";
import type { MeasurePlan } from "../../sim/measures/result.ts";
import type { JournalNames } from "../../sim/model/journal-names.ts";

/** Asks a thread for one thing of a job; the job itself comes along when it is another than the last. */
export interface Task {
  readonly job: Job | undefined;
  readonly wanted: Wanted;
}

/** What is asked for: what the job measures, what its numbers stand for, or one replication. */
export type Wanted =
  | { readonly kind: "plan" }
  | { readonly kind: "names" }
  | { readonly kind: "simulated"; readonly replication: number };

/** What a thread sends back for a task. */
export type Answer =
  | { readonly kind: "plan"; readonly plan: MeasurePlan }
  | { readonly kind: "names"; readonly names: JournalNames }
  /** With what the job measures, the first time that the thread simulates it. */
  | {
      readonly kind: "simulated";
      readonly simulated: SimulatedReplication;
      readonly plan: MeasurePlan | undefined;
    }
  | { readonly kind: "failed"; readonly why: string };
