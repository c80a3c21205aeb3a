import { existsSync } from "node:fs";
import { checkLayout } from "../../sim/experiment/check-layout.ts";
import type { VariedValue } from "../../sim/experiment/design/varied-parameter.ts";
import { readVariations, variationOf } from "../../sim/experiment/design/vary.ts";
import { ReplicationError } from "../../sim/experiment/executor.ts";
import { leastLevel } from "../../sim/experiment/least-level.ts";
import { type Goal, heldTo, readGoal } from "../../sim/findings/goal.ts";
import { naivePosts, weeksWithin } from "../../sim/findings/naive-posts.ts";
import { unreadWarnings } from "../../sim/findings/unread-values.ts";
import { layOut } from "../../sim/model/layout.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { type Problem, renderProblem } from "../../sim/scenario/problem.ts";
import { messages } from "../messages/index.ts";
import { loadAll, type NamedScenario } from "../scenarios/load-scenarios.ts";
import { openScenario } from "../scenarios/open-scenario.ts";
import { packageVersion } from "../scenarios/package-folder.ts";
import { planJson } from "../screen/plan-json.ts";
import { type PlanShown, planScreen } from "../screen/plan-screen.ts";
import { badInput, EXIT, failed } from "../terminal/exit-codes.ts";
import { print, say } from "../terminal/print.ts";
import { openProgress } from "../terminal/progress.ts";
import { warnOf } from "../terminal/warn.ts";
import type { PlanPlace } from "./plan-place.ts";
import { refusing } from "./refusing.ts";
import { explained } from "./replicate-all.ts";
import { openWorkbench } from "./workbench.ts";
import { writeAnswer } from "./write-answer.ts";

/** What is to be planned, and where it is simulated. */
export interface PlanRequest extends PlanPlace {
  readonly goal: string;
  readonly by: string;
  readonly hold: readonly string[];
  readonly most: number;
}

/**
 * Finds the least of a lever that meets a goal, shows it with its certificate, and writes the scenario of
 * it.
 */
export async function performPlan(request: PlanRequest): Promise<void> {
  const { seed, set, most, output, quiet, json, store, workers } = request;
  if (output !== undefined && existsSync(output)) throw badInput(messages.planThere(output));
  const goals = refusing(() => [
    readGoal(request.goal, "--goal"),
    ...request.hold.map((text) => readGoal(text, "--hold")),
  ]);
  const [named] = loadAll([request.scenario], set);
  warnOf([named], quiet);
  const { path, values } = valuesOf(request.by);
  const opened = openScenario(request.scenario, { set });
  const at = (level: number): LoadedScenario => {
    const loaded = opened.under([`${path}=${values[level].text}`]);
    return { ...loaded, scenario: heldTo(loaded.scenario, goals) };
  };
  const unread = unreadWarnings([`${path}=${values[0].text}`], at(0), "--by");
  for (const warning of quiet ? [] : unread) say(renderProblem(warning));
  refusing(() => {
    for (const level of [0, values.length - 1]) checkLayout(at(level));
  });
  const place = { store, workers, quiet, json, out: undefined, forgetsStore: false, shard: undefined };
  const bench = await openWorkbench({ ...place, onError: "stop", shows: true, reports: false, full: false });
  const progress = await openProgress(quiet);
  const asked = new Map<number, number>();
  try {
    progress.start(0);
    const found = await leastLevel({ count: values.length, at }, goals, {
      seed,
      most,
      executor: bench.executor,
      onReplication: () => progress.done(),
      onLook: (level, upTo) => {
        progress.more(upTo - (asked.get(level) ?? 0));
        asked.set(level, upTo);
      },
    });
    progress.stop();
    await bench.finish();
    const shown = shownOf({ named, path, values, goals, found, at, seed });
    if (output !== undefined && found.meets !== null)
      await writeAnswer(output, answerOf(at(found.meets.level)));
    const last = [...(output === undefined || found.meets === null ? [] : [messages.planWritten(output)])];
    print(json ? planJson(shown, packageVersion()) : planScreen(shown, last));
    if (found.meets === null) process.exitCode = EXIT.notMet;
  } catch (failure) {
    if (!(failure instanceof ReplicationError)) throw failure;
    throw failed(explained(failure, [named], { seed, set }));
  } finally {
    progress.stop();
    await bench.close();
  }
}

interface Found {
  readonly named: NamedScenario;
  readonly path: string;
  readonly values: readonly VariedValue[];
  readonly goals: readonly Goal[];
  readonly found: Awaited<ReturnType<typeof leastLevel>>;
  readonly at: (level: number) => LoadedScenario;
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
    years: loaded.scenario.horizon / YEAR,
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

const YEAR = 525_960;

/** Adds up the posts of the first day, in full-time equivalents. */
function fteOf({ scenario, template }: LoadedScenario): number {
  const { posts } = layOut(scenario, template);
  return posts.filter(({ isInitial }) => isInitial).reduce((sum, { fte }) => sum + fte, 0);
}

/** Names the scenario that meets a goal after the one that was planned. */
function answerOf(loaded: LoadedScenario): LoadedScenario {
  const name = `${loaded.scenario.name}-planned`.slice(0, 80);
  return { ...loaded, scenario: { ...loaded.scenario, name } };
}

function valuesOf(by: string): { readonly path: string; readonly values: readonly VariedValue[] } {
  const problems: Problem[] = [];
  const [varied] = readVariations([{ ...variationOf(by), place: { file: "--by" } }], (problem) =>
    problems.push(problem),
  );
  const { path = "", levels = null } = varied?.parameter ?? {};
  if (problems.length === 0 && levels === null)
    problems.push({
      file: "--by",
      path,
      found: "a range without a step",
      expected: "PATH=A:B:STEP, such as link_workers.fte=0.2:1:0.05",
      severity: "error",
    });
  if (problems.length > 0 || levels === null)
    throw badInput([...problems.map(renderProblem), messages.nothingRun(problems.length)].join("\n"));
  return { path, values: levels };
}
