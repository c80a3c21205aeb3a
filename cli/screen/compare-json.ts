import { differencesOf } from "../../sim/findings/differences.ts";
import { NO_WIDTHS } from "../../sim/findings/not-known.ts";
import type { Ranking } from "../../sim/findings/ranking.ts";
import { beforeAfterTable } from "../../sim/tables/before-after.ts";
import { differenceCells } from "../../sim/tables/differences.ts";
import { notKnownDifferenceCells } from "../../sim/tables/not-known-columns.ts";
import { rowsOf } from "../../sim/tables/rows-of.ts";
import type { CompareInput, NotKnownInput } from "./compare-input.ts";
import { rangesJson } from "./ranges-json.ts";
import type { SummaryInput } from "./summary-input.ts";
import { GROUPS, type SummaryFacts, scenariosJson } from "./summary-json.ts";
import { unlikeTexts } from "./unlike-text.ts";

/**
 * Returns a comparison for machines: what `run` says of each scenario, then differences, who gained and
 * lost, and rankings, in the units of the tables.
 */
export function compareJson(
  { base, others, variants, notKnown }: CompareInput,
  rankings: readonly Ranking[],
  facts: SummaryFacts,
): string {
  const varied = variants.flatMap((variant) => [
    variant.base,
    ...variant.others.filter((run) => run !== null),
  ]);
  const unlike_worlds = unlikeTexts([base, ...others.map(({ run }) => run)]);
  const scenarios = scenariosJson([base, ...others.map(({ run }) => run), ...varied]);
  const comparisons = [
    ...others.map(({ run, gainedLost, known }) => ({
      ...comparisonJson(base, run, notKnown),
      replications_sufficed: known?.sufficed ?? null,
      precision_reached: known?.isReached ?? null,
      gained_lost: gainedLost.map(({ groupBy, net, meaning: _, ...row }) => ({
        ...row,
        group_by: groupBy,
        net: net.mean,
        ci_low: net.ciLow,
        ci_high: net.ciHigh,
      })),
    })),
    ...variants.flatMap((variant) =>
      variant.others.flatMap((run) => (run === null ? [] : [comparisonJson(variant.base, run)])),
    ),
  ];
  const ranked = rankings.map((ranking) => ({
    ...ranking,
    ranked: ranking.ranked.map(({ fromBest, ciLow, ciHigh, mayBeBest, ...row }) => ({
      ...row,
      from_best: fromBest,
      ci_low: ciLow,
      ci_high: ciHigh,
      may_be_best: mayBeBest,
    })),
  }));
  const ensemble = notKnown === undefined ? {} : { ensemble: rangesJson(notKnown.ranges) };
  const decision = notKnown?.decision ?? null;
  const before_after = decision === null ? {} : { before_after: rowsOf(beforeAfterTable(decision.ranges)) };
  const told = {
    ...facts,
    ...ensemble,
    ...before_after,
    unlike_worlds,
    scenarios,
    comparisons,
    rankings: ranked,
  };
  return `${JSON.stringify(told, null, 1)}\n`;
}

function comparisonJson(base: SummaryInput, other: SummaryInput, notKnown?: NotKnownInput): object {
  const [one, two] = [base.plan.scenario, other.plan.scenario];
  return {
    base: one,
    scenario: two,
    differences: differencesOf(base, other)
      .filter(({ groupBy }) => GROUPS.includes(groupBy))
      .map((row) => ({
        ...differenceCells(row),
        ...(notKnown === undefined
          ? {}
          : notKnownDifferenceCells(
              notKnown.widths.ofDifference(one, two, row, row.difference.mean) ?? NO_WIDTHS,
            )),
      })),
  };
}
