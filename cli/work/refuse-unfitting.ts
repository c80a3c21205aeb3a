import { totalmem } from "node:os";
import { type MeasurePlan, RETENTION_FIELDS } from "../../sim/measures/result.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";

const BYTES_PER_NUMBER = 8;
/** What a result takes beside its numbers, as measured: 50 kB where they are 44. */
const ROOM = 1.15;
/** What the program and the world that it simulates in take. */
const BYTES_OF_PROGRAM = 300e6;

/** Says how many bytes a replication of a scenario keeps in memory until the tables are written. */
export function bytesOfReplication({ metrics, series, weeks, retention, windowed }: MeasurePlan): number {
  const numbers =
    metrics.length + series.length * weeks + retention.length * RETENTION_FIELDS.length + windowed.length;
  return numbers * BYTES_PER_NUMBER * ROOM;
}

/**
 * Refuses, before anything is simulated, more replications of some worlds than fit in memory together; of
 * `bytes`, which are those of this machine or container if left out.
 */
export function refuseUnfitting(
  plans: readonly MeasurePlan[],
  replications: number,
  bytes = memoryHere(),
): void {
  const each = plans.reduce((sum, plan) => sum + bytesOfReplication(plan), 0);
  const needed = BYTES_OF_PROGRAM + each * replications;
  if (needed <= bytes) return;
  const fitting = Math.max(0, Math.floor((bytes - BYTES_OF_PROGRAM) / each));
  throw badInput(messages.doesNotFit({ replications, worlds: plans.length, needed, bytes, fitting }));
}

/** Says how many bytes of memory the program may take here. */
function memoryHere(): number {
  const allowed = process.constrainedMemory();
  return allowed > 0 ? Math.min(allowed, totalmem()) : totalmem();
}
