import type { ReplicationResult } from "../../sim/measures/result.ts";
import type { JournalColumns } from "../../sim/model/journal.ts";
import type { TemplateRow } from "../../sim/scenario/load.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";

/** Names one scenario to be played; structured clone carries it, infinities included. */
export interface Job {
  readonly scenario: Scenario;
  readonly template: readonly TemplateRow[];
  /** Whether each result comes with its journal. */
  readonly keepsJournal: boolean;
}

/** What a worker is started with. */
export interface WorkerData {
  readonly jobs: readonly Job[];
  readonly seed: string;
}

/** Asks a worker for one replication of one job. */
export interface Task {
  readonly job: number;
  readonly replication: number;
}

/** What a worker sends back for a task. */
export type Answer =
  | { readonly task: Task; readonly result: ReplicationResult; readonly journal: JournalColumns | undefined }
  | { readonly task: Task; readonly failure: string };
