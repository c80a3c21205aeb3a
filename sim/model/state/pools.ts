import { Queues } from "../../engine/queues.ts";
import type { Layout } from "../layout.ts";
import type { Patients } from "./patients.ts";

/** Holds what is kept of each pool of practices and posts. */
export type Pools = ReturnType<typeof makePools>;

/** Makes room for the pools of a layout. */
export function makePools({ pools }: Layout, patients: Patients) {
  return {
    /** Waiting lists, a queue for each pool: those without a post. */
    list: new Queues(pools.length, patients.shift),
    /** People who wait for a first contact, with or without an appointment. */
    waitingCount: new Int32Array(pools.length),
  } as const;
}

/** Empties the pools for a replication. */
export function resetPools(pools: Pools): void {
  pools.list.reset();
  pools.waitingCount.fill(0);
}
