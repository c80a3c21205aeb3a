import { splitOutsideBrackets } from "../../sim/experiment/design/split-outside-brackets.ts";
import { variationOfRange } from "../../sim/experiment/design/vary-range.ts";
import { planSensitivity, SENSITIVITY_METRICS } from "../../sim/experiment/sensitivity-plan.ts";
import { parametersOf } from "../../sim/findings/parameters.ts";
import { gradeGroup, uncertainParameters } from "../../sim/findings/uncertain-parameters.ts";
import { refuseUnlikeMeasures, refuseUnlikeTimes } from "../../sim/findings/unlike-worlds.ts";
import { CATALOGUE } from "../../sim/measures/catalogue.ts";
import { describeMetric } from "../../sim/measures/describe-metric.ts";
import { didYouMean } from "../../sim/scenario/nearest-name.ts";
import { messages } from "../messages/index.ts";
import { evidenceLookup } from "../scenarios/evidence-register.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { say } from "../terminal/print.ts";
import { loadMains } from "./load-mains.ts";
import { refusing } from "./refusing.ts";
import type { SensitivityTask } from "./task.ts";

/** What the command line asks; undefined where it leaves something open. */
export interface SensitivityAsked {
  /** Paths with commas between them. */
  readonly over: string | undefined;
  readonly grade: string | undefined;
  readonly metrics: readonly string[] | undefined;
  readonly budget: number | undefined;
  readonly seed: string;
  readonly formats: SensitivityTask["formats"];
  readonly quiet: boolean;
}

/**
 * Writes out what is to be analysed: the parameters with their ranges, as the scenarios and the register say
 * today. Refuses what cannot be asked.
 */
export function sensitivityTask(
  scenarios: readonly string[],
  set: readonly string[],
  asked: SensitivityAsked,
): { readonly task: SensitivityTask; readonly mains: readonly NamedScenario[] } {
  const mains = loadMains(scenarios, set, asked);
  const [base, other] = mains;
  if (other !== undefined)
    refusing(() => {
      refuseUnlikeTimes(base.scenario, [other.scenario]);
      refuseUnlikeMeasures(base.scenario, other.scenario);
    });
  const { seed, formats, metrics = SENSITIVITY_METRICS } = asked;
  refuseUnknown(metrics);
  const parameters = askedParameters(mains, asked);
  const question = { parameters, metrics: [...metrics], seed };
  const worlds = mains.length === 1 ? 1 : 2;
  const { budget = refusing(() => planSensitivity(question, worlds)).replications } = asked;
  const { least } = planSensitivity(question, worlds);
  if (budget < least) throw badInput(messages.budgetTooSmall(budget, least, parameters.length));
  return { task: { kind: "sensitivity", formats, ...question, budget }, mains };
}

function askedParameters(
  [base, other]: readonly NamedScenario[],
  { over, grade, quiet }: SensitivityAsked,
): SensitivityTask["parameters"] {
  const evidence = evidenceLookup();
  const ofBase = parametersOf(base, evidence);
  const ofOther = other === undefined ? undefined : parametersOf(other, evidence);
  const paths = over === undefined ? undefined : splitOutsideBrackets(over, ",");
  const known = [...ofBase, ...(ofOther ?? [])];
  for (const path of paths ?? []) {
    const found = known.filter((parameter) => parameter.path === path);
    if (found.length === 0)
      throw badInput(
        messages.noRangeToAsk(
          path,
          base.argument,
          didYouMean(path, [...new Set(known.map((one) => one.path))]),
        ),
      );
    const idle = found.map(({ idleBecause }) => idleBecause);
    if (!idle.includes(null)) throw badInput(messages.inertAsked(path, String(idle[0])));
  }
  const { parameters, givingWay, compared } = uncertainParameters(
    ofBase,
    ofOther,
    (one) =>
      (paths === undefined || paths.includes(one.path)) &&
      (grade === undefined || (one.grade?.startsWith(grade) ?? false)),
  );
  if (parameters.length === 0) throw badInput(messages.nothingToAsk);
  if (!quiet) {
    if (givingWay.length > 0) say(messages.sharesGiveWay(givingWay));
    if (compared.length > 0) say(messages.comparedStay(compared));
  }
  return parameters.map((parameter) => {
    const { path, unit, low, high, evidence: row, of } = parameter;
    const values = variationOfRange(parameter);
    return { path, values, unit, low, high, grade: gradeGroup(parameter.grade), evidence: row, of };
  });
}

function refuseUnknown(metrics: readonly string[]): void {
  for (const metric of metrics)
    if (describeMetric(metric) === undefined)
      throw badInput(
        messages.noMetricToAsk(
          metric,
          didYouMean(
            metric,
            CATALOGUE.map((entry) => entry.metric),
          ),
        ),
      );
}
