import { failingMembers } from "../../sim/ensemble/failing-members.ts";
import {
  type LevelOfMembers,
  type RobustLeast,
  type RobustTip,
  robustLeast,
  robustTip,
} from "../../sim/ensemble/robust-level.ts";
import { meanOf } from "../../sim/findings/estimates.ts";
import { goalText } from "../../sim/findings/goal.ts";
import { plannedRationale } from "../../sim/findings/planned.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { LEVELS, membersLevelsTable } from "../../sim/tables/levels.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { robustJson } from "../screen/robust-json.ts";
import { type RobustShown, robustAnswer, robustScreen } from "../screen/robust-screen.ts";
import type { PlanEnsemble } from "./ensemble-task.ts";
import { openLever, type PlanLever, tippingValues, type Warn, writtenWith, yearsOf } from "./plan-lever.ts";
import type { Seeking, Sought } from "./sought.ts";
import type { PlanAsk, PlanTask } from "./task.ts";
import { underMembers } from "./under-members.ts";

/**
 * Finds the least of a lever with which enough members of an ensemble meet the goals, or where along it
 * enough of them come to meet them.
 */
export function seekRobust(
  task: PlanTask,
  ensemble: PlanEnsemble,
  ask: PlanAsk<"least"> | PlanAsk<"tip">,
  named: NamedScenario,
  warn: Warn,
): (options: Seeking) => Promise<Sought> {
  const lever =
    ask.kind === "least"
      ? openLever(task, named, ask.by, "--by", warn)
      : openLever(task, named, tippingValues(ask.by), "--tip", warn);
  const { values, goals, at, path } = lever;
  const { members, share } = ensemble;
  const under = underMembers(named, ensemble, at, [0, values.length - 1]);
  return async ({ onLook: _, ...options }) => {
    const levels = {
      count: values.length,
      weights: members.map(({ weight }) => weight),
      at: (level: number, member: number) => under(level, member),
    };
    const how = { ...options, share, most: task.at_most };
    const found =
      ask.kind === "least"
        ? ({ kind: "least", ...(await robustLeast(levels, goals, how)) } as const)
        : ({ kind: "tip", ...(await robustTip(levels, goals, how)) } as const);
    const shown = shownOf(found, lever, ensemble, task.seed);
    const answer = shown.levels.find(({ mark }) => mark === "least");
    const of = {
      scenario: named.scenario.name,
      lever: path,
      years: yearsOf(named),
      members: members.map(({ member }) => member),
      share,
    };
    return {
      screen: (last) => robustScreen(shown, last),
      json: (version) => robustJson(shown, version),
      tables: [[LEVELS, () => [membersLevelsTable(of, shown.levels)]]],
      points: found.levels.flatMap(({ level, members: simulated }) =>
        simulated.map(({ member, plan, results }) => ({
          ...{ plan, results },
          point: level * members.length + member + 1,
        })),
      ),
      answer:
        answer === undefined
          ? null
          : { loaded: answerOf(at(answer.of.level), shown), told: writtenWith(goals) },
      isMet: found.kind === "tip" || found.meets !== null,
    };
  };
}

type Found = ({ readonly kind: "least" } & RobustLeast) | ({ readonly kind: "tip" } & RobustTip);

function shownOf(
  found: Found,
  { named, path, values, goals }: PlanLever,
  { members, share, of: known, folder }: PlanEnsemble,
  seed: string,
): RobustShown {
  const weights = members.map(({ weight }) => weight);
  const last = found.levels[found.levels.length - 1];
  const told = found.kind === "tip" ? null : (found.meets ?? last);
  const cost = told === null ? null : meanOfMembers(told, weights, "cost.total");
  return {
    kind: found.kind,
    scenario: named.scenario.name,
    path,
    goals,
    seed,
    share,
    members: members.reduce((sum, { weight }) => sum + weight, 0),
    known,
    folder,
    levels: found.levels.map((of) => ({
      of,
      value: values[of.level].text,
      fte: (meanOfMembers(of, weights, "posts.fte_years") ?? 0) / yearsOf(named),
      mark: markOf(of, found),
    })),
    range: [values[0].text, values[values.length - 1].text],
    values: values.length,
    failing: told === null ? null : failingMembers(told, members),
    yearly: cost === null ? null : cost / yearsOf(named),
    falls: (found.kind === "tip" ? [] : found.falls).map(({ from, to, member, goal }) => ({
      goal,
      from: values[from].text,
      to: values[to].text,
      member: members[member].member,
    })),
    replications: found.replications,
  };
}

function markOf({ level }: LevelOfMembers, found: Found): RobustShown["levels"][number]["mark"] {
  if (found.kind === "tip") return found.between?.some((one) => one.level === level) ? "tips" : "";
  return level === found.meets?.level ? "least" : level === found.fails?.level ? "below" : "";
}

/** Gives the mean of a metric over the members by their weight; null where one of them has none. */
function meanOfMembers(
  { members }: LevelOfMembers,
  weights: readonly number[],
  metric: string,
): number | null {
  let [sum, all] = [0, 0];
  for (const { member, ...tested } of members) {
    const mean = meanOf(tested, metric);
    if (mean === null) return null;
    sum += weights[member] * mean;
    all += weights[member];
  }
  return all > 0 ? sum / all : null;
}

/**
 * Names the scenario with which enough members meet the goals after what was planned, as `plan --by` does.
 */
function answerOf(loaded: LoadedScenario, shown: RobustShown): LoadedScenario {
  const name = `${loaded.scenario.name}-planned`.slice(0, 80);
  const text = `${goalText(shown.goals[0])}. ${robustAnswer(shown)}`;
  const rationale = plannedRationale(text, loaded.scenario.rationale);
  return { ...loaded, scenario: { ...loaded.scenario, name, rationale } };
}
