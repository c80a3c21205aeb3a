import { deriveChild, type Key, LEVEL } from "../sim/random/keys.ts";
import { exponential } from "../sim/random/quantiles.ts";
import { uniform, words } from "../sim/random/threefry.ts";

/**
 * Says how fast the language lets M/M/4 be simulated with these keyed draws and this logarithm: the least
 * loop over typed arrays, with no calendar, no queues and no totals but the waits. The kernel is held against
 * it, and gives the same waits.
 */
const SERVERS = 4;
const QUEUE = 1 << 12;
/** Purposes of draws, as in the network that the kernel runs. */
const PURPOSE = { gap: 1, service: 2 } as const;

export interface BareQueue {
  /** Arrivals a minute. */
  readonly arrivalRate: number;
  readonly meanService: number;
}

/** Runs until `arrivals` people have come and left; gives the sum of their minutes in the queue. */
export function runBareQueue(
  { arrivalRate, meanService }: BareQueue,
  arrivals: number,
  key: Key,
): { readonly served: number; readonly waitedMinutes: number } {
  deriveChild(key.k0, key.k1, LEVEL.entity, 0);
  const source0 = words[0];
  const source1 = words[1];
  const meanGap = 1 / arrivalRate;
  const freeAt = new Float64Array(SERVERS).fill(Infinity);
  const key0 = new Int32Array(QUEUE);
  const key1 = new Int32Array(QUEUE);
  const joinedAt = new Float64Array(QUEUE);
  let head = 0;
  let tail = 0;
  let created = 0;
  let served = 0;
  let waitedMinutes = 0;
  let arrivesAt = Math.round(exponential(uniform(source0, source1, 0, PURPOSE.gap), meanGap));
  for (;;) {
    let first = 0;
    for (let server = 1; server < SERVERS; server++) if (freeAt[server] < freeAt[first]) first = server;
    let now = freeAt[first];
    let idle = first;
    if (arrivesAt <= now) {
      if (arrivesAt === Infinity) return { served, waitedMinutes };
      now = arrivesAt;
      deriveChild(source0, source1, LEVEL.person, created);
      const place = tail++ & (QUEUE - 1);
      if (tail - head > QUEUE) throw new RangeError("more people wait than the bare queue holds");
      key0[place] = words[0];
      key1[place] = words[1];
      joinedAt[place] = now;
      created++;
      arrivesAt =
        created < arrivals
          ? now + Math.round(exponential(uniform(source0, source1, created, PURPOSE.gap), meanGap))
          : Infinity;
      idle = freeAt.indexOf(Infinity);
    } else {
      served++;
      freeAt[first] = Infinity;
    }
    if (idle < 0 || head === tail) continue;
    const place = head++ & (QUEUE - 1);
    waitedMinutes += now - joinedAt[place];
    const minutes = exponential(uniform(key0[place], key1[place], 0, PURPOSE.service), meanService);
    freeAt[idle] = now + Math.round(minutes);
  }
}
