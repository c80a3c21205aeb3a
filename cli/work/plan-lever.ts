import { MINUTES_PER_YEAR } from "../../sim/engine/minutes.ts";
import { checkLayout } from "../../sim/experiment/check-layout.ts";
import type { VariedValue } from "../../sim/experiment/design/varied-parameter.ts";
import { readVariations, variationOf } from "../../sim/experiment/design/vary.ts";
import type { TestedLevel } from "../../sim/experiment/level-tester.ts";
import { meanOf } from "../../sim/findings/estimates.ts";
import { type Goal, heldTo, isStandard, readGoal } from "../../sim/findings/goal.ts";
import { unreadWarnings } from "../../sim/findings/unread-values.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { type Problem, renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { messages } from "../messages/index.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { refusing } from "./refusing.ts";
import { loadOfResolved } from "./sweep-work.ts";
import type { PlanTask } from "./task.ts";

/** A lever with its values. */
export interface LeverValues {
  readonly path: string;
  readonly values: readonly VariedValue[];
}

/** Levers of a scenario with their values, and the goals that are judged along them. */
export interface PlanLevers {
  readonly named: NamedScenario;
  readonly levers: readonly LeverValues[];
  readonly goals: readonly Goal[];
  /**
   * Gives the scenario at a value of each lever, by its place, held to the goals; under changes made before,
   * where given.
   */
  readonly at: (places: readonly number[], under?: readonly string[]) => LoadedScenario;
}

/** A lever of a scenario with its values, and the goals that are judged along it. */
export interface PlanLever extends LeverValues, Pick<PlanLevers, "named" | "goals"> {
  /**
   * Gives the scenario at a value, by its place, held to the goals; under changes made before, where given.
   */
  readonly at: (level: number, under?: readonly string[]) => LoadedScenario;
}

/** A lever that is named without values goes over all shares. */
const ALL_SHARES = "0 %:100 %:2.5 %";

/** Gives the values along which a tipping point is looked for. */
export const tippingValues = (by: string): string => (by.includes("=") ? by : `${by}=${ALL_SHARES}`);

/** Hears of a problem that is no error. */
export type Warn = (problem: Problem) => void;

/** Reads the goals and a lever, `PATH=A:B:STEP` of an option, and checks the scenario at both its ends. */
export function openLever(
  task: PlanTask,
  named: NamedScenario,
  by: string,
  option: string,
  warn: Warn,
): PlanLever {
  const { levers, at, goals } = openLevers(task, named, [by], option, warn);
  const [{ path, values }] = levers;
  return { named, goals, path, values, at: (level, under) => at([level], under) };
}

/**
 * Reads the goals and some levers, and checks the scenario at the least and at the most of all of them. The
 * scenario at any of their values is made from its text with every default filled in, and from that alone.
 */
export function openLevers(
  { goals: [goal, ...hold] }: PlanTask,
  named: NamedScenario,
  by: readonly string[],
  option: string,
  warn: Warn,
): PlanLevers {
  const goals = refusing(() => [
    readGoal(goal ?? "", "--goal"),
    ...hold.map((text) => readGoal(text, "--hold")),
  ]);
  const levers = valuesOf(by, option);
  const load = loadOfResolved(resolvedYaml(named));
  const setsOf = (places: readonly number[]): string[] =>
    levers.map(({ path, values }, i) => `${path}=${values[places[i]].text}`);
  const at: PlanLevers["at"] = (places, under = []) => {
    const loaded = load([...under, ...setsOf(places)]);
    return { ...loaded, scenario: heldTo(loaded.scenario, goals) };
  };
  const least = levers.map(() => 0);
  refusing(() => {
    for (const places of [least, levers.map(({ values }) => values.length - 1)])
      inScenario(named, () => checkLayout(at(places)));
  });
  for (const warning of unreadWarnings(setsOf(least), at(least), option)) warn(warning);
  return { named, levers, goals, at };
}

/** Says of problems that they are the scenario's: their lines are those of a text that nobody saw. */
export function inScenario(named: NamedScenario, check: () => void): void {
  try {
    check();
  } catch (failure) {
    if (!(failure instanceof ScenarioError)) throw failure;
    throw new ScenarioError(
      failure.problems.map(({ line, column, ...problem }) =>
        line === undefined ? problem : { ...problem, file: named.argument },
      ),
    );
  }
}

/** Gives values of a lever that were simulated as they are shown: what was asked for, and the posts there. */
export const shownLevels = <T extends TestedLevel>(
  { values, at }: Pick<PlanLever, "values" | "at">,
  tested: readonly T[],
): readonly (T & { readonly value: string; readonly fte: number })[] =>
  tested.map((one) => ({
    ...one,
    value: values[one.level].text,
    fte: meanFte(one, yearsOf(at(one.level))),
  }));

/** Gives how it is told that an answer is written: it is held to the goals that can be standards. */
export const writtenWith = (
  goals: readonly Goal[],
  told: (path: string) => string = messages.planWritten,
): ((path: string) => string) => (goals.some(isStandard) ? told : messages.planWrittenAlone);

/** Gives the years that are measured. */
export const yearsOf = ({ scenario }: Pick<LoadedScenario, "scenario">): number =>
  scenario.horizon / MINUTES_PER_YEAR;

/** Gives the funded full-time equivalents, the mean over the measured time, so that posts that end count. */
export const meanFte = (tested: Pick<TestedLevel, "plan" | "results">, years: number): number =>
  (meanOf(tested, "posts.fte_years") ?? 0) / years;

function valuesOf(by: readonly string[], option: string): readonly LeverValues[] {
  const problems: Problem[] = [];
  const varied = readVariations(
    by.map((text) => ({ ...variationOf(text), place: { file: option } })),
    (problem) => problems.push(problem),
  );
  const levers = varied.flatMap(({ parameter: { path, levels } }): LeverValues[] => {
    if (levels !== null) return [{ path, values: levels }];
    problems.push({
      file: option,
      path,
      found: "a range without a step",
      expected: "PATH=A:B:STEP, such as link_workers.fte=0.2:1:0.05",
      severity: "error",
    });
    return [];
  });
  if (problems.length > 0)
    throw badInput([...problems.map(renderProblem), messages.nothingRun(problems.length)].join("\n"));
  return levers;
}
