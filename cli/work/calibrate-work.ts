import { type Calibration, setAt } from "../../sim/calibration/calibrate.ts";
import { firstPoints } from "../../sim/calibration/history-match.ts";
import type { Target } from "../../sim/calibration/targets-file.ts";
import { checkLayout } from "../../sim/experiment/check-layout.ts";
import type { VariedParameter } from "../../sim/experiment/design/varied-parameter.ts";
import { readVariations } from "../../sim/experiment/design/vary.ts";
import type { Job } from "../../sim/experiment/executor.ts";
import { jobOf } from "../../sim/experiment/replicate.ts";
import { type LoadedScenario, readScenario } from "../../sim/scenario/load.ts";
import { type Problem, renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { sourcesFromMap } from "../../sim/scenario/sources.ts";
import { messages } from "../messages/index.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { cellsOf, type WorkCell } from "./cells.ts";
import { refusing } from "./refusing.ts";
import type { CalibrateTask } from "./task.ts";

/** A calibration that can be simulated: what it is, and the scenario at any of its points. */
export interface CalibrateWork {
  readonly task: CalibrateTask;
  readonly named: NamedScenario;
  readonly calibration: Calibration;
  readonly load: (set?: readonly string[]) => LoadedScenario;
}

const RESOLVED = "/scenario.resolved.yaml";
const DEFAULTS = "/defaults.yaml";
/** Three standard deviations: fewer than one in twenty of any distribution with one top lie further out. */
const CUTOFF = 3;
/** Points of the whole cube that are tried for what is left. */
const TRIED = 2048;

/**
 * Makes the work of a calibration from its scenario with every default filled in; from that text alone, so
 * that the work is the same wherever it is done and done again.
 */
export function calibrateWork(task: CalibrateTask, named: NamedScenario): CalibrateWork {
  const resolved = resolvedYaml(named);
  const files = new Map([
    [RESOLVED, resolved],
    [DEFAULTS, resolved],
  ]);
  return {
    task,
    named,
    calibration: {
      parameters: parametersIn(task),
      targets: task.targets.map(
        ({ group_by: groupBy, ...target }): Target => ({
          ...target,
          groupBy,
          role: "fitted",
          where: { file: "run.json" },
        }),
      ),
      seed: task.seed,
      settings: {
        waves: task.waves,
        points: task.points,
        replications: task.replications,
        memberReplications: task.member_replications,
        cutoff: CUTOFF,
        tried: TRIED,
      },
    },
    load: readScenario(RESOLVED, sourcesFromMap(files, { defaults: DEFAULTS })),
  };
}

function parametersIn({ over }: CalibrateTask): readonly VariedParameter[] {
  return refusing(() => {
    const problems: Problem[] = [];
    const placed = readVariations(
      over.map((one) => ({ ...one, place: { file: "--over" } })),
      (problem) => problems.push(problem),
    );
    if (problems.length > 0) throw new ScenarioError(problems);
    return placed.map(({ parameter }) => parameter);
  });
}

/** Makes the job of a point. */
export function pointJob({ load, task: { seed } }: CalibrateWork, set: readonly string[]): Job {
  return jobOf(load(set), { seed, detail: "summary" });
}

/** Refuses, before anything is simulated, a parameter with an end at which there is no valid scenario. */
export function refuseInvalidEnds({ calibration: { parameters }, load, named }: CalibrateWork): void {
  const middle = new Float64Array(parameters.length).fill(0.5);
  const complaints = new Set<string>();
  for (let i = 0; i < parameters.length; i++)
    for (const end of [0, 1]) {
      const set = setAt(
        parameters,
        middle.map((u, at) => (at === i ? end : u)),
      );
      try {
        checkLayout(load(set));
      } catch (failure) {
        if (!(failure instanceof ScenarioError)) throw failure;
        for (const { line, column, ...problem } of failure.problems)
          complaints.add(
            messages.problemAtPoint(set[i], renderProblem({ ...problem, file: named.argument })),
          );
      }
    }
  if (complaints.size > 0) throw badInput([...complaints, messages.nothingRun(complaints.size)].join("\n"));
}

/** Lists the cells of the first wave, which are known before anything is simulated. */
export function firstWaveCells(work: CalibrateWork): WorkCell[] {
  const { parameters, seed, settings } = work.calibration;
  return firstPoints(parameters.length, settings.points, seed).flatMap((at, i) =>
    cellsOf(pointJob(work, setAt(parameters, at)), settings.replications, i + 1),
  );
}
