import { datedChanges } from "../../sim/figures/dated-changes.ts";
import type { KnownMean } from "../../sim/findings/known-mean.ts";
import { regimeVerdicts, typeVerdicts } from "../../sim/findings/regime.ts";
import { judgeStandards } from "../../sim/findings/standards.ts";
import { timelineTexts } from "../../sim/findings/timeline-texts.ts";
import type { ScenarioResults } from "../../sim/measures/scenario-results.ts";
import { aroundChanges } from "../../sim/tables/around-changes.ts";
import type { TableOf } from "../../sim/tables/table.ts";
import { type WINDOWS, windowTable } from "../../sim/tables/windows.ts";
import { durationText } from "../../sim/words/durations.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import type { SummaryInput } from "../screen/summary-input.ts";

/**
 * What the screen and the report need of a run: one that was simulated just now, or recalled from a results
 * folder.
 */
export interface ToldRun extends ScenarioResults {
  readonly named: Pick<NamedScenario, "scenario" | "template" | "variantOf">;
  readonly precision: { readonly isReached: boolean } | null;
  /** The table of windows that a results folder keeps; worked out from the run if left out. */
  readonly windows?: TableOf<typeof WINDOWS> | undefined;
  /** Means that a results folder keeps without the values that they are of; none if left out. */
  readonly knownMean?: KnownMean | undefined;
}

/** Gathers what the screen and the report show of a run. */
export function summaryInput({ named, plan, results, precision, windows, knownMean }: ToldRun): SummaryInput {
  const { scenario } = named;
  const around = (): SummaryInput["around"] =>
    aroundChanges(windows ?? windowTable([{ plan, results }]), plan.scenario);
  return {
    plan,
    results,
    knownMean,
    verdicts: regimeVerdicts(plan, results, scenario, knownMean),
    typeVerdicts: typeVerdicts(plan, results, knownMean),
    time: scenario,
    standards: judgeStandards(scenario.standards, plan, results),
    by: durationText(scenario.measures.by),
    isShort: scenario.horizon < scenario.measures.by,
    precisionReached: precision === null ? null : precision.isReached,
    timeline: timelineTexts(named),
    dates: datedChanges(scenario).map(({ date }) => date),
    around: scenario.timeline.length === 0 ? null : around(),
    title: scenario.title ?? null,
    variantOf: named.variantOf,
  };
}
