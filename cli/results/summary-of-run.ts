import type { Replicated } from "../../sim/experiment/replicate.ts";
import { datedChanges } from "../../sim/figures/dated-changes.ts";
import { regimeVerdicts, typeVerdicts } from "../../sim/findings/regime.ts";
import { judgeStandards } from "../../sim/findings/standards.ts";
import { timelineTexts } from "../../sim/findings/timeline-texts.ts";
import { durationText } from "../../sim/words/durations.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import type { SummaryInput } from "../screen/summary-input.ts";

/**
 * What the screen and the report need of a run: one that was simulated just now, or recalled from a results
 * folder.
 */
export interface ToldRun extends Pick<Replicated, "plan" | "results"> {
  readonly named: Pick<NamedScenario, "scenario" | "template" | "variantOf">;
  readonly precision: { readonly isReached: boolean } | null;
}

/** Gathers what the screen and the report show of a run. */
export function summaryInput({ named, plan, results, precision }: ToldRun): SummaryInput {
  const { scenario } = named;
  return {
    plan,
    results,
    verdicts: regimeVerdicts(plan, results, scenario),
    typeVerdicts: typeVerdicts(plan, results),
    time: scenario,
    standards: judgeStandards(scenario.standards, plan, results),
    by: durationText(scenario.measures.by),
    isShort: scenario.horizon < scenario.measures.by,
    precisionReached: precision === null ? null : precision.isReached,
    timeline: timelineTexts(named),
    dates: datedChanges(scenario).map(({ date }) => date),
    title: scenario.title ?? null,
    variantOf: named.variantOf,
  };
}
