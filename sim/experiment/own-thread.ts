import type { ReplicationResult } from "../measures/result.ts";
import { nextTurn } from "./internal/next-turn.ts";
import { type Player, ReplicationError } from "./player.ts";
import { Station } from "./station.ts";

/** Plays in the caller's thread, one replication after another; between two of them others have a turn. */
export function ownThread(): Player {
  const station = new Station();
  return {
    plan: async (job) => station.plan(job),
    names: async (job) => station.names(job),
    async play(job, replications, onPlayed = () => {}) {
      const results: ReplicationResult[] = [];
      for (const replication of replications) {
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
        await nextTurn();
        await onPlayed(played);
      }
      return results;
    },
    close: async () => {},
  };
}
