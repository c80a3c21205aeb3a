import { sweepPoints } from "../../sim/experiment/design/points.ts";
import { sweep } from "../../sim/experiment/sweep.ts";
import { SweepHeadlines } from "../../sim/findings/sweep-headlines.ts";
import { unlikePointWarnings } from "../../sim/findings/unlike-worlds.ts";
import { unreadWarnings } from "../../sim/findings/unread-values.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { messages } from "../messages/index.ts";
import { ResultsFolder } from "../results/results-folder.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { sweepJson, sweepScreen } from "../screen/sweep-screen.ts";
import { failed } from "../terminal/exit-codes.ts";
import { print, say } from "../terminal/print.ts";
import { openProgress } from "../terminal/progress.ts";
import { warnOf } from "../terminal/warn.ts";
import { cellsAtOnce, type FailedCell, simulateCells } from "./cells.ts";
import { checkPlace } from "./check-place.ts";
import { type Clock, startClock } from "./clock.ts";
import { keepTask, keptTask } from "./kept-task.ts";
import type { Place } from "./place.ts";
import { refuseUnmeasured } from "./refuse-unmeasured.ts";
import { reportOf } from "./report-of.ts";
import { runRecord } from "./run-record.ts";
import { simulateShard } from "./simulate-shard.ts";
import { membersAt } from "./sweep-members.ts";
import {
  cellsEach,
  cellsTogether,
  pointText,
  refuseInvalidPoints,
  type SweepWork,
  sweepCells,
  sweepWork,
} from "./sweep-work.ts";
import type { SweepTask } from "./task.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";
import { type WrittenSweep, writeSweep } from "./write-sweep.ts";

/**
 * Simulates the points of a sweep that its store does not hold yet and writes the tables; of a part of the
 * work it keeps the cells and writes nothing else.
 */
export async function performSweep(
  task: SweepTask,
  named: NamedScenario,
  set: readonly string[],
  place: Place,
): Promise<void> {
  const work = sweepWork(task, resolvedYaml(named));
  refuseInvalidPoints(work, named.argument, place.shard);
  const varied = work.plan.parameters.flatMap(({ path }) => path.split(","));
  const unlike = unlikePointWarnings(work.plan.parameters);
  warnOf([{ warnings: [...unlike, ...unreadWarnings(varied, named, "--vary")] }], place.quiet);
  await checkPlace(place);
  await refuseUnmeasured(work);
  const bench = await openWorkbench(place);
  try {
    await sweepAt(bench, work, task, named, set, place);
  } finally {
    await bench.close();
  }
}

/** Simulates the points of a valid sweep at a workbench. */
export async function sweepAt(
  bench: Workbench,
  work: SweepWork,
  task: SweepTask,
  named: NamedScenario,
  set: readonly string[],
  place: Place,
): Promise<void> {
  const tell = (failure: FailedCell): string => failureText(failure, work, task, named, set);
  if (bench.store !== undefined) await keepTask(bench.store, keptTask(task, [named], set));
  if (place.shard !== undefined) {
    const together = cellsTogether(work);
    await simulateShard(sweepCells(work, place.shard), tell, bench, place, { together });
    return;
  }
  const began = startClock();
  const failures = await simulateAll(work, bench, place, tell);
  await writeResults({ task, work, named, set, place, bench, began, failures: failures.map(tell) }, failures);
  await bench.finish();
  if (failures.length > 0) throw failed(messages.pointsFailed(failedPoints(failures).size));
}

/** Simulates every cell; says what failed, and where that is to stop the sweep throws it. */
async function simulateAll(
  work: SweepWork,
  { executor }: Workbench,
  { workers, onError, quiet }: Place,
  tell: (failure: FailedCell) => string,
): Promise<readonly FailedCell[]> {
  const progress = await openProgress(quiet, "points");
  progress.start(work.plan.points);
  const left = new Map<number | null, number>();
  const each = cellsEach(work);
  try {
    const failures = await simulateCells(sweepCells(work), executor, {
      atOnce: cellsAtOnce(workers),
      together: cellsTogether(work),
      onError,
      onDone: ({ point }) => {
        const cells = left.get(point) ?? each;
        left.set(point, cells - 1);
        if (cells === 1) progress.done();
      },
    });
    if (failures.length > 0 && onError === "stop") throw failed(failures.map(tell).join("\n"));
    for (const failure of failures) say(tell(failure));
    return failures;
  } finally {
    progress.stop();
  }
}

interface Written extends WrittenSweep {
  readonly set: readonly string[];
  readonly place: Place;
  readonly bench: Workbench;
  readonly began: Clock;
  readonly failures: readonly string[];
}

/** Writes the results folder in one pass over the points, whose cells are all in the store by now. */
async function writeResults(written: Written, failures: readonly FailedCell[]): Promise<void> {
  const { task, work, named, set, place, bench, began } = written;
  const { out, shows, workers, json } = place;
  if (out === undefined) throw failed(messages.sweepWithoutOut);
  const folder = await ResultsFolder.open(out);
  try {
    const headlines = new SweepHeadlines(
      work.plan.parameters,
      task.metrics ?? named.scenario.measures.precision_on,
    );
    let events = 0;
    const without = failedPoints(failures);
    const scenario = await writeSweep(folder, written, bench.signal, async (tables) => {
      for await (const results of sweep(work.load, work.plan, { executor: bench.executor, without })) {
        const members = await membersAt(results.point, work, bench.executor);
        await tables.add({ ...results, members });
        headlines.add(results);
        events += results.results.reduce((sum, result) => sum + result.events, 0);
      }
    });
    const record = { task, scenarios: [scenario], set, workers, began, events, failures: written.failures };
    await folder.finish(runRecord(record, folder), bench.signal);
    const { seed } = task;
    const last = [messages.writtenTo(out), ...(await reportOf(place, folder.contentHash))];
    const facts = { seed, out, content_hash: folder.contentHash };
    if (shows)
      print(
        json ? sweepJson(work.plan, headlines, facts) : sweepScreen(work.plan, headlines, { seed, last }),
      );
  } catch (failure) {
    await folder.discard();
    throw failure;
  }
}

const failedPoints = (failures: readonly FailedCell[]): ReadonlySet<number> =>
  new Set(failures.flatMap(({ cell }) => cell.point ?? []));

/** Says what failed, with the command that simulates it again. */
function failureText(
  { cell, replication, why }: FailedCell,
  { plan }: SweepWork,
  { seed }: SweepTask,
  { argument }: NamedScenario,
  set: readonly string[],
): string {
  const point = [...sweepPoints(plan)][(cell.point ?? 1) - 1];
  const place = { scenario: argument, argument, seed, set: [...set, ...(cell.set ?? [])], replication };
  return messages.cellFailed(pointText(point), seed, replication, why, messages.replayCommand(place));
}
