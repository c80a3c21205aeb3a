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
import { type FrontierShown, frontierScreen, frontierText } from "../screen/frontier-screen.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { meanFte, openLevers, type Warn, writtenWith, yearsOf } from "./plan-lever.ts";
import { pricesOf } from "./prices.ts";
import type { Seeking, Sought } from "./sought.ts";
import type { PlanAsk, PlanTask } from "./task.ts";

/**
 * Finds which combinations of two levers are undominated, the cheapest that meets the goals and what does
 * best for a sum.
 */
export function seekFrontier(
  task: PlanTask,
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
    const shown: FrontierShown = {
      ...found,
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
      marks: marksOf(combination, found),
    }));
    const answer = budget === null ? found.cheapest : found.forBudget?.[0];
    return {
      screen: (last) => frontierScreen(shown, last),
      json: (version) => frontierJson(shown, version),
      tables: [[FRONTIER, () => [frontierTable({ scenario, levers: [first.path, second.path] }, rows)]]],
      points: found.combinations.map((tested) => ({ ...tested, point: tested.level + 1 })),
      answer:
        answer === null || answer === undefined
          ? null
          : {
              loaded: answerOf(at([answer.first, answer.second]), shown),
              told: writtenWith(goals, messages.frontierWritten),
            },
      isMet: budget !== null || found.cheapest !== null,
    };
  };
}

function marksOf({ level }: Combination, { cheapest, forBudget }: Frontier) {
  const [best, ...ties] = forBudget ?? [];
  return [
    ...(cheapest?.level === level ? (["cheapest"] as const) : []),
    ...(best?.level === level ? (["best"] as const) : []),
    ...(ties.some((one) => one.level === level) ? (["as_good"] as const) : []),
  ];
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
