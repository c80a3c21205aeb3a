import { existsSync } from "node:fs";
import { MINUTES_PER_YEAR } from "../../sim/engine/minutes.ts";
import { leastLevel } from "../../sim/experiment/least-level.ts";
import { goalText } from "../../sim/findings/goal.ts";
import { naivePosts, weeksWithin } from "../../sim/findings/naive-posts.ts";
import { plannedRationale } from "../../sim/findings/planned.ts";
import { layOut } from "../../sim/model/layout.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { messages } from "../messages/index.ts";
import { packageVersion } from "../scenarios/package-folder.ts";
import { planJson } from "../screen/plan-json.ts";
import { answerText, type PlanShown, planScreen } from "../screen/plan-screen.ts";
import { badInput, EXIT } from "../terminal/exit-codes.ts";
import { print } from "../terminal/print.ts";
import { fteOf, type GoalRequest, openLever, type PlanLever } from "./plan-lever.ts";
import { planning } from "./planning.ts";
import { writeAnswer } from "./write-answer.ts";

/** What is to be planned, and where it is simulated. */
export interface PlanRequest extends GoalRequest {
  readonly by: string;
}

/**
 * Finds the least of a lever that meets a goal, shows it with its certificate, and writes the scenario of
 * it.
 */
export async function performPlan(request: PlanRequest): Promise<void> {
  const { most, output, json, seed } = request;
  if (output !== undefined && existsSync(output)) throw badInput(messages.planThere(output));
  const lever = openLever(request, request.by, "--by");
  const { goals, at } = lever;
  const found = await planning(request, lever.named, (options) =>
    leastLevel({ count: lever.values.length, at }, goals, { ...options, most }),
  );
  const shown = shownOf({ ...lever, found, seed });
  const written = output === undefined || found.meets === null ? [] : [messages.planWritten(output)];
  if (output !== undefined && found.meets !== null)
    await writeAnswer(output, answerOf(at(found.meets.level), shown));
  print(json ? planJson(shown, packageVersion()) : planScreen(shown, written));
  if (found.meets === null) process.exitCode = EXIT.notMet;
}

interface Found extends PlanLever {
  readonly found: Awaited<ReturnType<typeof leastLevel>>;
  readonly seed: string;
}

function shownOf({ named, path, values, goals, found, at, seed }: Found): PlanShown {
  const [goal] = goals;
  const naiveAt = found.meets ?? found.tested[found.tested.length - 1];
  const loaded = at(naiveAt.level);
  const { pools } = layOut(loaded.scenario, loaded.template);
  return {
    scenario: named.scenario.name,
    path,
    goals,
    seed,
    years: loaded.scenario.horizon / MINUTES_PER_YEAR,
    levels: found.tested.map((tested) => ({
      ...tested,
      value: values[tested.level].text,
      fte: fteOf(at(tested.level)),
    })),
    range: [values[0].text, values[values.length - 1].text],
    values: values.length,
    meets: found.meets?.level ?? null,
    fails: found.fails?.level ?? null,
    falls: found.falls.map(({ goal: fallen, from, to }) => ({
      goal: fallen,
      from: values[from].text,
      to: values[to].text,
    })),
    replications: found.replications,
    naive: naivePosts(naiveAt, loaded.scenario, {
      lists: pools.length,
      targetWeeks: weeksWithin(goal.metric),
    }),
  };
}

/** Names the scenario that meets a goal after what was planned; its rationale says what it answers. */
function answerOf(loaded: LoadedScenario, shown: PlanShown): LoadedScenario {
  const name = `${loaded.scenario.name}-planned`.slice(0, 80);
  const text = `${goalText(shown.goals[0])}. ${answerText(shown)}`;
  const rationale = plannedRationale(text, loaded.scenario.rationale);
  return { ...loaded, scenario: { ...loaded.scenario, name, rationale } };
}
