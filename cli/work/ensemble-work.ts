import { drawBefore } from "../../sim/ensemble/drawn-before.ts";
import { drawMembers } from "../../sim/ensemble/drawn-members.ts";
import { setBeside, statedPaths } from "../../sim/ensemble/laid-over.ts";
import type { EnsembleMember } from "../../sim/ensemble/members-file.ts";
import { memberJob, simulateMembersTogether } from "../../sim/ensemble/simulate-members.ts";
import { checkLayout } from "../../sim/experiment/check-layout.ts";
import type { Runnable } from "../../sim/experiment/execution-options.ts";
import { type Executor, ReplicationError } from "../../sim/experiment/executor.ts";
import { FEWEST_MEMBERS, type MemberRuns } from "../../sim/findings/not-known.ts";
import { readScenario } from "../../sim/scenario/load.ts";
import { renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { sourcesFromMap } from "../../sim/scenario/sources.ts";
import { messages } from "../messages/index.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { badInput, failed } from "../terminal/exit-codes.ts";
import { say } from "../terminal/print.ts";
import type { Progress } from "../terminal/progress.ts";
import { cellsOf, type WorkCell } from "./cells.ts";
import { type EnsembleFacts, ensembleFacts } from "./ensemble-facts.ts";
import { ENSEMBLE_FILE } from "./ensemble-file.ts";
import { type EnsembleFolder, readEnsembleFolder } from "./ensemble-folder.ts";
import type { TaskEnsemble } from "./ensemble-task.ts";
import { refuseOtherModel } from "./members-again.ts";
import { refusing } from "./refusing.ts";
import { explained } from "./replicate-all.ts";
import type { EnsembleTask } from "./task.ts";

/** Says which ensemble is asked for, and how often each of its members is simulated. */
export interface AskedEnsemble {
  readonly folder: string;
  readonly replications: number;
  /** Whether the ranges before any published figure was used are asked for too. */
  readonly before?: boolean;
  /** How many members are drawn, by weight, and by which seed; left out for all. */
  readonly drawn?: { readonly count: number; readonly seed: string };
}

/**
 * Reads the ensemble that is asked for as it is laid over scenarios; lists the paths that a scenario states
 * itself, where it wins, and refuses members under which a scenario is not valid.
 */
export async function readEnsemble(
  { folder, replications, before = false, drawn }: AskedEnsemble,
  mains: readonly NamedScenario[],
  isQuiet: boolean,
): Promise<TaskEnsemble> {
  const read = readEnsembleFolder(folder);
  await refuseOtherModel(read, mains, isQuiet);
  const { manifest } = read;
  const members = drawn === undefined ? read.members : drawMembers(read.members, drawn.seed, drawn.count);
  const stated = mains.map((named) => ({
    scenario: named.scenario.name,
    paths: [...statedPaths(named, members, manifest.files)],
  }));
  const ensemble: TaskEnsemble = {
    folder,
    replications,
    members: copied(members),
    ...(before ? { before: copied(membersBefore(read)) } : {}),
    stated: stated.filter(({ paths }) => paths.length > 0),
  };
  refuseInvalidMembers(ensemble, mains);
  if (!isQuiet) {
    const tooFew = drawn === undefined ? messages.fewMembers : messages.fewDrawn;
    if (members.length < FEWEST_MEMBERS) say(tooFew(folder, members.length, FEWEST_MEMBERS));
    for (const { scenario, paths } of ensemble.stated) say(messages.statedBeside(scenario, paths));
  }
  return ensemble;
}

const copied = (members: readonly EnsembleMember[]): TaskEnsemble["members"] =>
  members.map(({ set, ...member }) => ({ ...member, set: [...set] }));

/** Draws sets of values over the ranges that an ensemble says of before; refuses one that says none. */
function membersBefore({ folder, manifest: { prior, seed, command } }: EnsembleFolder) {
  if (prior === null) throw badInput(messages.noRangesBefore(folder, command));
  return refusing(() => drawBefore(prior, seed ?? "", `${folder}/${ENSEMBLE_FILE}`));
}

/** Lays an ensemble beside a task, where one is asked for. */
export async function withEnsemble<T extends EnsembleTask>(
  task: T,
  asked: AskedEnsemble | undefined,
  mains: readonly NamedScenario[],
  isQuiet: boolean,
): Promise<T> {
  return asked === undefined ? task : { ...task, ensemble: await readEnsemble(asked, mains, isQuiet) };
}

const MAX_COMPLAINTS = 20;

/** Refuses members, before anything is simulated, under which a scenario is not valid. */
function refuseInvalidMembers(ensemble: TaskEnsemble, mains: readonly NamedScenario[]): void {
  const complaints: string[] = [];
  const invalid = new Set<number>();
  for (const named of mains) {
    const load = underMembers(named, ensemble);
    for (const { member, set } of everySet(ensemble)) {
      try {
        load(set);
      } catch (failure) {
        if (!(failure instanceof ScenarioError)) throw failure;
        invalid.add(member);
        for (const { line, column, ...problem } of failure.problems)
          complaints.push(messages.badMember(member, renderProblem({ ...problem, file: ensemble.folder })));
      }
    }
  }
  if (invalid.size === 0) return;
  const shown = [...new Set(complaints)].slice(0, MAX_COMPLAINTS);
  throw badInput(
    [...shown, messages.invalidMembers(invalid.size, complaints.length - shown.length)].join("\n"),
  );
}

/** Lists the members, then the sets of values of before. */
const everySet = ({ members, before = [] }: TaskEnsemble): TaskEnsemble["members"] => [...members, ...before];

const RESOLVED = "/scenario.resolved.yaml";

/**
 * Returns what loads a scenario under a member, but for what it states itself; from its text with every
 * default filled in alone, so that it is the same wherever it is done again.
 */
function underMembers(
  named: NamedScenario,
  { stated }: Pick<TaskEnsemble, "stated">,
): (set: readonly string[]) => Runnable {
  const text = resolvedYaml(named);
  const load = readScenario(RESOLVED, sourcesFromMap(new Map([[RESOLVED, text]]), { defaults: RESOLVED }));
  const own = stated.find(({ scenario }) => scenario === named.scenario.name)?.paths ?? [];
  return (set) => {
    const loaded = load(setBeside(set, own));
    checkLayout(loaded);
    return loaded;
  };
}

/** Lists the cells of an ensemble, scenario by scenario. */
export function ensembleCells(
  ensemble: TaskEnsemble | undefined,
  mains: readonly NamedScenario[],
  seed: string,
): WorkCell[] {
  if (ensemble === undefined) return [];
  return mains.flatMap((named) => {
    const load = underMembers(named, ensemble);
    return everySet(ensemble).flatMap(({ set }) =>
      cellsOf(memberJob(load(set), seed), ensemble.replications, null),
    );
  });
}

/** Says where members are simulated. */
export interface SimulateEnsembleOptions {
  readonly seed: string;
  readonly set: readonly string[];
  readonly executor: Executor;
  readonly progress: Progress;
}

/** Simulates scenarios under every member of an ensemble; gives what was measured by scenario. */
export async function simulateEnsemble(
  ensemble: TaskEnsemble,
  mains: readonly NamedScenario[],
  { seed, set, executor, progress }: SimulateEnsembleOptions,
): Promise<ReadonlyMap<string, MemberRuns>> {
  const { members, replications } = ensemble;
  progress.start(mains.length * members.length * replications);
  try {
    const loads = mains.map((named) => underMembers(named, ensemble));
    const how = { seed, replications, executor, onReplication: () => progress.done() };
    const simulated = await simulateMembersTogether(loads, members, how);
    return new Map(mains.map(({ scenario }, of) => [scenario.name, simulated[of]]));
  } catch (failure) {
    if (!(failure instanceof ReplicationError)) throw failure;
    throw failed(explained(failure, mains, { seed, set }));
  } finally {
    progress.stop();
  }
}

/** Compares scenarios under every member, and where they are asked for under the sets of values of before. */
export async function comparedUnder(
  ensemble: TaskEnsemble,
  mains: readonly NamedScenario[],
  how: SimulateEnsembleOptions,
): Promise<EnsembleFacts> {
  const { before: sets, ...after } = ensemble;
  const members = await simulateEnsemble(after, mains, how);
  const before =
    sets === undefined ? undefined : await simulateEnsemble({ ...after, members: sets }, mains, how);
  return ensembleFacts(ensemble, members, { seed: how.seed, areCompared: true, before });
}
