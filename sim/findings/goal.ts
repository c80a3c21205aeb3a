import { MINUTES_PER_DAY } from "../engine/minutes.ts";
import { CATALOGUE } from "../measures/catalogue.ts";
import { describeMetric, metricWords } from "../measures/describe-metric.ts";
import { nearestName } from "../scenario/nearest-name.ts";
import { type Problem, ScenarioError } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/schema.ts";
import { readTarget, targetInWords } from "../scenario/target.ts";
import { uncapitalised } from "../words/sentences.ts";

/** A goal that a plan is to meet: a bound on the mean of a metric over everybody. */
export interface Goal {
  /** The metric that is judged: of the reference demand, where there is one of it. */
  readonly metric: string;
  /**
   * The same of those referred alone, which closing lists can flatter; null where the goal has no such
   * other.
   */
  readonly ofReferred: string | null;
  readonly unit: string;
  readonly bound: "at least" | "at most";
  /** In the metric's unit. */
  readonly target: number;
  /** The target as users write it. */
  readonly written: string;
}

/** Names what the values of a lever are judged by under an ensemble: the share of members that meet goals. */
export const MEMBERS_MEETING = "members.meeting";

/** Names the verdict on lists as a goal: the load of the list that has most to do for its hours or places. */
export const MOST_LOADED = "load.most_loaded_list";

const JUDGED_WORDS: Readonly<Record<string, string>> = {
  [MEMBERS_MEETING]: "of the members meet the goal",
  [MOST_LOADED]: "load of the most loaded list",
};

/** Says by what a row of a search is judged. */
export const judgedWords = (metric: string): string =>
  JUDGED_WORDS[metric] ?? uncapitalised(metricWords(metric));

/** Says whether a scenario can be held to a goal: a verdict on lists is told by every run. */
export const isStandard = ({ metric }: Goal): boolean => metric !== MOST_LOADED;

const EXAMPLES = '"90 % seen within 4 weeks" or "wait.first_contact.p90 <= 28 days"';

/** What planners write, and the metric that it is. */
const IN_WORDS: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [
    /^(?:of )?those who stay (?:are )?(?:seen )?within (\d+) (working day|day|week)s?$/,
    (count, unit) => `wait.first_contact.staying_within_${count}_${unit.replace(" ", "_")}s`,
  ],
  [
    /^(?:are )?(?:seen )?(?:with)?in (\d+) (working day|day|week)s?$/,
    (count, unit) => `wait.first_contact.within_${count}_${unit.replace(" ", "_")}s`,
  ],
  [/^(?:are )?(?:seen|engaged|seen at least once)$/, () => "engaged.share"],
  [/^reach(?:ing)? (?:three|3) contacts$/, () => "reached_3.share"],
  [/^finish(?:ed|ing)?$/, () => "finished.share"],
];

/**
 * Reads a goal: `METRIC >= VALUE`, `METRIC <= VALUE`, or in words such as `90 % seen within 4 weeks`. A
 * bound on a quantile of the first wait is read as a share: p90 at most 28 days as 90 % within 4 weeks. `no
 * list is overloaded` is the verdict of a run: a load of at most 1 of every list, none of them closed.
 * Refuses, as a `ScenarioError`, what is none; `option` is where it was given.
 */
export function readGoal(text: string, option: string): Goal {
  if (/^no list (?:is )?overloaded$/.test(text.trim()))
    return goalOf(MOST_LOADED, "at most", "100 %", option);
  const inWords = /^(?:at least )?([\d.]+) ?% (?:of )?(.+)$/.exec(text.trim());
  if (inWords !== null) {
    const [, percent, what] = inWords;
    for (const [pattern, metricOf] of IN_WORDS) {
      const found = pattern.exec(what.trim());
      if (found !== null) return goalOf(metricOf(...found.slice(1)), "at least", `${percent} %`, option);
    }
    throw refusal(option, text, `a goal such as ${EXAMPLES}`);
  }
  const [, metric, sign, value] = /^(\S+)\s*(>=|<=|at least|at most)\s*(.+)$/.exec(text.trim()) ?? [];
  if (metric === undefined) throw refusal(option, text, `a goal such as ${EXAMPLES}`);
  const bound = sign === ">=" || sign === "at least" ? "at least" : "at most";
  const quantile = /^wait\.first_contact\.p(\d{1,2})$/.exec(metric);
  if (quantile !== null && bound === "at most") {
    const days = readTarget("days", value);
    if (days === null) throw refusal(option, value, targetInWords("days"));
    const whole = Math.round(days * MINUTES_PER_DAY) / MINUTES_PER_DAY;
    if (!Number.isInteger(whole)) throw refusal(option, value, "whole days");
    const within = whole % 7 === 0 ? `${whole / 7}_weeks` : `${whole}_days`;
    return goalOf(`wait.first_contact.within_${within}`, "at least", `${Number(quantile[1])} %`, option);
  }
  return goalOf(metric, bound, value.trim(), option);
}

function goalOf(metric: string, bound: Goal["bound"], written: string, option: string): Goal {
  const described = metric === MOST_LOADED ? { unit: "share" } : describeMetric(metric);
  if (described === undefined) {
    const near = nearestName(
      metric,
      CATALOGUE.map((entry) => entry.metric),
    );
    throw refusal(option, metric, "a metric", near === undefined ? undefined : `Did you mean ${near}?`);
  }
  const ofDemand = `${metric}_of_demand`;
  const isJudgedOnDemand = describeMetric(ofDemand) !== undefined;
  const target = readTarget(described.unit, written);
  if (target === null) throw refusal(option, written, targetInWords(described.unit));
  return {
    metric: isJudgedOnDemand ? ofDemand : metric,
    ofReferred: isJudgedOnDemand ? metric : null,
    unit: described.unit,
    bound,
    target,
    written,
  };
}

/** Of other units than shares this part of a target does not matter; of shares, half a percentage point. */
const INDIFFERENT = 0.005;

/** Gives how near its target, in the metric's unit, a goal's side no longer matters. */
export const indifferenceOf = ({ unit, target }: Goal): number =>
  unit === "share" ? INDIFFERENT : INDIFFERENT * Math.abs(target);

/** Reads a goal back: "seen within 4 weeks, of the demand, at least 90 % (METRIC)". */
export function goalText({ metric, bound, written }: Goal): string {
  return `${judgedWords(metric)}, ${bound} ${written} (${metric})`;
}

/**
 * Adds goals to what a scenario is held to, so that they are measured and a run says whether they are met.
 */
export function heldTo(scenario: Scenario, goals: readonly Goal[]): Scenario {
  const known = new Set(scenario.standards.map(({ id }) => id));
  const standards = goals
    .filter(isStandard)
    .map(({ metric, bound, written }, i): Scenario["standards"][number] => {
      let id = i === 0 ? "goal" : `hold-${i}`;
      while (known.has(id)) id += "-planned";
      const of = { id, metric, group_by: "all", group: "all" };
      return bound === "at least" ? { ...of, at_least: written } : { ...of, at_most: written };
    });
  return { ...scenario, standards: [...scenario.standards, ...standards] };
}

function refusal(option: string, found: string, expected: string, hint?: string): ScenarioError {
  const problem: Problem = {
    file: option,
    path: "",
    found: JSON.stringify(found),
    expected,
    ...(hint === undefined ? {} : { hint }),
    severity: "error",
  };
  return new ScenarioError([problem]);
}
