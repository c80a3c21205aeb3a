import { readFileSync } from "node:fs";
import { type LeastLevel, leastLevel } from "../../sim/experiment/least-level.ts";
import type { Levels } from "../../sim/experiment/level-tester.ts";
import { type Goal, heldTo, readGoal } from "../../sim/findings/goal.ts";
import { readScenario } from "../../sim/scenario/load.ts";
import { sourcesFromMap } from "../../sim/scenario/sources.ts";

const DAY = 1440;
const YEAR = 525_960;

/** A queue whose least number of servers that meets a goal is known from queueing theory. */
export interface KnownQueue {
  /** Its name, of arrival rate, service rate and, where people leave, the rate at which they do. */
  readonly name: string;
  /** Arrivals in a unit of time of so many minutes. */
  readonly arrivals: number;
  readonly unit: number;
  /** Mean service, in units. */
  readonly service: number;
  /** Mean time until one who waits leaves, in units; null where nobody does. */
  readonly patience: number | null;
  readonly goal: string;
  /** The numbers of servers that are looked at. */
  readonly range: readonly [least: number, greatest: number];
  readonly least: number;
  /** Whether a seed takes seconds: its levels lie well off the goal, or few people come. */
  readonly isQuick: boolean;
}

const tenDays = { unit: 10 * DAY, patience: null };

/** The known answers: Erlang C and Erlang A (Erlang 1917; Palm 1957), worked out by their formulae. */
export const KNOWN_QUEUES: readonly KnownQueue[] = [
  {
    ...tenDays,
    name: "M/M/c (10, 1), P(W <= 0.1) >= 0.9",
    arrivals: 10,
    service: 1,
    goal: "90 % seen within 1 days",
    range: [12, 17],
    least: 15,
    isQuick: true,
  },
  {
    ...tenDays,
    name: "M/M/c (10, 1), P(W <= 0.5) >= 0.9",
    arrivals: 10,
    service: 1,
    goal: "90 % seen within 5 days",
    range: [11, 15],
    least: 13,
    isQuick: true,
  },
  {
    ...tenDays,
    name: "M/M/c (100, 1), P(W <= 0.1) >= 0.9",
    arrivals: 100,
    service: 1,
    goal: "90 % seen within 1 days",
    range: [106, 114],
    least: 110,
    isQuick: false,
  },
  {
    ...tenDays,
    name: "M/M/c (2, 1/3), P(W <= 1) >= 0.9",
    arrivals: 2,
    service: 3,
    goal: "90 % seen within 10 days",
    range: [7, 11],
    least: 9,
    isQuick: false,
  },
  {
    name: "Erlang A (10, 1, 0.5), at most 5 % leave",
    arrivals: 10,
    unit: 10_000,
    service: 1,
    patience: 2,
    goal: "lost.share.gave_up_waiting <= 5 %",
    range: [10, 14],
    least: 12,
    isQuick: true,
  },
  {
    name: "Erlang A (10, 1, 0.5), at most 1 % leave",
    arrivals: 10,
    unit: 10_000,
    service: 1,
    patience: 2,
    goal: "lost.share.gave_up_waiting <= 1 %",
    range: [13, 17],
    least: 15,
    isQuick: true,
  },
  {
    name: "Erlang A (3, 0.25, 0.1), at most 5 % leave",
    arrivals: 3,
    unit: 2500,
    service: 4,
    patience: 10,
    goal: "lost.share.gave_up_waiting <= 5 %",
    range: [12, 16],
    least: 14,
    isQuick: true,
  },
];

/** Finds the least number of posts of a known queue on the model, reduced to that queue by a scenario. */
export function leastPosts(queue: KnownQueue, seed: string): Promise<LeastLevel> {
  const { levels, goals } = queueLevels(queue);
  // Sides are known as far as the theory's are: its levels may lie nearer to a goal than usually matters.
  return leastLevel(levels, goals, { seed, within: 0.001 });
}

/** Gives the number of posts of a level of a known queue; null of none. */
export const postsAt = (queue: KnownQueue, level: number | undefined): number | null =>
  level === undefined ? null : queue.range[0] + level;

function queueLevels(queue: KnownQueue): { readonly levels: Levels; readonly goals: readonly Goal[] } {
  const files = new Map([
    ["/t/base.yaml", readFileSync("test/model/theory/base.yaml", "utf8")],
    ["/t/queue.yaml", queueYaml(queue)],
    ["/t/defaults.yaml", readFileSync("scenarios/defaults.yaml", "utf8")],
  ]);
  const sources = sourcesFromMap(files, { defaults: "/t/defaults.yaml", roots: ["/t"] });
  const load = readScenario("/t/queue.yaml", sources);
  const goals = [readGoal(queue.goal, "--goal")];
  const [from, to] = queue.range;
  return {
    goals,
    levels: {
      count: to - from + 1,
      at: (level) => {
        const loaded = load([`generate.posts=${from + level}`]);
        return { ...loaded, scenario: heldTo(loaded.scenario, goals) };
      },
    },
  };
}

/** The list is so long that its referrals hardly thin out who may be referred. */
const LIST = 15_000;
/** Highest rate of referral of a scenario that is asked for, per person and year. */
const MOST_REFERRED = 0.06;

function queueYaml({ arrivals, unit, service, patience }: KnownQueue): string {
  const contact = `${unit * service} minutes`;
  const perYear = (arrivals * YEAR) / unit;
  const list = Math.max(LIST, Math.ceil(perYear / MOST_REFERRED));
  // Patience is written as the wait after which half have left.
  const leaving =
    patience === null
      ? []
      : [
          "waiting_list:",
          `  patience: ${unit * patience * Math.LN2} minutes`,
          "  patience_shape: 1",
          "  uptake: 100",
          "  uptake_per_week: 0",
          "  uptake_readiness: 0",
          "mechanisms: { uptake: on }",
        ];
  return [
    "name: queue",
    "extends: base.yaml",
    "horizon: 5 years",
    "warm_up: 1 years",
    `practices: [{ id: only, list_size: ${list} }]`,
    `generate: { practices: 1, posts: 1, pools: 0, regions: 1, list_size: ${list}, list_spread: 0, most_deprived: [20 %, 20 %] }`,
    `referral: { rate: ${(perYear * 1000) / list} per 1000 a year }`,
    `contact: { first: ${contact}, follow_up: ${contact} }`,
    ...leaving,
    "",
  ].join("\n");
}
