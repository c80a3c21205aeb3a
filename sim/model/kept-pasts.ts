import type { Key } from "../random/keys.ts";
import type { CommonPast } from "./common-past.ts";
import { isAlike } from "./is-alike.ts";
import type { Layout } from "./layout.ts";
import { highestRates } from "./mechanisms/referral.ts";
import { runOn, runsByPart, runUpTo } from "./run.ts";
import type { World } from "./world.ts";
import { restoreImage, takeImage, type WorldImage } from "./world-image.ts";

/** Bytes of images that may be held at once; what does not fit is simulated from the first day. */
const MAX_BYTES = 300_000_000;

/**
 * Runs the same replications of several worlds and simulates the past that they have in common once: the
 * first world's is kept, replication by replication, and the others go on from there. No number depends on
 * it.
 */
export class KeptPasts {
  private readonly past: CommonPast;
  private readonly images = new Map<number, WorldImage>();
  private bytes = 0;
  private isFull = false;
  private first: { readonly layout: Layout; readonly rates: Float64Array } | undefined;

  constructor(past: CommonPast) {
    this.past = past;
  }

  /**
   * Says whether a world that was just made can go on from what is kept: not if it is laid out otherwise, as
   * with posts that are added later, nor if its practices may come to refer at another rate. A world that
   * runs part by part is done sooner by itself.
   */
  admits(w: World): boolean {
    if (runsByPart(w)) return false;
    const { layout } = w;
    const rates = highestRates(w);
    this.first ??= { layout, rates };
    return isAlike(rates, this.first.rates) && isAlike(lasting(layout), lasting(this.first.layout));
  }

  /** Runs a replication of a world that was admitted; returns the events that happened. */
  run(w: World, key: Key, replication: number): number {
    const image = this.images.get(replication);
    if (image !== undefined) restoreImage(w, image);
    else {
      runUpTo(w, key, this.past);
      this.keep(w, replication);
    }
    return runOn(w, this.past);
  }

  private keep(w: World, replication: number): void {
    if (this.isFull) return;
    const image = takeImage(w);
    this.isFull = this.bytes + image.bytes > MAX_BYTES;
    if (this.isFull) return;
    this.bytes += image.bytes;
    this.images.set(replication, image);
  }
}

/** Gives a layout without what an action does on its day. */
const lasting = (layout: Layout): Layout => ({ ...layout, spreads: [] });
