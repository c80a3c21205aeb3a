import { type StandingOfMembers, standingOfMembers } from "../../sim/ensemble/standing-of-members.ts";
import {
  type Combination,
  type Frontier,
  frontier,
  MAX_COMBINATIONS,
} from "../../sim/experiment/frontier.ts";
import { goalText } from "../../sim/findings/goal.ts";
import { plannedRationale } from "../../sim/findings/planned.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { FRONTIER, frontierTable } from "../../sim/tables/frontier.ts";
import { messages } from "../messages/index.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { frontierJson } from "../screen/frontier-json.ts";
import {
  type FrontierMembers,
  type FrontierShown,
  frontierScreen,
  frontierText,
  isTold,
  MAX_LINES,
} from "../screen/frontier-screen.ts";
import { badInput } from "../terminal/exit-codes.ts";
import type { PlanEnsemble } from "./ensemble-task.ts";
import { meanFte, openLevers, type Warn, writtenWith, yearsOf } from "./plan-lever.ts";
import { pricesOf } from "./prices.ts";
import type { Seeking, Sought } from "./sought.ts";
import type { PlanAsk, PlanTask } from "./task.ts";
import { underMembers } from "./under-members.ts";

/**
 * Finds which combinations of two levers are undominated, the cheapest that meets the goals and what does
 * best for a sum; with an ensemble also in how many of its members each of them meets the goals, and the
 * cheapest with which enough do.
 */
export function seekFrontier(
  task: PlanTask,
  ensemble: PlanEnsemble | undefined,
  { by, prices, budget }: PlanAsk<"frontier">,
  named: NamedScenario,
  warn: Warn,
): (options: Seeking) => Promise<Sought> {
  const { levers, goals, at } = openLevers(task, named, by, "--by", warn);
  const [first, second] = levers;
  const count = first.values.length * second.values.length;
  if (budget !== null && count > MAX_COMBINATIONS)
    throw badInput(messages.budgetOfMany(count, MAX_COMBINATIONS));
  const { priced, countsProgramme } = pricesOf(levers, prices, named.scenario);
  const told = (one: Combination) => ({
    ...one,
    values: [first.values[one.first].text, second.values[one.second].text] as const,
    fte: meanFte(one, yearsOf(named)),
  });
  const { length: columns } = second.values;
  const places = (level: number): [number, number] => [Math.floor(level / columns), level % columns];
  const under =
    ensemble === undefined
      ? undefined
      : underMembers(named, ensemble, (level, sets) => at(places(level), sets), [0, count - 1]);
  return async (options) => {
    const found = await frontier(
      {
        counts: [first.values.length, second.values.length],
        at: (...places) => at(places),
        priced: (...places) => priced(places),
        countsProgramme,
        years: yearsOf(named),
      },
      goals,
      { ...options, most: task.at_most, ...(budget === null ? {} : { budget }) },
    );
    const scenario = named.scenario.name;
    const asked = found.combinations.filter((one) => isTold(one, found)).slice(0, MAX_LINES);
    const standings =
      ensemble === undefined || under === undefined
        ? []
        : await standingOfMembers(
            { count, weights: ensemble.members.map(({ weight }) => weight), at: under },
            asked.map(({ level }) => level),
            goals,
            { ...options, most: task.at_most, onLook: (pair, upTo) => options.onLook?.(count + pair, upTo) },
          );
    const standing = new Map(standings.map((one) => [one.level, one]));
    const shown: FrontierShown = {
      ...found,
      members: ensemble === undefined ? null : membersOf(ensemble, found, standing),
      combinations: found.combinations.map(told),
      cheapest: found.cheapest === null ? null : told(found.cheapest),
      forBudget: found.forBudget?.map(told) ?? null,
      scenario,
      paths: [first.path, second.path],
      goals,
      seed: task.seed,
      budget,
    };
    const rows = shown.combinations.map(({ values, fte, ...combination }) => ({
      combination,
      values,
      fte,
      standing: standing.get(combination.level) ?? null,
      marks: marksOf(combination, shown),
    }));
    const cheapest =
      ensemble === undefined
        ? found.cheapest
        : (found.combinations.find(({ level }) => level === shown.members?.cheapest?.level) ?? null);
    const answer = budget === null ? cheapest : found.forBudget?.[0];
    return {
      screen: (last) => frontierScreen(shown, last),
      json: (version) => frontierJson(shown, version),
      tables: [[FRONTIER, () => [frontierTable({ scenario, levers: [first.path, second.path] }, rows)]]],
      points: [
        ...found.combinations.map((tested) => ({ ...tested, point: tested.level + 1 })),
        ...standings.flatMap(({ level, members }) =>
          members.map((tested, member) => ({
            ...tested,
            point: count + level * members.length + member + 1,
          })),
        ),
      ],
      answer:
        answer === null || answer === undefined
          ? null
          : {
              loaded: answerOf(at([answer.first, answer.second]), shown),
              told: writtenWith(goals, messages.frontierWritten),
            },
      isMet: budget !== null || cheapest !== null,
    };
  };
}

function marksOf({ level }: Combination, { cheapest, forBudget, members }: FrontierShown) {
  const [best, ...ties] = forBudget ?? [];
  return [
    ...(cheapest?.level === level ? (["cheapest"] as const) : []),
    ...(members?.cheapest?.level === level ? (["enough"] as const) : []),
    ...(best?.level === level ? (["best"] as const) : []),
    ...(ties.some((one) => one.level === level) ? (["as_good"] as const) : []),
  ];
}

/** Weights are sums of parts, which round. */
const ROUNDING = 1e-9;

/** Says how members stand at the combinations asked of them, and with which enough meet the goals. */
function membersOf(
  { members, share, of: known, folder }: PlanEnsemble,
  { combinations }: Frontier,
  standing: ReadonlyMap<number, StandingOfMembers>,
): FrontierMembers {
  const isEnough = ({ level }: Combination): boolean => (standing.get(level)?.met ?? 0) >= share - ROUNDING;
  return {
    ...{ standing, share, known, folder },
    count: members.reduce((sum, { weight }) => sum + weight, 0),
    cheapest: combinations.find(isEnough) ?? null,
  };
}

function answerOf(loaded: LoadedScenario, shown: FrontierShown): LoadedScenario {
  const { scenario } = loaded;
  const text = `${goalText(shown.goals[0])}. ${frontierText(shown)}`;
  const name = `${scenario.name}-planned`.slice(0, 80);
  return {
    ...loaded,
    scenario: { ...scenario, name, rationale: plannedRationale(text, scenario.rationale) },
  };
}
