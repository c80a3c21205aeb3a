import { beforeSentences } from "../../sim/ensemble/before-sentence.ts";
import { rangeSentences } from "../../sim/ensemble/range-sentence.ts";
import { firstOfEach } from "../../sim/experiment/compare.ts";
import { ReplicationError } from "../../sim/experiment/executor.ts";
import { jobOf } from "../../sim/experiment/replicate.ts";
import { gainedAndLost } from "../../sim/findings/gained-lost.ts";
import { rankingsOf } from "../../sim/findings/ranking.ts";
import { unlikeTimeProblems } from "../../sim/findings/unlike-worlds.ts";
import { renderProblem } from "../../sim/scenario/problem.ts";
import { messages } from "../messages/index.ts";
import { ResultsFolder } from "../results/results-folder.ts";
import { summaryInput } from "../results/summary-of-run.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { packageVersion } from "../scenarios/package-folder.ts";
import { briefScreen } from "../screen/brief-screen.ts";
import type { CompareInput } from "../screen/compare-input.ts";
import { compareJson } from "../screen/compare-json.ts";
import { compareScreen } from "../screen/compare-screen.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { say } from "../terminal/print.ts";
import { openProgress } from "../terminal/progress.ts";
import { printScreen, screenWidth } from "../terminal/screen.ts";
import { carriersBeside } from "./carriers-beside.ts";
import { cellsOf, type FailedCell, type WorkCell } from "./cells.ts";
import { checkPlace } from "./check-place.ts";
import { startClock } from "./clock.ts";
import {
  type ComparedScenarios,
  compareAll,
  everyScenario,
  runsOf,
  shortfallsOf,
  variantGroups,
} from "./compare-all.ts";
import { compareFiles } from "./compare-files.ts";
import type { EnsembleFacts } from "./ensemble-facts.ts";
import { comparedUnder, ensembleCells } from "./ensemble-work.ts";
import { keepTask, keptTask } from "./kept-task.ts";
import { letWorldsGo } from "./let-worlds-go.ts";
import type { Place } from "./place.ts";
import { explained } from "./replicate-all.ts";
import { reportOf } from "./report-of.ts";
import { eventsOf, runRecord } from "./run-record.ts";
import { writeFiles } from "./run-tables.ts";
import { isInShard } from "./shard.ts";
import { simulateShard } from "./simulate-shard.ts";
import { exitUnlessMet } from "./standards-met.ts";
import type { CompareTask } from "./task.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

/**
 * Compares scenarios as the task says, shows what differs and writes the results folder; of a part of the
 * work it keeps the cells and writes nothing else.
 */
export async function performCompare(
  task: CompareTask,
  mains: readonly NamedScenario[],
  set: readonly string[],
  place: Place,
): Promise<void> {
  refuseUnlike(mains, task);
  await checkPlace(place);
  const bench = await openWorkbench(place, firstOfEach(task.extent));
  try {
    if (bench.store !== undefined) await keepTask(bench.store, keptTask(task, mains, set));
    if (place.shard !== undefined) {
      const tell = ({ cell, replication, why }: FailedCell): string =>
        explained(new ReplicationError(cell.job, replication, why), everyScenario(mains, task), {
          seed: task.seed,
          set,
        });
      const cells = compareCells(task, mains).filter((_, i) => isInShard(i, place.shard));
      await simulateShard(cells, tell, bench, place);
    } else await simulateWhole(task, mains, set, place, bench);
  } finally {
    await bench.close();
  }
}

/** Refuses worlds over unlike times before anything is made: those that are named, and their variants. */
function refuseUnlike([base, ...others]: readonly NamedScenario[], { variants }: CompareTask): void {
  const groups = [{ base, others }, ...(variants ? variantGroups(base, others) : [])];
  const problems = groups.flatMap((group) =>
    unlikeTimeProblems(
      group.base.scenario,
      group.others.map(({ scenario }) => scenario),
    ),
  );
  if (problems.length > 0) throw badInput(problems.map(renderProblem).join("\n"));
}

/**
 * Lists the cells that a comparison simulates: with people's fates, but for other assumptions and the members
 * of an ensemble.
 */
