import { messages } from "../messages/index.ts";
import { ResultsFolder } from "../results/results-folder.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { validationJson } from "../screen/validation-json.ts";
import { validationText } from "../screen/validation-text.ts";
import { EXIT } from "../terminal/exit-codes.ts";
import { print } from "../terminal/print.ts";
import { openProgress } from "../terminal/progress.ts";
import { checkPlace } from "./check-place.ts";
import { startClock } from "./clock.ts";
import { keepTask, keptTask } from "./kept-task.ts";
import { letWorldsGo } from "./let-worlds-go.ts";
import type { Place } from "./place.ts";
import { reportOf } from "./report-of.ts";
import { eventsOf, runRecord } from "./run-record.ts";
import type { ValidateTask } from "./task.ts";
import { validateAll } from "./validate-all.ts";
import { writeValidation } from "./validate-files.ts";
import { openWorkbench } from "./workbench.ts";

/**
 * Sets the targets of a scenario beside what is simulated, shows them and writes the results folder. Exit
 * code 3 if a held-out target is missed.
 */
export async function performValidate(
  task: ValidateTask,
  named: NamedScenario,
  set: readonly string[],
  place: Place,
): Promise<void> {
  const { formats, extent, ensemble } = task;
  const { out, shows, quiet, json, workers } = place;
  await checkPlace(place);
  const bench = await openWorkbench(place, Math.max(extent.count, ensemble === undefined ? 1 : workers));
  try {
    const { executor, store, signal } = bench;
    if (store !== undefined) await keepTask(store, keptTask(task, [named], set));
    const began = startClock();
    const folder = out === undefined ? undefined : await ResultsFolder.open(out);
    try {
      const progress = await openProgress(quiet);
      const validated = await validateAll(task, named, { set, executor, progress, workers });
      await letWorldsGo(executor);
      const { run, validation, notKnown } = validated;
      if (folder !== undefined) {
        const scenarios = await writeValidation(folder, validated, formats, signal);
        const facts = {
          task,
          scenarios,
          set,
          workers,
          began,
          events: eventsOf([run]),
          failures: [],
          notKnown,
        };
        await folder.finish(runRecord(facts, folder), signal);
      }
      await bench.finish();
      const contentHash = folder?.contentHash ?? null;
      const last = [
        ...(out === undefined ? [] : [messages.writtenTo(out)]),
        ...(await reportOf(place, contentHash)),
      ];
      const written = { out: out ?? null, content_hash: contentHash };
      if (shows) print(json ? validationJson(validation, written) : validationText(validation, last));
      const isMissed = validation.targets.some(
        ({ target, verdict }) => target.role === "held_out" && verdict === "missed",
      );
      if (isMissed) process.exitCode = EXIT.notMet;
    } catch (failure) {
      await folder?.discard();
      throw failure;
    }
  } finally {
    await bench.close();
  }
}
