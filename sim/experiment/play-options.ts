import type { LoadedScenario } from "../scenario/load.ts";
import { ownThread } from "./own-thread.ts";
import type { OnPlayed, Player } from "./player.ts";
import { until } from "./until.ts";

/** A scenario that can be played: what `loadScenario` returns, or that part of it. */
export type Playable = Pick<LoadedScenario, "scenario" | "template">;

/** Says where an experiment is played and who hears of it. */
export interface PlayOptions {
  /** Where it is played; in this thread if left out. Where changes no result. */
  readonly player?: Player;
  /** Ends it between two replications, with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Hears of each replication as it ends. */
  readonly onPlayed?: OnPlayed;
}

/** Returns the player that options name, ended by their signal. */
export function playerOf({ player = ownThread(), signal }: PlayOptions): Player {
  return signal === undefined ? player : until(signal, player);
}
