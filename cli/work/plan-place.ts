/** What every kind of plan is asked with: of which scenario, where it is simulated and what is written. */
export interface PlanPlace {
  readonly scenario: string;
  /** File for the scenario that answers; none if undefined. */
  readonly output: string | undefined;
  readonly seed: string;
  readonly set: readonly string[];
  readonly store: string | undefined;
  readonly workers: number;
  readonly quiet: boolean;
  readonly json: boolean;
}
