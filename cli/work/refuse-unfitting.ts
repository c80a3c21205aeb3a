import { totalmem } from "node:os";
import { REPLICATIONS_AT_ONCE } from "../../sim/experiment/replicate.ts";
import { type MeasurePlan, RETENTION_FIELDS } from "../../sim/measures/result.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";

const BYTES_PER_NUMBER = 8;
/** What a result takes beside its numbers, as measured: 50 kB where they are 44. */
const ROOM = 1.15;
/** What the program and its tables take, some rows at a time. */
const BYTES_OF_PROGRAM = 300e6;
/**
 * What a world takes that is simulated, for each number that it measures, each post, and each week of a post,
 * as measured from 7 posts to 3,500 (docs/speed.md).
 */
const BYTES_OF_METRIC = 120;
const BYTES_OF_POST = 200e3;
const BYTES_OF_POST_WEEK = 2e3;

/**
 * Of results that are kept in a file, those that were simulated at once are in memory on their way there, and
 * as many that are read again.
 */
const HELD_OF_FILED = 2;

/** Says how many bytes the results of a replication of a scenario take in memory. */
export function bytesOfReplication({ metrics, series, weeks, retention, windowed }: MeasurePlan): number {
  const numbers =
    metrics.length + series.length * weeks + retention.length * RETENTION_FIELDS.length + windowed.length;
  return numbers * BYTES_PER_NUMBER * ROOM;
}

/** Says how many bytes a thread takes that simulates a scenario. */
export function bytesOfWorld({ metrics, series, weeks }: MeasurePlan): number {
  const posts = series.filter(
    ({ metric, groupBy }) => metric === "caseload.mean" && groupBy === "link_worker",
  );
  return metrics.length * BYTES_OF_METRIC + posts.length * (BYTES_OF_POST + weeks * BYTES_OF_POST_WEEK);
}

/** What is asked of this machine. */
export interface Fitting {
  readonly replications: number;
  /** Whether results that are too many to be simulated at once are kept in a file; not, if left out. */
  readonly areFiled?: boolean;
  /** Threads that simulate a world each; one if left out. */
  readonly workers?: number | undefined;
  /** Bytes of memory; those of this machine or container if left out. */
  readonly bytes?: number;
}

/**
 * Refuses, before anything is simulated, worlds that do not fit in memory, more of them at once than fit, and
 * more replications than are kept there together.
 */
export function refuseUnfitting(
  plans: readonly MeasurePlan[],
  { replications, areFiled = false, workers = 1, bytes = memoryHere() }: Fitting,
): void {
  const sizes = plans.map(bytesOfReplication);
  const each = sizes.reduce((sum, size) => sum + size, 0);
  const held =
    areFiled && replications > REPLICATIONS_AT_ONCE
      ? HELD_OF_FILED * REPLICATIONS_AT_ONCE * Math.max(...sizes)
      : replications * each;
  const [largest] = [...plans].sort((a, b) => bytesOfWorld(b) - bytesOfWorld(a));
  const world = bytesOfWorld(largest);
  const atOnce = Math.min(workers, replications * plans.length);
  const needed = (worlds: number): number => BYTES_OF_PROGRAM + worlds * world + held;
  if (needed(atOnce) <= bytes) return;
  const { scenario } = largest;
  const alone = BYTES_OF_PROGRAM + world + each;
  if (alone > bytes) throw badInput(messages.worldDoesNotFit({ scenario, needed: alone, bytes }));
  const left = bytes - BYTES_OF_PROGRAM - held;
  const fittingWorkers = Math.floor(left / world);
  if (fittingWorkers >= 1)
    throw badInput(
      messages.workersDoNotFit({ workers, scenario, needed: needed(atOnce), bytes, fitting: fittingWorkers }),
    );
  const inMemory = Math.max(0, Math.floor((bytes - BYTES_OF_PROGRAM - world) / each));
  const fitting = areFiled ? Math.min(inMemory, REPLICATIONS_AT_ONCE) : inMemory;
  throw badInput(
    messages.doesNotFit({ replications, worlds: plans.length, needed: needed(1), bytes, fitting }),
  );
}

/** Says how many bytes of memory the program may take here. */
function memoryHere(): number {
  const allowed = process.constrainedMemory();
  return allowed > 0 ? Math.min(allowed, totalmem()) : totalmem();
}
