import { Calendar } from "../../sim/engine/calendar.ts";
import { Queues } from "../../sim/engine/queues.ts";
import { deriveChild, type Key, LEVEL } from "../../sim/random/keys.ts";
import { exponential, lognormal } from "../../sim/random/quantiles.ts";
import { uniform, words } from "../../sim/random/threefry.ts";

/**
 * Runs an open network of queues on the calendar, the queues and the keyed draws that the model runs on. It
 * has no patients in it: it is there so that the kernel can be held against queueing theory (M/M/c, M/M/c+M,
 * M/G/1, M/M/1/K, Jackson) and timed.
 */
export interface Node {
  readonly servers: number;
  /** Arrivals from outside a minute; 0 for none. */
  readonly arrivalRate: number;
  readonly meanService: number;
  /** Spread of the logarithm of a lognormal service time; 0 for an exponential one. */
  readonly serviceSigma: number;
  /** Mean of the exponential patience in the queue; Infinity for people who wait. */
  readonly meanPatience: number;
  /** Most people in the node, served or waiting; Infinity for no limit. */
  readonly capacity: number;
  /** Chance to go on to each node after service; the rest leaves. */
  readonly routes: readonly number[];
}

/** Sums over a node, from the first arrival to the last one served. */
export interface NodeTotals {
  arrived: number;
  served: number;
  abandoned: number;
  refused: number;
  /** Sum of the minutes in the queue, of those served and those who gave up. */
  waitedMinutes: number;
  /** Integral of the number in the node over time, in person-minutes, summed at each change of state. */
  personMinutes: number;
  /** The same by Little's law: the minutes in the node, summed over persons. */
  stayedMinutes: number;
}

export interface NetworkResult {
  readonly nodes: readonly NodeTotals[];
  readonly events: number;
  readonly minutes: number;
}

const ARRIVAL = 0;
const SERVED = 1;
const GIVES_UP = 2;

const PURPOSE = { gap: 1, service: 2, patience: 3, route: 4 } as const;

/**
 * Runs the network until `arrivals` people have come to it from outside and all of them have left, or until
 * a minute: then those still in it are in no total but the arrivals.
 */
