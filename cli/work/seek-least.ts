import { leastLevel } from "../../sim/experiment/least-level.ts";
import { goalText } from "../../sim/findings/goal.ts";
import { naivePosts, weeksWithin } from "../../sim/findings/naive-posts.ts";
import { plannedRationale } from "../../sim/findings/planned.ts";
import { layOut } from "../../sim/model/layout.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { LEVELS, levelsTable } from "../../sim/tables/levels.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { planJson } from "../screen/plan-json.ts";
import { answerText, type PlanShown, planScreen } from "../screen/plan-screen.ts";
import { openLever, type PlanLever, shownLevels, type Warn, writtenWith, yearsOf } from "./plan-lever.ts";
import type { Seeking, Sought } from "./sought.ts";
import type { PlanAsk, PlanTask } from "./task.ts";

/** Finds the least of a lever that meets a goal, with its certificate, or what binds. */
export function seekLeast(
  task: PlanTask,
  { by }: PlanAsk<"least">,
  named: NamedScenario,
  warn: Warn,
): (options: Seeking) => Promise<Sought> {
  const lever = openLever(task, named, by, "--by", warn);
  const { goals, at, path } = lever;
  return async (options) => {
    const found = await leastLevel({ count: lever.values.length, at }, goals, {
      ...options,
      most: task.at_most,
    });
    const shown = shownOf({ ...lever, found, seed: task.seed });
    const { meets, fails } = shown;
    const mark = (level: number) => (level === meets ? "least" : level === fails ? "below" : "");
    const of = { scenario: named.scenario.name, lever: path, years: shown.years };
    const rows = shown.levels.map((tested) => ({ ...tested, tested, mark: mark(tested.level) }) as const);
    return {
      screen: (last) => planScreen(shown, last),
      json: (version) => planJson(shown, version),
      tables: [[LEVELS, () => [levelsTable(of, rows)]]],
      points: found.tested.map((tested) => ({ ...tested, point: tested.level + 1 })),
      answer: meets === null ? null : { loaded: answerOf(at(meets), shown), told: writtenWith(goals) },
      isMet: meets !== null,
    };
  };
}

interface Found extends PlanLever {
  readonly found: Awaited<ReturnType<typeof leastLevel>>;
  readonly seed: string;
}

function shownOf({ named, path, values, goals, found, at, seed }: Found): PlanShown {
  const [goal] = goals;
  const naiveAt = found.meets ?? found.tested[found.tested.length - 1];
  const loaded = at(naiveAt.level);
  const { pools } = layOut(loaded.scenario, loaded.template);
  return {
    scenario: named.scenario.name,
    path,
    goals,
    seed,
    years: yearsOf(loaded),
    levels: shownLevels({ values, at }, found.tested),
    range: [values[0].text, values[values.length - 1].text],
    values: values.length,
    meets: found.meets?.level ?? null,
    fails: found.fails?.level ?? null,
    falls: found.falls.map(({ goal: fallen, from, to }) => ({
      goal: fallen,
      from: values[from].text,
      to: values[to].text,
    })),
    replications: found.replications,
    naive: naivePosts(naiveAt, loaded.scenario, {
      lists: pools.length,
      targetWeeks: weeksWithin(goal.metric),
    }),
  };
}

/** Names the scenario that meets a goal after what was planned; its rationale says what it answers. */
function answerOf(loaded: LoadedScenario, shown: PlanShown): LoadedScenario {
  const name = `${loaded.scenario.name}-planned`.slice(0, 80);
  const text = `${goalText(shown.goals[0])}. ${answerText(shown)}`;
  const rationale = plannedRationale(text, loaded.scenario.rationale);
  return { ...loaded, scenario: { ...loaded.scenario, name, rationale } };
}
