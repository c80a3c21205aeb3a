/**
 * Measures `plan`: `npm run bench:plan -- [--seeds N] [--queues NAME] [--direct-seeds N] [--pilot-seeds N]`. How often
 * its answer is that of queueing theory, with the 95 % interval of that share (Clopper & Pearson 1934): over seeds 1
 * to N on each queue simulated by itself, then on the model reduced to it. A side may be wrong with 1 %, so that 98 %
 * are promised. Then, on the pilot, how many replications it takes beside a grid of 41 levels with the same
 * certificate: of every level as many as decide the hardest, as a sweep takes them.
 */
import { parseArgs } from "node:util";
import { openScenario } from "../cli/scenarios/open-scenario.ts";
import { type LeastLevel, leastLevel } from "../sim/experiment/least-level.ts";
import { heldTo, readGoal } from "../sim/findings/goal.ts";
import { shareUpperLimit } from "../sim/stats/share-upper-limit.ts";
import { leastServers } from "./plan/direct-queues.ts";
import { KNOWN_QUEUES, type KnownQueue, leastPosts, postsAt } from "./plan/known-queues.ts";

const { values: given } = parseArgs({
  options: {
    seeds: { type: "string", default: "100" },
    "direct-seeds": { type: "string", default: "100" },
    "pilot-seeds": { type: "string", default: "10" },
    queues: { type: "string", default: "" },
  },
});
const seedsUpTo = (count: string): string[] => Array.from({ length: Number(count) }, (_, i) => String(i + 1));
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Writes the 95 % interval of a share, in percent. */
function intervalText(events: number, n: number): string {
  const [low, high] = [1 - shareUpperLimit(n - events, n), shareUpperLimit(events, n)];
  return `${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)}`;
}

type Least = (queue: KnownQueue, seed: string) => Promise<LeastLevel>;

/** Prints how often an answer is the known one. */
async function known(heading: string, least: Least, seeds: readonly string[]): Promise<void> {
  if (seeds.length === 0) return;
  say(`\n${heading}\n`);
  say(
    "| queue | known | right | seeds | 95 % interval, % | replications a seed |\n|---|---|---|---|---|---|",
  );
  for (const queue of KNOWN_QUEUES.filter(({ name }) => name.includes(given.queues))) {
    let right = 0;
    let replications = 0;
    for (const seed of seeds) {
      const found = await least(queue, seed);
      if (postsAt(queue, found.meets?.level) === queue.least) right++;
      replications += found.replications;
    }
    const each = (replications / seeds.length).toFixed(0);
    const interval = intervalText(right, seeds.length);
    say(`| ${queue.name} | ${queue.least} | ${right} | ${seeds.length} | ${interval} | ${each} |`);
  }
}
await known("Queues simulated by themselves", leastServers, seedsUpTo(given["direct-seeds"]));
await known("The model, reduced to each queue", leastPosts, seedsUpTo(given.seeds));

/** Levels of full time of each post, from 0.2 to 1. */
const LEVELS = Array.from({ length: 41 }, (_, i) => (0.2 + 0.02 * i).toFixed(2));
const goals = [readGoal("55 % seen within 4 weeks", "--goal")];
const opened = openScenario("glasgow-pilot");
say("\n| seed | least share of full time | plan | grid of 41 levels | plan in % |\n|---|---|---|---|---|");
for (const seed of seedsUpTo(given["pilot-seeds"])) {
  const { meets, tested, replications } = await leastLevel(
    {
      count: LEVELS.length,
      at: (level) => {
        const loaded = opened.under([`link_workers.fte=${LEVELS[level]}`]);
        return { ...loaded, scenario: heldTo(loaded.scenario, goals) };
      },
    },
    goals,
    { seed },
  );
  const grid = LEVELS.length * Math.max(...tested.map(({ results }) => results.length));
  const part = ((100 * replications) / grid).toFixed(0);
  say(`| ${seed} | ${meets === null ? "none" : LEVELS[meets.level]} | ${replications} | ${grid} | ${part} |`);
}
