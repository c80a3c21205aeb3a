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

/** A lever of a scenario with its values, and the goals that are judged along it. */
export interface PlanLever {
  readonly named: NamedScenario;
  readonly path: string;
  readonly values: readonly VariedValue[];
  readonly goals: readonly Goal[];
  /** Gives the scenario at a value, by its place, held to the goals. */
  readonly at: (level: number) => LoadedScenario;
}

/** Reads the goals and a lever, `PATH=A:B:STEP` of an option, and checks the scenario at both its ends. */
export function openLever(request: GoalRequest, by: string, option: string): PlanLever {
  const { set, quiet } = request;
  const goals = refusing(() => [
    readGoal(request.goal, "--goal"),
    ...request.hold.map((text) => readGoal(text, "--hold")),
  ]);
  const [named] = loadAll([request.scenario], set);
  warnOf([named], quiet);
  const { path, values } = valuesOf(by, option);
  const opened = openScenario(request.scenario, { set });
  const at = (level: number): LoadedScenario => {
    const loaded = opened.under([`${path}=${values[level].text}`]);
    return { ...loaded, scenario: heldTo(loaded.scenario, goals) };
  };
  const unread = unreadWarnings([`${path}=${values[0].text}`], at(0), option);
  for (const warning of quiet ? [] : unread) say(renderProblem(warning));
  refusing(() => {
    for (const level of [0, values.length - 1]) checkLayout(at(level));
  });
  return { named, path, values, goals, at };
}

/** Adds up the posts of the first day, in full-time equivalents. */
export function fteOf({ scenario, template }: LoadedScenario): number {
  const { posts } = layOut(scenario, template);
  return posts.filter(({ isInitial }) => isInitial).reduce((sum, { fte }) => sum + fte, 0);
}

function valuesOf(
  by: string,
  option: string,
): { readonly path: string; readonly values: readonly VariedValue[] } {
  const problems: Problem[] = [];
  const [varied] = readVariations([{ ...variationOf(by), place: { file: option } }], (problem) =>
    problems.push(problem),
  );
  const { path = "", levels = null } = varied?.parameter ?? {};
  if (problems.length === 0 && levels === null)
    problems.push({
      file: option,
      path,
      found: "a range without a step",
      expected: "PATH=A:B:STEP, such as link_workers.fte=0.2:1:0.05",
      severity: "error",
    });
  if (problems.length > 0 || levels === null)
    throw badInput([...problems.map(renderProblem), messages.nothingRun(problems.length)].join("\n"));
  return { path, values: levels };
}
