import { existsSync } from "node:fs";
import { ReplicationError } from "../../sim/experiment/executor.ts";
import { type Problem, renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { messages } from "../messages/index.ts";
import { ResultsFolder } from "../results/results-folder.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { packageVersion } from "../scenarios/package-folder.ts";
import { badInput, EXIT, failed } from "../terminal/exit-codes.ts";
import { print, say } from "../terminal/print.ts";
import { openProgress, type Progress } from "../terminal/progress.ts";
import { checkPlace } from "./check-place.ts";
import { startClock } from "./clock.ts";
import type { Place } from "./place.ts";
import { eventsIn, writePlan } from "./plan-files.ts";
import { refusalOf } from "./refusing.ts";
import { explained } from "./replicate-all.ts";
import { reportOf } from "./report-of.ts";
import { runRecord } from "./run-record.ts";
import { planSearch } from "./seek-plan.ts";
import type { Seeking } from "./sought.ts";
import type { PlanTask } from "./task.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";
import { writeAnswer } from "./write-answer.ts";

/** A place, and the file for the scenario that answers; none if undefined. */
export interface PlanPlace extends Place {
  readonly answer?: string | undefined;
}

/**
 * Plans as the task says: seeks the answer, shows it, and writes the results folder and the scenario that
 * answers. Exit code 3 where no value meets the goal.
 */
export async function performPlan(
  task: PlanTask,
  named: NamedScenario,
  set: readonly string[],
  place: PlanPlace,
): Promise<void> {
  const { answer } = place;
  if (answer !== undefined && existsSync(answer)) throw badInput(messages.planThere(answer));
  const warn = (problem: Problem): void => {
    if (!place.quiet) say(renderProblem(problem));
  };
  const search = planSearch(task, named, warn);
  await checkPlace(place);
  const bench = await openWorkbench(place);
  try {
    await seekAndTell(task, search, named, set, place, bench);
  } catch (failure) {
    if (failure instanceof ScenarioError) throw refusalOf(failure);
    if (!(failure instanceof ReplicationError)) throw failure;
    throw failed(explained(failure, [named], { seed: task.seed, set }));
  } finally {
    await bench.close();
  }
}

async function seekAndTell(
  task: PlanTask,
  search: ReturnType<typeof planSearch>,
  named: NamedScenario,
  set: readonly string[],
  place: PlanPlace,
  { executor, signal, finish }: Workbench,
): Promise<void> {
  const { out, shows, quiet, json, workers, answer } = place;
  const began = startClock();
  const folder = out === undefined ? undefined : await ResultsFolder.open(out);
  try {
    const progress = await openProgress(quiet);
    progress.start(0);
    const sought = await search({ seed: task.seed, executor, ...heardBy(progress) }).finally(() =>
      progress.stop(),
    );
    if (folder !== undefined) {
      const scenarios = await writePlan(folder, { named, formats: task.formats, sought }, signal);
      const facts = { task, scenarios, set, workers, began, events: eventsIn(sought), failures: [] };
      await folder.finish(runRecord(facts, folder), signal);
    }
    await finish();
    if (answer !== undefined && sought.answer !== null) await writeAnswer(answer, sought.answer.loaded);
    const report = await reportOf(place, folder?.contentHash ?? null);
    const last = [
      ...(answer === undefined || sought.answer === null ? [] : [sought.answer.told(answer)]),
      ...(out === undefined ? [] : [messages.writtenTo(out)]),
      ...report,
    ];
    if (shows) print(json ? sought.json(packageVersion()) : sought.screen(last));
    if (!sought.isMet) process.exitCode = EXIT.notMet;
  } catch (failure) {
    await folder?.discard();
    throw failure;
  }
}

/** Lets who watches hear how far a search is. */
export function heardBy(progress: Progress): Pick<Seeking, "onReplication" | "onMore" | "onLook"> {
  const asked = new Map<number, number>();
  return {
    onReplication: () => progress.done(),
    onMore: (count) => progress.more(count),
    onLook: (level, upTo) => {
      progress.more(upTo - (asked.get(level) ?? 0));
      asked.set(level, upTo);
    },
  };
}
