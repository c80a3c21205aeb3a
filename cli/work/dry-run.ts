import { unlikePointWarnings } from "../../sim/findings/unlike-worlds.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { messages } from "../messages/index.ts";
import { dryRunJson, dryRunText } from "../screen/dry-run-text.ts";
import { CellStore } from "../store/cell-store.ts";
import { print, say } from "../terminal/print.ts";
import { warnOf } from "../terminal/warn.ts";
import { type AskedEnsemble, withEnsemble } from "./ensemble-work.ts";
import { earlierTask, keptTask } from "./kept-task.ts";
import { loadMains } from "./load-mains.ts";
import { measureRate } from "./measured-rate.ts";
import type { Place } from "./place.ts";
import { pointStates } from "./point-states.ts";
import { refuseUnmeasured } from "./refuse-unmeasured.ts";
import { sweepWork } from "./sweep-work.ts";
import type { SweepTask } from "./task.ts";

/**
 * Says what a sweep would simulate: its points, what of them is kept, why what is stale is stale, and how
 * long the rest will take. Writes nothing.
 */
export async function dryRunOfSweep(
  asked: SweepTask,
  argument: string,
  set: readonly string[],
  place: Place,
  ensemble: AskedEnsemble | undefined,
): Promise<void> {
  const [named] = loadMains([argument], set, place);
  const task = await withEnsemble(asked, ensemble, [named], place.quiet);
  const work = sweepWork(task, resolvedYaml(named));
  const store = place.store === undefined ? undefined : await CellStore.find(place.store);
  const earlier = store === undefined ? undefined : await earlierTask(store, keptTask(task, [named], []));
  const states = await pointStates(work, named.argument, store, earlier);
  warnOf([{ warnings: unlikePointWarnings(work.plan.parameters) }], place.quiet);
  await refuseUnmeasured(work);
  if (store !== undefined && store.damaged.length > 0)
    say(messages.damagedCellsFound(store.folder, store.damaged.length));
  const missing = states.filter(({ missing }) => missing > 0).map(({ job }) => job);
  const rate = missing.length === 0 ? undefined : measureRate(missing);
  const dryRun = { plan: work.plan, states, rate, workers: place.workers, store: place.store };
  print(place.json ? dryRunJson(dryRun) : dryRunText(dryRun));
}
