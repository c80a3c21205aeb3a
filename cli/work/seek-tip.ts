import { tippingLevel } from "../../sim/experiment/least-level.ts";
import { LEVELS, levelsTable } from "../../sim/tables/levels.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { tipJson } from "../screen/tip-json.ts";
import { tipScreen } from "../screen/tip-screen.ts";
import { openLever, shownLevels, tippingValues, type Warn, yearsOf } from "./plan-lever.ts";
import type { Seeking, Sought } from "./sought.ts";
import type { PlanAsk, PlanTask } from "./task.ts";

/** Finds where along a lever a goal comes to be met, or no longer is. */
export function seekTip(
  task: PlanTask,
  { by }: PlanAsk<"tip">,
  named: NamedScenario,
  warn: Warn,
): (options: Seeking) => Promise<Sought> {
  const lever = openLever(task, named, tippingValues(by), "--tip", warn);
  const { path, values, goals, at } = lever;
  return async (options) => {
    const found = await tippingLevel({ count: values.length, at }, goals, { ...options, most: task.at_most });
    const levels = shownLevels(lever, found.tested);
    const between = found.between?.map(({ level }) => level) ?? null;
    const { replications } = found;
    const scenario = named.scenario.name;
    const of = { scenario, path, goals, seed: task.seed, values: values.length };
    const shown = { ...of, levels, between, replications };
    const rows = levels.map((tested) => {
      const mark = between?.includes(tested.level) ? "tips" : "";
      return { ...tested, tested, mark } as const;
    });
    return {
      screen: (last) => tipScreen(shown, last),
      json: (version) => tipJson(shown, version),
      tables: [[LEVELS, () => [levelsTable({ scenario, lever: path, years: yearsOf(named) }, rows)]]],
      points: found.tested.map((tested) => ({ ...tested, point: tested.level + 1 })),
      answer: null,
      isMet: true,
    };
  };
}
