import type { Job, Played, Prepared } from "../../sim/experiment/player.ts";

/** Asks a thread for one thing of a job; the job itself comes along when it is another than the last. */
export interface Task {
  readonly job: Job | undefined;
  /** The replication to play; undefined to learn what the job measures. */
  readonly replication: number | undefined;
}

/** What a thread sends back for a task. */
export type Answer =
  | { readonly kind: "played"; readonly played: Played }
  | { readonly kind: "prepared"; readonly prepared: Prepared }
  | { readonly kind: "failed"; readonly why: string };
