import type { DecisionValue, Objective } from "../../sim/ensemble/decide.ts";

/** What a decision hangs on, and what it rests on. */
export interface ValueShown extends DecisionValue {
  readonly objective: Objective;
  readonly seed: string;
  readonly members: number;
  readonly replications: number;
}
