import type { SweepRequest } from "../../sim/experiment/design/sweep-plan.ts";
import { variationOfRange } from "../../sim/experiment/design/vary-range.ts";
import { parametersOf, type ScenarioParameter } from "../../sim/findings/parameters.ts";
import { sharesGivingWay } from "../../sim/findings/uncertain-parameters.ts";
import { unreadChanges } from "../../sim/findings/unread-values.ts";
import { didYouMean } from "../../sim/scenario/nearest-name.ts";
import { messages } from "../messages/index.ts";
import { evidenceLookup } from "../scenarios/evidence-register.ts";
import { loadValid, type NamedScenario } from "../scenarios/load-scenarios.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { say } from "../terminal/print.ts";

/** What the command line says of parameters that are to be varied over what the evidence allows. */
export interface EvidenceAsked {
  /** Whether every active parameter is varied. */
  readonly all: boolean;
  /** Only those of this grade; all if left out. */
  readonly grade: string | undefined;
  /** Paths that stay as they are. */
  readonly except: readonly string[];
  /** Whether parameters that cannot change anything may be varied. */
  readonly allowsInert: boolean;
  readonly quiet: boolean;
}

/** Stands for the range that the scenario gives a number. */
const RANGE = "range";

/**
 * Writes out what is to be varied over the ranges of a scenario, `PATH=range` and every active parameter, and
 * refuses parameters that cannot change anything there.
 */
export function withEvidence(
  request: SweepRequest,
  set: readonly string[],
  asked: EvidenceAsked,
): SweepRequest {
  const isWritten = !asked.all && request.vary.every(({ values }) => values !== RANGE);
  if (!asked.all && asked.except.length > 0) throw badInput(messages.exceptWithoutEvidence("except"));
  if (!asked.all && asked.grade !== undefined) throw badInput(messages.exceptWithoutEvidence("grade"));
  const [named] = loadValid([request.scenario], set);
  const vary = isWritten ? request.vary : writtenOut(request, named, asked);
  if (!asked.allowsInert) refuseInert({ ...request, vary }, named);
  return { ...request, vary };
}

function writtenOut(
  { vary: written, scenario }: SweepRequest,
  named: NamedScenario,
  asked: EvidenceAsked,
): SweepRequest["vary"] {
  const parameters = parametersOf(named, evidenceLookup());
  const known = new Map(parameters.map((parameter) => [parameter.path, parameter]));
  const knownAt = (path: string): ScenarioParameter => {
    const parameter = known.get(path.trim());
    if (parameter === undefined)
      throw badInput(messages.noRange(path, scenario, didYouMean(path, [...known.keys()])));
    return parameter;
  };
  const given = written.map((variation) => {
    if (variation.values !== RANGE) return variation;
    const [first] = variation.path.split(",").map(knownAt);
    return { ...variation, values: variationOfRange(first) };
  });
  if (!asked.all) return given;
  for (const path of asked.except) knownAt(path);
  const isGiven = new Set([...asked.except, ...given.flatMap(({ path }) => path.split(","))]);
  const wanted = parameters.filter(
    ({ path, grade, idleBecause }) =>
      idleBecause === null &&
      !isGiven.has(path) &&
      (asked.grade === undefined || (grade?.startsWith(asked.grade) ?? false)),
  );
  const held = sharesGivingWay(wanted);
  const varied = wanted.filter(({ path }) => !held.includes(path));
  if (!asked.quiet) say(messages.variedByEvidence(varied.length, held));
  return [
    ...given,
    ...varied.map((parameter) => ({
      path: parameter.path,
      values: variationOfRange(parameter),
      place: { file: "--vary-evidence" },
    })),
  ];
}

function refuseInert({ vary }: SweepRequest, named: NamedScenario): void {
  const paths = vary.flatMap(({ path }) => path.split(","));
  const inert = unreadChanges(paths, named);
  if (inert.length > 0) throw badInput(messages.inertVaried(inert));
}
