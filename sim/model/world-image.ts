import { aimActions } from "./levers/actions.ts";
import type { World } from "./world.ts";

/**
 * The state of a world at one moment, copied, so that it, or another world of the same layout, can go on
 * from there.
 */
export interface WorldImage {
  readonly state: Kept;
  /** The scenario as changes of policy had made it; null if they had not. */
  readonly policy: World["scenario"] | null;
  readonly bytes: number;
}

type Column = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;
/** A number, column or list as it was, or what an object held of these by key. */
type Kept = number | boolean | Column | readonly Kept[] | { readonly [key: string]: Kept };
type Holder = Record<string, unknown>;

/** Copies the state of a world. */
export function takeImage(w: World): WorldImage {
  const copies = new Map<ArrayBuffer, ArrayBuffer>();
  const seen = ownOf(w);
  const taken = (value: unknown): Kept | undefined => {
    if (typeof value === "number" || typeof value === "boolean") return value;
    if (typeof value !== "object" || value === null) return undefined;
    if (isColumn(value)) {
      const buffer = copies.get(value.buffer) ?? copyOf(value.buffer);
      copies.set(value.buffer, buffer);
      return viewOf(buffer, value);
    }
    if (seen.has(value)) return undefined;
    seen.add(value);
    if (Array.isArray(value)) return value.map((one) => taken(one) ?? {});
    const entries = Object.entries(value).flatMap(([key, one]) => {
      const kept = taken(one);
      return kept === undefined ? [] : [[key, kept] as const];
    });
    return Object.fromEntries(entries);
  };
  const state = taken(w) ?? {};
  let bytes = 0;
  for (const { byteLength } of copies.values()) bytes += byteLength;
  return { state, policy: w.scenario === w.base ? null : w.scenario, bytes };
}

/** Sets a world to a state that was copied, of itself or of another world that has this past in common. */
export function restoreImage(w: World, { state, policy }: WorldImage): void {
  const buffers = new Map<ArrayBuffer, ArrayBuffer>();
  const restored = (holder: Holder, key: string, kept: Kept): void => {
    const mine = holder[key];
    if (typeof kept !== "object") holder[key] = kept;
    else if (isColumn(kept)) {
      const column = mine as Column;
      let buffer = buffers.get(kept.buffer);
      if (buffer === undefined) {
        // A column that has grown since, or not yet, is replaced by one of the length that it had.
        buffer = column.buffer.byteLength === kept.buffer.byteLength ? column.buffer : copyOf(kept.buffer);
        if (buffer === column.buffer) new Uint8Array(buffer).set(new Uint8Array(kept.buffer));
        buffers.set(kept.buffer, buffer);
      }
      if (column.buffer !== buffer) holder[key] = viewOf(buffer, kept);
    } else if (isList(kept)) {
      const list = mine as unknown[];
      list.length = kept.length;
      for (let i = 0; i < kept.length; i++) restored(list as unknown as Holder, String(i), kept[i]);
    } else for (const [name, one] of Object.entries(kept)) restored(mine as Holder, name, one);
  };
  for (const [name, one] of Object.entries(state)) restored(w as unknown as Holder, name, one);
  if (policy === null) w.keepFirstPolicy();
  else {
    const { name, title, rationale, standards, variants, timeline } = w.base;
    w.changePolicy({ ...policy, name, title, rationale, standards, variants, timeline });
  }
  aimActions(w);
}

/** Lists what a world does not hand on: what it was made from, and what follows from that. */
const ownOf = (w: World): Set<object> =>
  new Set<object>([w.base, w.scenario, w.shares, w.layout, w.clock, w.timeline, w.whole, w.parts]);

const isColumn = (value: object): value is Column =>
  value instanceof Float64Array || value instanceof Int32Array || value instanceof Uint8Array;

const isList = (kept: Kept): kept is readonly Kept[] => Array.isArray(kept);

const copyOf = (buffer: ArrayBuffer): ArrayBuffer => buffer.slice(0);

/** Makes a column of the kind and place of another over a buffer. */
function viewOf(buffer: ArrayBuffer, column: Column): Column {
  const { byteOffset, length } = column;
  if (column instanceof Float64Array) return new Float64Array(buffer, byteOffset, length);
  if (column instanceof Int32Array) return new Int32Array(buffer, byteOffset, length);
  return new Uint8Array(buffer, byteOffset, length);
}
