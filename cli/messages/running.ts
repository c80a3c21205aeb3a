import { INVARIANT } from "../../sim/model/invariant-error.ts";
import { countText, numberText } from "../../sim/words/numbers.ts";
import { type ReplicationPlace, replayCommand, shellWord } from "./commands.ts";
import { didYouMean, lines, list } from "./parts.ts";

export const replicationFailed = (place: ReplicationPlace, why: string): string =>
  lines(
    `The run failed in scenario ${place.scenario}, seed ${place.seed}, replication ` +
      `${place.replication}: ${why}`,
    [
      ...(why.startsWith(INVARIANT) ? ["This is a fault in linksim, not in your scenario."] : []),
      "Run it again with:",
      replayCommand(place),
    ],
  );

export const scenarioCannotStart = (scenario: string, why: string): string =>
  `Scenario ${scenario} could not be set up: ${why}`;

export const workerEnded = (code: number): string =>
  `a worker thread ended by itself (code ${code}); it may have run out of memory. Try fewer --workers.`;

export const doesNotFit = (facts: {
  readonly replications: number;
  readonly worlds: number;
  readonly needed: number;
  readonly bytes: number;
  readonly fitting: number;
}): string => {
  const { replications, worlds, needed, bytes, fitting } = facts;
  const each = worlds === 1 ? "" : ` of each of ${countText(worlds, "scenario")}`;
  return (
    `--replications: found ${numberText(replications, 0)}${each}, which keep ${gigabytes(needed)} in memory until ` +
    `their tables are written; expected at most ${numberText(fitting, 0)}, for the ${gigabytes(bytes)} here.`
  );
};

export const worldDoesNotFit = (facts: {
  readonly scenario: string;
  readonly needed: number;
  readonly bytes: number;
}): string =>
  `${facts.scenario}: one replication takes ${gigabytes(facts.needed)} of memory; expected at most the ` +
  `${gigabytes(facts.bytes)} here. Fewer posts or a shorter horizon take less.`;

export const workersDoNotFit = (facts: {
  readonly workers: number;
  readonly scenario: string;
  readonly needed: number;
  readonly bytes: number;
  readonly fitting: number;
}): string =>
  `--workers: found ${numberText(facts.workers, 0)}, each with a world such as ${facts.scenario}, which take ` +
  `${gigabytes(facts.needed)} of memory; expected at most ${numberText(facts.fitting, 0)}, for the ` +
  `${gigabytes(facts.bytes)} here.`;

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

export const interrupted = "Interrupted. Nothing was written.";

export const interruptedKept = (folder: string): string =>
  `Interrupted. What was simulated is kept in ${folder}; the same command goes on from there.`;

export const standardsExit =
  "Ends with exit code 3 if a scenario does not meet one of its standards; one that is undecided does " +
  "not count.";

export const validationExit =
  "Ends with exit code 3 if a held-out target is missed; one that is undecided does not count.";

// The start

export const startMoving = (
  scenario: string,
  argument: string,
  series: readonly string[],
  warmUp: string,
): string =>
  `${scenario}: the start is still moving after a warm-up of ${warmUp}: ${list(series)}. What is measured ` +
  `holds some of it. linksim warm-up ${shellWord(argument)} says how long a warm-up would do.`;

// Precision

export const noSuchMeasure = (scenario: string, metric: string, nearest: string | undefined): string =>
  `${scenario}: measures.precision_on names ${metric}, which this scenario does not measure for ` +
  `everybody.${didYouMean(nearest)}`;

export const notMeasuredByAll = (metric: string): string =>
  `--precision: ${metric} is not measured for everybody in every one of these scenarios. Name another ` +
  "metric, or change measures.precision_on of the base.";

const REACHED_ONLY = "Results have the intervals that were reached.";

export const precisionNotReached = (
  scenario: string,
  wanted: number,
  max: number,
  metric: string,
  reached: number | null,
): string =>
  `${scenario}: precision ${wanted} was not reached within ${max.toLocaleString("en")} replications: ${metric} ${
    reached === null ? "has no interval" : `came to ${reached.toPrecision(2)}`
  }. ${REACHED_ONLY} Take a coarser --precision, or other measures.precision_on.`;

const never = (metrics: readonly string[], replications: number, of: string): string =>
  `${list(metrics)} ${metrics.length === 1 ? "was" : "were"} 0 in every one of the ${replications} replications${of}: it ` +
  "never happened, which is too rare to say how precise that is. Ask for --replications to look for longer, " +
  "or for another metric";

export const neverHappened = (scenario: string, metrics: readonly string[], replications: number): string =>
  `${scenario}: ${never(metrics, replications, "")}, with measures.precision_on.`;

export const neverHappenedInBoth = (
  base: string,
  scenario: string,
  metrics: readonly string[],
  replications: number,
): string => `${scenario} against ${base}: ${never(metrics, replications, " of both")}.`;

export const differencesNotKnown = (
  base: string,
  scenario: string,
  max: number,
  metrics: readonly string[],
): string =>
  `${scenario} against ${base}: the precision was not reached within ${max.toLocaleString("en")} ` +
  `replications of each: ${list(metrics)}. ${REACHED_ONLY}`;
