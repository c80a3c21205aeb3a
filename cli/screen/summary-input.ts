import type { RunWithMeans } from "../../sim/findings/known-mean.ts";
import type { RegimeVerdict, TypeVerdict } from "../../sim/findings/regime.ts";
import type { JudgedStandard } from "../../sim/findings/standards.ts";
import type { SimulatedTime } from "../../sim/findings/unlike-worlds.ts";
import type { AroundChanges } from "../../sim/tables/around-changes.ts";
import type { VariantOf } from "../scenarios/variant-of.ts";

/** What the summary shows of one scenario. */
export interface SummaryInput extends RunWithMeans {
  readonly verdicts: readonly RegimeVerdict[];
  readonly typeVerdicts: readonly TypeVerdict[];
  readonly standards: readonly JudgedStandard[];
  readonly time: SimulatedTime;
  /** The time since referral at which shares are given, such as "39 weeks". */
  readonly by: string;
  /** Whether the run is shorter than that, so that those shares are not known. */
  readonly isShort: boolean;
  /** Whether the precision asked for was reached; null if none was asked for. */
  readonly precisionReached: boolean | null;
  /** Dated changes in plain words. */
  readonly timeline: readonly string[];
  /** The date of each of them. */
  readonly dates: readonly string[];
  /** How it stood before them and after they have settled; null where nothing changes, or it is not kept. */
  readonly around: AroundChanges | null;
  /** What people call the scenario; null where only its name is known. */
  readonly title: string | null;
  readonly variantOf: VariantOf | null;
}

/**
 * Writes scenarios' names as the heads of columns; of a longer one its end, which tells it from its base.
 */
export function headsText(runs: readonly SummaryInput[], width: number): string {
  const max = width - 2;
  const head = (name: string): string => (name.length <= max ? name : `..${name.slice(2 - max)}`);
  return runs.map(({ plan }) => head(plan.scenario).padStart(width)).join("");
}
