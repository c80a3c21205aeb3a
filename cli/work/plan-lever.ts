import { checkLayout } from "../../sim/experiment/check-layout.ts";
import type { VariedValue } from "../../sim/experiment/design/varied-parameter.ts";
import { readVariations, variationOf } from "../../sim/experiment/design/vary.ts";
import { type Goal, heldTo, readGoal } from "../../sim/findings/goal.ts";
import { unreadWarnings } from "../../sim/findings/unread-values.ts";
import { layOut } from "../../sim/model/layout.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { type Problem, renderProblem } from "../../sim/scenario/problem.ts";
import { messages } from "../messages/index.ts";
import { loadAll, type NamedScenario } from "../scenarios/load-scenarios.ts";
import { openScenario } from "../scenarios/open-scenario.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { say } from "../terminal/print.ts";
import { warnOf } from "../terminal/warn.ts";
import type { PlanPlace } from "./plan-place.ts";
import { refusing } from "./refusing.ts";

/** A goal along a lever, and where it is simulated. */
export interface GoalRequest extends PlanPlace {
  readonly goal: string;
  readonly hold: readonly string[];
  readonly most: number;
}

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
  /** Gives the scenario at a value of each lever, by its place, held to the goals. */
  readonly at: (places: readonly number[]) => LoadedScenario;
}

/** A lever of a scenario with its values, and the goals that are judged along it. */
export interface PlanLever extends LeverValues, Pick<PlanLevers, "named" | "goals"> {
  /** Gives the scenario at a value, by its place, held to the goals. */
  readonly at: (level: number) => LoadedScenario;
}

/** Reads the goals and a lever, `PATH=A:B:STEP` of an option, and checks the scenario at both its ends. */
export function openLever(request: GoalRequest, by: string, option: string): PlanLever {
  const { levers, at, named, goals } = openLevers(request, [by], option);
  const [{ path, values }] = levers;
  return { named, goals, path, values, at: (level) => at([level]) };
}

/** Reads the goals and some levers, and checks the scenario at the least and at the most of all of them. */
export function openLevers(request: GoalRequest, by: readonly string[], option: string): PlanLevers {
  const { set, quiet } = request;
  const goals = refusing(() => [
    readGoal(request.goal, "--goal"),
    ...request.hold.map((text) => readGoal(text, "--hold")),
  ]);
  const [named] = loadAll([request.scenario], set);
  warnOf([named], quiet);
  const levers = valuesOf(by, option);
  const opened = openScenario(request.scenario, { set });
  const setsOf = (places: readonly number[]): string[] =>
    levers.map(({ path, values }, i) => `${path}=${values[places[i]].text}`);
  const at = (places: readonly number[]): LoadedScenario => {
    const loaded = opened.under(setsOf(places));
    return { ...loaded, scenario: heldTo(loaded.scenario, goals) };
  };
  const least = levers.map(() => 0);
  const unread = unreadWarnings(setsOf(least), at(least), option);
  for (const warning of quiet ? [] : unread) say(renderProblem(warning));
  refusing(() => {
    for (const places of [least, levers.map(({ values }) => values.length - 1)]) checkLayout(at(places));
  });
  return { named, levers, goals, at };
}

/** Adds up the posts of the first day, in full-time equivalents. */
export function fteOf({ scenario, template }: LoadedScenario): number {
  const { posts } = layOut(scenario, template);
  return posts.filter(({ isInitial }) => isInitial).reduce((sum, { fte }) => sum + fte, 0);
}

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
