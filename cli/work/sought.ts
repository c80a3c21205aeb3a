import type { LevelOptions } from "../../sim/experiment/level-tester.ts";
import type { MeasurePlan, ReplicationResult } from "../../sim/measures/result.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import type { TableMaker } from "./run-files.ts";

/** What a search simulated at a value, a combination or a way. */
export interface SoughtPoint {
  readonly point: number;
  readonly plan: MeasurePlan;
  readonly results: readonly ReplicationResult[];
}

/** What a plan found: how it is shown, written and answered. */
export interface Sought {
  /** Renders it for a terminal, with lines to end on. */
  readonly screen: (last: readonly string[]) => string;
  readonly json: (version: string) => string;
  readonly tables: readonly TableMaker[];
  readonly points: readonly SoughtPoint[];
  /** The scenario that answers, and how it is told of; null if nothing does. */
  readonly answer: { readonly loaded: LoadedScenario; readonly told: (path: string) => string } | null;
  /** Whether what was asked for is there. */
  readonly isMet: boolean;
}

/** What a search is given: where it simulates, with which seed, and who hears of it. */
export type Seeking = LevelOptions & {
  readonly seed: string;
  /** Hears how many replications more were decided on. */
  readonly onMore: (count: number) => void;
};
