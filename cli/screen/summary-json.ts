import { metricInterval } from "../../sim/measures/estimation-values.ts";
import { noIntervalText } from "../../sim/words/no-interval.ts";
import type { NotKnownInput } from "./compare-input.ts";
import { rangesJson } from "./ranges-json.ts";
import type { SummaryInput } from "./summary-input.ts";
import { unlikeTexts } from "./unlike-text.ts";

/** Groups that machines are told of; the rest is in the tables. */
export const GROUPS = ["all", "organisation_type", "pool"];

/** What the machine-readable summary holds besides the scenarios. */
export interface SummaryFacts {
  readonly version: string;
  readonly seed: string;
  /** Where the files are, and the hash of their contents; null if none were written. */
  readonly out: string | null;
  readonly content_hash: string | null;
}

function standardJson(judged: SummaryInput["standards"][number]): object {
  const { groupBy: group_by, ciLow: ci_low, ciHigh: ci_high, metShare: met_share, ...rest } = judged;
  const { replicationsToDecide: replications_to_decide, noInterval: no_interval, referred, ...others } = rest;
  const of_referred =
    referred === null
      ? null
      : {
          mean: referred.mean,
          ci_low: referred.ciLow,
          ci_high: referred.ciHigh,
          verdict: referred.verdict,
        };
  const decided = { ci_low, ci_high, met_share, replications_to_decide, no_interval };
  return { ...others, group_by, ...decided, of_referred };
}

/**
 * Returns the summary for machines: verdicts and the metrics of everybody, pools and organisation types, in
 * the units of the tables.
 */
export function summaryJson(
  runs: readonly SummaryInput[],
  facts: SummaryFacts,
  notKnown?: NotKnownInput,
): string {
  const unlike_worlds = unlikeTexts(runs.filter(({ variantOf }) => variantOf === null));
  const ensemble = notKnown === undefined ? {} : { ensemble: rangesJson(notKnown.ranges) };
  const told = { ...facts, ...ensemble, unlike_worlds, scenarios: scenariosJson(runs) };
  return `${JSON.stringify(told, null, 1)}\n`;
}

/** Returns what machines are told of each scenario. */
export function scenariosJson(runs: readonly SummaryInput[]): readonly object[] {
  return runs.map(({ plan, results, verdicts, precisionReached, variantOf, typeVerdicts, standards }) => ({
    name: plan.scenario,
    ...(variantOf === null ? {} : { variant_of: variantOf.scenario, assumes: variantOf.name }),
    replications: results.length,
    precision_reached: precisionReached,
    verdicts: verdicts.map((verdict) => ({
      pool: verdict.pool,
      regime: verdict.regime,
      shocked: verdict.isShocked,
      load: verdict.load,
      load_low: verdict.loadLow,
      load_high: verdict.loadHigh,
      replications_to_decide: verdict.replicationsToDecide,
      binds: verdict.binds,
      sentence: verdict.sentence,
    })),
    organisations: typeVerdicts.map(({ type, regime, isShocked, load, loadLow, loadHigh, ...rest }) => ({
      type,
      regime,
      shocked: isShocked,
      load,
      load_low: loadLow,
      load_high: loadHigh,
      replications_to_decide: rest.replicationsToDecide,
    })),
    standards: standards.map(standardJson),
    metrics: plan.metrics.flatMap(({ metric, groupBy, group, unit }, i) => {
      if (!GROUPS.includes(groupBy)) return [];
      const interval = metricInterval(plan, results, i);
      const { n, mean, ciLow: ci_low, ciHigh: ci_high } = interval;
      const no_interval = noIntervalText(interval);
      return [{ metric, group_by: groupBy, group, unit, n, mean, ci_low, ci_high, no_interval }];
    }),
  }));
}
