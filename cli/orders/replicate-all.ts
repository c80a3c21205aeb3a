import type { Extent } from "../../sim/experiment/extent.ts";
import { type OnPlayed, type Player, ReplicationError } from "../../sim/experiment/player.ts";
import { MOST_FOR_PRECISION, unmeasured } from "../../sim/experiment/precision.ts";
import { firstReplications, jobOf, type Replicated, replicate } from "../../sim/experiment/replicate.ts";
import { nearestName } from "../../sim/scenario/nearest-name.ts";
import { badInput, failed } from "../exit-codes.ts";
import type { NamedScenario } from "../inputs/load-scenarios.ts";
import * as messages from "../messages.ts";
import type { EventsFiles } from "../results/events-files.ts";
import type { Progress } from "../terminal/progress.ts";

/** Says how scenarios are to be played. */
export interface ReplicateAllOptions {
  readonly seed: string;
  readonly set: readonly string[];
  readonly extent: Extent;
  readonly player: Player;
  readonly progress: Progress;
  /** Takes the journal of each replication, if journals are to be kept. */
  readonly events: EventsFiles | undefined;
}

/** Holds what was measured of one scenario. */
export interface ScenarioRun extends Replicated {
  readonly named: NamedScenario;
}

/** Plays every scenario, one after another. */
export async function replicateAll(
  scenarios: readonly NamedScenario[],
  options: ReplicateAllOptions,
): Promise<readonly ScenarioRun[]> {
  const { progress, extent, player, seed, events } = options;
  // A world that cannot be made, or a measure that is not there, is told before hours are spent.
  for (const named of scenarios) await refuseUnplayable(named, options);
  const runs: ScenarioRun[] = [];
  progress.start(firstReplications(extent) * scenarios.length);
  try {
    for (const named of scenarios) {
      if (events !== undefined) events.begin(await player.names(jobOf(named, { seed, keepsJournal: true })));
      const onPlayed: OnPlayed = async ({ result, journal }) => {
        progress.done();
        if (journal !== undefined) await events?.add(result.replication, journal);
      };
      const replicated = await replicate(named, {
        seed,
        replications: extent,
        player,
        keepsJournal: events !== undefined,
        onPlayed,
        onMore: (count) => progress.more(count),
      });
      runs.push({ named, ...replicated });
    }
    return runs;
  } catch (failure) {
    if (!(failure instanceof ReplicationError)) throw failure;
    throw failed(explained(failure, scenarios, options));
  } finally {
    progress.stop();
  }
}

/** Says what to tell of the precision that a run did not reach; undefined if it did, or none was asked for. */
export function shortfallOf({ named, precision }: ScenarioRun, extent: Extent): string | undefined {
  if (precision === null || precision.isReached || extent.kind !== "precision") return undefined;
  const { widest, relativeHalfWidth } = precision;
  return messages.precisionNotReached(
    named.scenario.name,
    extent.relative,
    MOST_FOR_PRECISION,
    widest,
    relativeHalfWidth,
  );
}

/** Says in words what failed, with the command that repeats it. */
export function explained(
  { job, replication, message }: ReplicationError,
  scenarios: readonly NamedScenario[],
  { seed, set }: Pick<ReplicateAllOptions, "seed" | "set">,
): string {
  const { name } = job.scenario;
  const argument = scenarios.find(({ scenario }) => scenario.name === name)?.argument ?? name;
  return messages.replicationFailed({ scenario: name, argument, seed, set, replication }, message);
}

async function refuseUnplayable(
  named: NamedScenario,
  { seed, set, extent, player }: ReplicateAllOptions,
): Promise<void> {
  const { scenario, argument } = named;
  const plan = await player.plan(jobOf(named, { seed })).catch((failure: Error) => {
    throw failed(
      messages.scenarioCannotStart({ scenario: scenario.name, argument, seed, set }, failure.message),
    );
  });
  if (extent.kind === "replications") return;
  for (const metric of unmeasured(plan, scenario.measures.precision_on)) {
    const near = nearestName(metric, new Set(plan.metrics.map((key) => key.metric)));
    throw badInput(messages.noSuchMeasure(argument, metric, near));
  }
}
