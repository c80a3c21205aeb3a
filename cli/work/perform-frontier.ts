import { existsSync } from "node:fs";
import { MINUTES_PER_YEAR } from "../../sim/engine/minutes.ts";
import { type Combination, frontier, MAX_COMBINATIONS } from "../../sim/experiment/frontier.ts";
import { goalText } from "../../sim/findings/goal.ts";
import { plannedRationale } from "../../sim/findings/planned.ts";
import { messages } from "../messages/index.ts";
import { packageVersion } from "../scenarios/package-folder.ts";
import { frontierJson } from "../screen/frontier-json.ts";
import { type FrontierShown, frontierScreen, frontierText } from "../screen/frontier-screen.ts";
import { badInput, EXIT } from "../terminal/exit-codes.ts";
import { print } from "../terminal/print.ts";
import { fteOf, type GoalRequest, openLevers } from "./plan-lever.ts";
import { planning } from "./planning.ts";
import { pricesOf } from "./prices.ts";
import { writeAnswer } from "./write-answer.ts";

/** What is asked of two levers, and where it is simulated. */
export interface FrontierRequest extends GoalRequest {
  readonly by: readonly [first: string, second: string];
  /** As texts `PATH=GBP a year`. */
  readonly prices: readonly string[];
  /** GBP a year that may be spent. */
  readonly budget: number | undefined;
}

/**
 * Finds which combinations of two levers are undominated, the cheapest that meets the goals and what does
 * best for a sum, shows them and writes the scenario of the answer.
 */
export async function performFrontier(request: FrontierRequest): Promise<void> {
  const { most, output, json, seed, budget } = request;
  if (output !== undefined && existsSync(output)) throw badInput(messages.planThere(output));
  const { named, levers, goals, at } = openLevers(request, request.by, "--by");
  const [first, second] = levers;
  const count = first.values.length * second.values.length;
  if (budget !== undefined && count > MAX_COMBINATIONS)
    throw badInput(messages.budgetOfMany(count, MAX_COMBINATIONS));
  const { priced, countsProgramme } = pricesOf(levers, request.prices);
  const found = await planning(request, named, (options) =>
    frontier(
      {
        counts: [first.values.length, second.values.length],
        at: (...places) => at(places),
        priced: (...places) => priced(places),
        countsProgramme,
        years: named.scenario.horizon / MINUTES_PER_YEAR,
      },
      goals,
      { ...options, most, ...(budget === undefined ? {} : { budget }) },
    ),
  );
  const told = (one: Combination) => ({
    ...one,
    values: [first.values[one.first].text, second.values[one.second].text] as const,
    fte: fteOf(at([one.first, one.second])),
  });
  const shown: FrontierShown = {
    ...found,
    combinations: found.combinations.map(told),
    cheapest: found.cheapest === null ? null : told(found.cheapest),
    forBudget: found.forBudget?.map(told) ?? null,
    scenario: named.scenario.name,
    paths: [first.path, second.path],
    goals,
    seed,
    budget: budget ?? null,
  };
  const answer = budget === undefined ? found.cheapest : found.forBudget?.[0];
  const isWritten = output !== undefined && answer !== null && answer !== undefined;
  if (isWritten) {
    const { scenario, ...loaded } = at([answer.first, answer.second]);
    const name = `${scenario.name}-planned`.slice(0, 80);
    const rationale = plannedRationale(`${goalText(goals[0])}. ${frontierText(shown)}`, scenario.rationale);
    await writeAnswer(output, { ...loaded, scenario: { ...scenario, name, rationale } });
  }
  const last = isWritten ? [messages.frontierWritten(output)] : [];
  print(json ? frontierJson(shown, packageVersion()) : frontierScreen(shown, last));
  if (found.cheapest === null && budget === undefined) process.exitCode = EXIT.notMet;
}