export function runNetwork(
  nodes: readonly Node[],
  arrivals: number,
  key: Key,
  until = Number.POSITIVE_INFINITY,
): NetworkResult {
  const calendar = new Calendar(256);
  const queues = new Queues(nodes.length, 0, 1024);
  const totals: NodeTotals[] = nodes.map(() => ({
    arrived: 0,
    served: 0,
    abandoned: 0,
    refused: 0,
    waitedMinutes: 0,
    personMinutes: 0,
    stayedMinutes: 0,
  }));
  const busy = new Int32Array(nodes.length);
  const inNode = new Int32Array(nodes.length);
  const changedAt = new Float64Array(nodes.length);
  const sourceKeys = nodes.map((_, n) => {
    deriveChild(key.k0, key.k1, LEVEL.entity, n);
    return { k0: words[0], k1: words[1] };
  });

  // Persons are kept in slots that are used again; the number of a person keys the luck, the slot does not.
  let slots = 1024;
  let personKey0 = new Int32Array(slots);
  let personKey1 = new Int32Array(slots);
  let joinedAt = new Float64Array(slots);
  let visit = new Int32Array(slots);
  let node = new Int32Array(slots);
  let token = new Int32Array(slots);
  const free: number[] = [];
  let used = 0;
  let created = 0;

  function newSlot(): number {
    const slot = free.length > 0 ? (free.pop() as number) : used++;
    if (slot >= slots) {
      slots *= 2;
      personKey0 = grown(personKey0, slots);
      personKey1 = grown(personKey1, slots);
      visit = grown(visit, slots);
      node = grown(node, slots);
      token = grown(token, slots);
      const wider = new Float64Array(slots);
      wider.set(joinedAt);
      joinedAt = wider;
    }
    return slot;
  }

  function change(n: number, by: number): void {
    totals[n].personMinutes += inNode[n] * (calendar.time - changedAt[n]);
    changedAt[n] = calendar.time;
    inNode[n] += by;
  }

  function begin(n: number, slot: number): void {
    busy[n]++;
    token[slot]++;
    totals[n].waitedMinutes += calendar.time - joinedAt[slot];
    const u = uniform(personKey0[slot], personKey1[slot], visit[slot], PURPOSE.service);
    const { meanService, serviceSigma } = nodes[n];
    // A lognormal law with mean m has median m / exp(sigma^2 / 2); the caller gives the median as
    // meanService.
    const minutes = serviceSigma > 0 ? meanService * lognormal(u, serviceSigma) : exponential(u, meanService);
    calendar.schedule(calendar.time + Math.round(minutes), SERVED, slot, n);
  }

  function enter(n: number, slot: number): void {
    totals[n].arrived++;
    if (inNode[n] >= nodes[n].capacity) {
      totals[n].refused++;
      free.push(slot);
      return;
    }
    change(n, 1);
    node[slot] = n;
    joinedAt[slot] = calendar.time;
    if (busy[n] < nodes[n].servers) {
      begin(n, slot);
      return;
    }
    queues.join(n, slot);
    const { meanPatience } = nodes[n];
    if (meanPatience < Infinity) {
      const u = uniform(personKey0[slot], personKey1[slot], visit[slot], PURPOSE.patience);
      calendar.schedule(
        calendar.time + Math.round(exponential(u, meanPatience)),
        GIVES_UP,
        slot,
        ++token[slot],
      );
    }
  }

  function scheduleArrival(n: number, number: number): void {
    const { k0, k1 } = sourceKeys[n];
    const gap = exponential(uniform(k0, k1, number, PURPOSE.gap), 1 / nodes[n].arrivalRate);
    calendar.schedule(calendar.time + Math.round(gap), ARRIVAL, n, number);
  }

  for (let n = 0; n < nodes.length; n++) if (nodes[n].arrivalRate > 0) scheduleArrival(n, 0);

  while (calendar.next() && calendar.time <= until) {
    if (calendar.kind === ARRIVAL) {
      const n = calendar.subject;
      const number = calendar.token;
      const slot = newSlot();
      deriveChild(sourceKeys[n].k0, sourceKeys[n].k1, LEVEL.person, number);
      personKey0[slot] = words[0];
      personKey1[slot] = words[1];
      visit[slot] = 0;
      enter(n, slot);
      if (++created < arrivals) scheduleArrival(n, number + 1);
    } else if (calendar.kind === SERVED) {
      const slot = calendar.subject;
      const n = calendar.token;
      totals[n].served++;
      totals[n].stayedMinutes += calendar.time - joinedAt[slot];
      busy[n]--;
      change(n, -1);
      const following = queues.serve(n);
      if (following >= 0) begin(n, following);
      const { routes } = nodes[n];
      let to = -1;
      if (routes.length > 0) {
        let u = uniform(personKey0[slot], personKey1[slot], visit[slot], PURPOSE.route);
        for (let i = 0; i < routes.length; i++) {
          u -= routes[i];
          if (u < 0) {
            to = i;
            break;
          }
        }
      }
      visit[slot]++;
      if (to >= 0) enter(to, slot);
      else free.push(slot);
    } else if (calendar.token === token[calendar.subject]) {
      const slot = calendar.subject;
      const n = node[slot];
      queues.leave(n, slot);
      change(n, -1);
      totals[n].abandoned++;
      totals[n].stayedMinutes += calendar.time - joinedAt[slot];
      totals[n].waitedMinutes += calendar.time - joinedAt[slot];
      token[slot]++;
      free.push(slot);
    }
  }
  return { nodes: totals, events: calendar.popped, minutes: calendar.time };
}

function grown(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(length);
  wider.set(array);
  return wider;
}
