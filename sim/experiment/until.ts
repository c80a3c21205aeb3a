import type { Player } from "./player.ts";

/** Makes a player that ends, with the signal's reason, when a replication is done after the signal was given; none is begun from then on. */
export function until(signal: AbortSignal, player: Player): Player {
  return {
    ...player,
    async plan(job) {
      signal.throwIfAborted();
      return player.plan(job);
    },
    async play(job, replications, onPlayed = () => {}) {
      signal.throwIfAborted();
      return player.play(job, replications, async (played) => {
        signal.throwIfAborted();
        await onPlayed(played);
      });
    },
  };
}