export function compareCells(task: CompareTask, mains: readonly NamedScenario[]): WorkCell[] {
  const named = everyScenario(mains, task).flatMap((one) =>
    cellsOf(
      jobOf(one, { seed: task.seed, keepsFates: one.variantOf === null }),
      firstOfEach(task.extent),
      null,
    ),
  );
  return [...named, ...ensembleCells(task.ensemble, mains, task.seed)];
}

async function simulateWhole(
  task: CompareTask,
  mains: readonly NamedScenario[],
  set: readonly string[],
  place: Place,
  { executor, signal, finish }: Workbench,
): Promise<void> {
  const { seed, extent, formats, detail, twins, variants, ensemble } = task;
  const { out, shows, quiet, json, full, workers } = place;
  const began = startClock();
  const folder = out === undefined ? undefined : await ResultsFolder.open(out);
  try {
    const progress = await openProgress(quiet);
    const compared = await compareAll(mains, {
      ...{ seed, set, extent, twins, variants },
      ...{ executor, progress, workers },
    });
    for (const shortfall of shortfallsOf(compared)) say(shortfall);
    const notKnown =
      ensemble === undefined
        ? undefined
        : await comparedUnder(ensemble, mains, { seed, set, executor, progress });
    await letWorldsGo(executor);
    const runs = runsOf(compared);
    if (folder !== undefined) {
      const files = compareFiles(compared, formats, {
        ...{ detail, widths: notKnown?.widths, decision: notKnown?.decision?.ranges },
      });
      const recorded = await writeFiles(folder, runs, files, signal);
      const facts = {
        ...{ task, scenarios: recorded, set, workers, began, events: eventsOf(runs), failures: [] },
        notKnown,
      };
      await folder.finish(runRecord(facts, folder), signal);
    }
    await finish();
    const contentHash = folder?.contentHash ?? null;
    const carriers = await carriersBeside(place);
    const report = await reportOf(place, contentHash);
    const input = compareInput(compared, notKnown);
    const shown = { out, json, full, carriers, report, content_hash: contentHash };
    if (shows) printScreen(shownText(compared, input, task, shown));
    exitUnlessMet([input.base, ...input.others.map(({ run }) => run)]);
  } catch (failure) {
    await folder?.discard();
    throw failure;
  }
}

interface Shown {
  readonly out: string | undefined;
  readonly json: boolean;
  readonly full: boolean;
  /** Says which numbers carry the result. */
  readonly carriers: readonly string[];
  /** Lines that say where the report is. */
  readonly report: readonly string[];
  readonly content_hash: string | null;
}

function shownText(
  { base, others }: ComparedScenarios,
  input: CompareInput,
  { seed, twins }: CompareTask,
  { out, json, full, carriers, report, content_hash }: Shown,
): string {
  const ranked = [base, ...others];
  const rankings = ranked.length < 3 ? [] : rankingsOf(ranked);
  if (json)
    return compareJson(input, rankings, { version: packageVersion(), seed, out: out ?? null, content_hash });
  if (!full)
    return briefScreen([input.base, ...input.others.map(({ run }) => run)], {
      seed,
      width: screenWidth(process.stdout),
      first: [...(input.notKnown?.inHowMany ?? []), ...rangeSentences(input.notKnown?.ranges ?? [])],
      before: beforeSentences(input.notKnown?.decision?.ranges ?? []),
      carriers,
      last: [messages.moreOnScreen(out), ...report],
    });
  const count = base.results.length;
  const last =
    out === undefined
      ? [messages.notWritten]
      : [...carriers, messages.twinsAreOf(twins, count), messages.writtenTo(out), ...report];
  return compareScreen(input, rankings, { seed, last });
}

function compareInput(
  { base, others, variants }: ComparedScenarios,
  notKnown: EnsembleFacts | undefined,
): CompareInput {
  return {
    notKnown,
    base: summaryInput(base),
    others: others.map((other) => ({
      run: summaryInput(other),
      gainedLost: other.twins === null ? [] : gainedAndLost(other.twins.counts),
      known: other.known,
    })),
    variants: variants.map((group) => ({
      name: group.variant.name,
      why: group.variant.why,
      base: summaryInput(group.base),
      others: others.map(({ named }) => {
        const twin = group.others.find((run) => run.named.variantOf?.scenario === named.scenario.name);
        return twin === undefined ? null : summaryInput(twin);
      }),
    })),
  };
}
