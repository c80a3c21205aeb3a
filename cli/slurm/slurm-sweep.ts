import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { type AskedEnsemble, withEnsemble } from "../work/ensemble-work.ts";
import { loadMains } from "../work/load-mains.ts";
import type { Place } from "../work/place.ts";
import { refuseUnmeasured } from "../work/refuse-unmeasured.ts";
import { refuseInvalidPoints, replicationsEach, sweepCells, sweepWork } from "../work/sweep-work.ts";
import type { SweepTask } from "../work/task.ts";
import { type SlurmOptions, writeSlurmScripts } from "./slurm-scripts.ts";

/** Writes the scripts of a job array that simulates a sweep. */
export async function writeSlurmSweep(
  task: SweepTask,
  argument: string,
  set: readonly string[],
  place: Place,
  { asked: ensemble, ...options }: SlurmOptions & { readonly asked: AskedEnsemble | undefined },
): Promise<void> {
  const asked = { words: sweepWords(task, argument, set, ensemble), scenarios: [argument] };
  await writeSlurmScripts(asked, place, options, async () => {
    const [named] = loadMains([argument], set, place);
    const work = sweepWork(await withEnsemble(task, ensemble, [named], place.quiet), resolvedYaml(named));
    refuseInvalidPoints(work, named.argument);
    await refuseUnmeasured(work);
    const cells = [...sweepCells(work)];
    return {
      ...asked,
      command: "sweep",
      jobs: cells.map(({ job }) => job),
      stages: [work.plan.points * replicationsEach(work)],
      cells: cells.length,
    };
  });
}

function sweepWords(
  task: SweepTask,
  argument: string,
  set: readonly string[],
  ensemble: AskedEnsemble | undefined,
): string[] {
  const { vary, design, points, seed, replications, formats, metrics, groups, tidy } = task;
  return [
    "sweep",
    argument,
    ...vary.map(
      ({ path, values }) => `--vary=${path}=${typeof values === "string" ? values : values.join(",")}`,
    ),
    `--design=${design}`,
    ...(points === null ? [] : [`--points=${points}`]),
    `--seed=${seed}`,
    `--replications=${replications}`,
    `--format=${formats.join(",")}`,
    ...(metrics === null ? [] : [`--metrics=${metrics.join(",")}`]),
    ...(groups ? ["--groups"] : []),
    ...(tidy ? ["--tidy"] : []),
    ...(ensemble === undefined
      ? []
      : [`--ensemble=${ensemble.folder}`, `--member-replications=${ensemble.replications}`]),
    ...set.map((change) => `--set=${change}`),
  ];
}
