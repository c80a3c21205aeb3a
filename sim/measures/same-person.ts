import { type StableOrder, stableOrder } from "../engine/stable-order.ts";
import type { World } from "../model/world.ts";

/** Who each record of a log is of. */
interface People {
  readonly practice: Int32Array;
  readonly register: Int32Array;
}

/**
 * Gives the next record of the same person for each episode in the log, -1 where there is none. One practice
 * at a time: a table by register number then fits in the cache, and nothing is kept for each person.
 */
export function nextEpisodes({ episodes, layout }: World): Int32Array {
  const { columns, length } = episodes;
  const next = new Int32Array(length).fill(-1);
  const { starts, order: records } = byPractice(columns, length, layout.practices.length);
  const latest = new Int32Array(registersOf(columns, length)).fill(-1);
  for (let practice = 0; practice + 1 < starts.length; practice++) {
    for (let n = starts[practice]; n < starts[practice + 1]; n++) {
      const register = columns.register[records[n]];
      if (latest[register] >= 0) next[latest[register]] = records[n];
      latest[register] = records[n];
    }
    for (let n = starts[practice]; n < starts[practice + 1]; n++) latest[columns.register[records[n]]] = -1;
  }
  return next;
}

/** Calls `meet` for each person of the reference demand with each episode of the same person, in order. */
export function meetEpisodes(
  { demand, episodes, layout }: World,
  meet: (asked: number, record: number) => void,
): void {
  const practices = layout.practices.length;
  const asked = byPractice(demand.columns, demand.length, practices);
  const opened = byPractice(episodes.columns, episodes.length, practices);
  const registers = Math.max(
    registersOf(demand.columns, demand.length),
    registersOf(episodes.columns, episodes.length),
  );
  // Of each register number the last one who asked, and of each of these the one before.
  const last = new Int32Array(registers).fill(-1);
  const before = new Int32Array(demand.length);
  for (let practice = 0; practice < practices; practice++) {
    for (let n = asked.starts[practice]; n < asked.starts[practice + 1]; n++) {
      const i = asked.order[n];
      before[i] = last[demand.columns.register[i]];
      last[demand.columns.register[i]] = i;
    }
    for (let n = opened.starts[practice]; n < opened.starts[practice + 1]; n++) {
      const record = opened.order[n];
      for (let i = last[episodes.columns.register[record]]; i >= 0; i = before[i]) meet(i, record);
    }
    for (let n = asked.starts[practice]; n < asked.starts[practice + 1]; n++)
      last[demand.columns.register[asked.order[n]]] = -1;
  }
}

/** Puts the records of a log in order of practices. */
const byPractice = ({ practice }: People, length: number, practices: number): StableOrder =>
  stableOrder(practice.subarray(0, length), practices);

/** Counts the register numbers from 0 to the highest that is in a log. */
function registersOf({ register }: People, length: number): number {
  let highest = -1;
  for (let r = 0; r < length; r++) if (register[r] > highest) highest = register[r];
  return highest + 1;
}
