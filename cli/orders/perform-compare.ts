import { firstOfEach } from "../../sim/experiment/compare.ts";
import { ReplicationError } from "../../sim/experiment/player.ts";
import { jobOf } from "../../sim/experiment/replicate.ts";
import { gainedAndLost } from "../../sim/tables/gained-lost.ts";
import { rankingsOf } from "../../sim/tables/ranking.ts";
import type { NamedScenario } from "../inputs/load-scenarios.ts";
import { packageVersion } from "../inputs/package-folder.ts";
import * as messages from "../messages.ts";
import type { CompareInput } from "../render/compare-input.ts";
import { compareJson } from "../render/compare-json.ts";
import { compareScreen } from "../render/compare-screen.ts";
import { compareFiles } from "../results/compare-files.ts";
import { ResultsFolder } from "../results/results-folder.ts";
import { eventsOf, recordedScenario, runRecord } from "../results/run-record.ts";
import { print, say } from "../terminal/print.ts";
import { openProgress } from "../terminal/progress.ts";
import { cellsOf, type FailedCell, type WorkCell } from "./cells.ts";
import { type ComparedScenarios, compareAll, runsOf, shortfallsOf, variantGroups } from "./compare-all.ts";
import { keepOrder, keptOrder } from "./kept-order.ts";
import type { CompareOrder } from "./order.ts";
import type { Place } from "./place.ts";
import { playShard } from "./play-shard.ts";
import { explained } from "./replicate-all.ts";
import { reportOf } from "./report-of.ts";
import { isInShard } from "./shard.ts";
import { exitUnlessMet } from "./standards-met.ts";
import { summaryInput } from "./summary-of-run.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

/** Compares scenarios as ordered, shows what differs and writes the results folder; of a part of the work it keeps the cells and writes nothing else. */
export async function performCompare(
  order: CompareOrder,
  mains: readonly NamedScenario[],
  set: readonly string[],
  place: Place,
): Promise<void> {
  if (place.out !== undefined) await ResultsFolder.check(place.out);
  const bench = await openWorkbench(place, firstOfEach(order.extent));
  try {
    if (bench.store !== undefined) await keepOrder(bench.store, keptOrder(order, mains, set));
    if (place.shard !== undefined) {
      const tell = ({ cell, replication, why }: FailedCell): string =>
        explained(new ReplicationError(cell.job, replication, why), everyScenario(mains, order), {
          seed: order.seed,
          set,
        });
      const cells = compareCells(order, mains).filter((_, i) => isInShard(i, place.shard));
      await playShard(cells, tell, bench, place);
    } else await playWhole(order, mains, set, place, bench);
  } finally {
    await bench.close();
  }
}

/** Lists the cells that a comparison plays: with people's fates, but for other assumptions. */
function compareCells(order: CompareOrder, mains: readonly NamedScenario[]): WorkCell[] {
  return everyScenario(mains, order).flatMap((named) =>
    cellsOf(
      jobOf(named, { seed: order.seed, keepsFates: named.variantOf === null }),
      firstOfEach(order.extent),
      null,
    ),
  );
}

function everyScenario(
  [base, ...others]: readonly NamedScenario[],
  { variants }: CompareOrder,
): NamedScenario[] {
  const groups = variants ? variantGroups(base, others) : [];
  return [base, ...others, ...groups.flatMap((group) => [group.base, ...group.others])];
}

async function playWhole(
  order: CompareOrder,
  mains: readonly NamedScenario[],
  set: readonly string[],
  place: Place,
  { player, signal, finish }: Workbench,
): Promise<void> {
  const { seed, extent, formats, twins, variants } = order;
  const { out, shows, quiet, json, workers } = place;
  const began = new Date();
  const folder = out === undefined ? undefined : await ResultsFolder.open(out);
  try {
    const progress = await openProgress(quiet);
    const compared = await compareAll(mains, { seed, set, extent, twins, variants, player, progress });
    for (const shortfall of shortfallsOf(compared)) say(shortfall);
    const runs = runsOf(compared);
    if (folder !== undefined) {
      const recorded = runs.map((run) => recordedScenario(run, runs.length));
      for (const { file, resolved } of recorded) await folder.write(file, [resolved], signal);
      for (const { name, pieces } of compareFiles(compared, formats))
        await folder.write(name, pieces(), signal);
      const facts = { order, scenarios: recorded, set, workers, began, events: eventsOf(runs), failures: [] };
      await folder.finish(runRecord(facts, folder), signal);
    }
    await finish();
    const report = await reportOf(place);
    const input = compareInput(compared);
    const contentHash = folder?.contentHash ?? null;
    if (shows) print(shownText(compared, input, order, { out, json, report, content_hash: contentHash }));
    exitUnlessMet([input.base, ...input.others.map(({ run }) => run)]);
  } catch (failure) {
    await folder?.discard();
    throw failure;
  }
}

interface Shown {
  readonly out: string | undefined;
  readonly json: boolean;
  /** Lines that say where the report is. */
  readonly report: readonly string[];
  readonly content_hash: string | null;
}

function shownText(
  { base, others }: ComparedScenarios,
  input: CompareInput,
  { seed, twins }: CompareOrder,
  { out, json, report, content_hash }: Shown,
): string {
  const ranked = [base, ...others];
  const rankings = ranked.length < 3 ? [] : rankingsOf(ranked);
  if (json)
    return compareJson(input, rankings, { version: packageVersion(), seed, out: out ?? null, content_hash });
  const count = base.results.length;
  const last =
    out === undefined
      ? [messages.notWritten]
      : [messages.twinsAreOf(twins, count), messages.writtenTo(out), ...report];
  return compareScreen(input, rankings, { seed, last });
}

function compareInput({ base, others, variants }: ComparedScenarios): CompareInput {
  return {
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
