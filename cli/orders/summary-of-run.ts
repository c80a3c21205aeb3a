import { durationText } from "../../sim/figures/duration-text.ts";
import { judgeStandards } from "../../sim/measures/standards.ts";
import { regimeVerdicts, typeVerdicts } from "../../sim/measures/verdict.ts";
import { timelineTexts } from "../render/action-text.ts";
import type { SummaryInput } from "../render/summary-input.ts";
import type { ScenarioRun } from "./replicate-all.ts";

/** Gathers what the screen shows of a run. */
export function summaryInput({ named, plan, results, precision }: ScenarioRun): SummaryInput {
  const { scenario } = named;
  return {
    plan,
    results,
    verdicts: regimeVerdicts(plan, results, scenario),
    typeVerdicts: typeVerdicts(plan, results),
    standards: judgeStandards(scenario.standards, plan, results),
    by: durationText(scenario.measures.by),
    precisionReached: precision === null ? null : precision.isReached,
    timeline: timelineTexts(named),
    variantOf: named.variantOf,
  };
}
