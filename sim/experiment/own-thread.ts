import type { ReplicationResult } from "../measures/result.ts";
import { type Player, ReplicationError } from "./player.ts";
import { Station } from "./station.ts";

/** Changes how a thread of one's own plays. */
export interface OwnThreadOptions {
  /** Ends the playing between two replications. */
  readonly signal?: AbortSignal;
  /** Waited for after each replication, to let other work through: a page gives one that waits for the next frame. */
  readonly pause?: () => Promise<void>;
}

/** Plays in the caller's thread, one replication after another. */
export function ownThread({ signal, pause = async () => {} }: OwnThreadOptions = {}): Player {
  const station = new Station();
  return {
    plan: async (job) => station.plan(job),
    names: async (job) => station.names(job),
    async play(job, replications, onPlayed = () => {}) {
      const results: ReplicationResult[] = [];
      for (const replication of replications) {
        signal?.throwIfAborted();
        let played: ReturnType<Station["play"]>;
        try {
          played = station.play(job, replication);
        } catch (failure) {
          throw new ReplicationError(
            job,
            replication,
            failure instanceof Error ? failure.message : String(failure),
          );
        }
        results.push(played.result);
        await onPlayed(played);
        await pause();
      }
      return results;
    },
    close: async () => {},
  };
}
