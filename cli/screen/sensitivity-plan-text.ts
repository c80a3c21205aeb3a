import { REPLICATIONS_EACH, type SensitivityPlan } from "../../sim/experiment/sensitivity-plan.ts";
import type { SensitivityOf } from "../../sim/tables/sensitivity.ts";
import { wrap } from "../../sim/words/lines.ts";
import { countText, numberText } from "../../sim/words/numbers.ts";
import { durationText } from "./dry-run-text.ts";

/** What a dry run of a sensitivity analysis tells. */
export interface SensitivityDryRun {
  readonly plan: SensitivityPlan;
  readonly names: SensitivityOf;
  /** What a replication takes, and on how many that was measured. */
  readonly rate: { readonly secondsEach: number; readonly replications: number };
  readonly workers: number;
}

const WIDTH = 100;

/** Says what the budget buys. */
export function boughtText({
  parameters,
  screening,
  variance,
  kept,
  worlds,
  replications,
}: SensitivityPlan): string {
  const each = `${REPLICATIONS_EACH} replications a point${worlds === 2 ? ", of both scenarios" : ""}`;
  const second =
    variance === null
      ? "nothing is left to part the variance"
      : `then ${numberText(variance.rows, 0)} rows of ${numberText(variance.pointsEach, 0)} points part the ` +
        `variance, and give the shares of ${countText(kept, "parameter")} that the screening keeps`;
  return (
    `${numberText(replications, 0)} replications buy: a screening of ` +
    `${countText(parameters.length, "parameter")}, ${numberText(screening.rows, 0)} rows of ${numberText(screening.pointsEach, 0)} points; ${second}; ${each}.`
  );
}

/** Renders a dry run. */
export function sensitivityDryRunText({ plan, rate, workers }: SensitivityDryRun): string {
  const seconds = (plan.replications * rate.secondsEach) / workers;
  const time =
    `That will take about ${durationText(seconds)} on ${countText(workers, "thread")}, by ` +
    `${countText(rate.replications, "replication")} measured just now (${numberText(rate.secondsEach, 2)} s each).`;
  return `${wrap(`${boughtText(plan)} ${time}`, WIDTH).join("\n")}\n`;
}

/** Returns a dry run for machines. */
export function sensitivityDryRunJson({ plan, names, rate, workers }: SensitivityDryRun): string {
  const { parameters, screening, variance, kept, replications, metrics } = plan;
  const stage = ({ rows, pointsEach }: SensitivityPlan["screening"]) => ({ rows, points_each: pointsEach });
  return `${JSON.stringify(
    {
      base: names.base,
      scenario: names.other ?? null,
      metrics,
      parameters: parameters.length,
      replications,
      replications_each: REPLICATIONS_EACH,
      screening: stage(screening),
      kept,
      variance: variance === null ? null : stage(variance),
      seconds_each: rate.secondsEach,
      workers,
      seconds: (replications * rate.secondsEach) / workers,
    },
    null,
    1,
  )}\n`;
}
