import type { Layout } from "../layout.ts";

/** Holds what posts believe of organisations: an entry for each edge of the layout. */
export type Beliefs = ReturnType<typeof makeBeliefs>;

/** Makes room for a belief on each edge; matching and turnover give each its value at the start. */
export function makeBeliefs({ edgeOrganisation }: Layout) {
  const { length } = edgeOrganisation;
  return {
    tie: new Float64Array(length),
    /** Weeks of wait that the post reckons with, the minute at which it learnt so, and refusals in a row. */
    perceivedWeeks: new Float64Array(length),
    perceivedAt: new Int32Array(length),
    refusals: new Int32Array(length),
    /** Looks at the organisation so far: the occasion of the next one's error. */
    looks: new Int32Array(length),
    /** Minute of the last visit; -1 before the first. */
    visitedAt: new Int32Array(length),
    /**
     * The draw by which a post knows an organisation at the start, and the order in which it comes to know
     * others.
     */
    acquaintance: new Float64Array(length),
    /** When the person known at the organisation leaves, and how many have. */
    contactLeavesAt: new Float64Array(length),
    contactsLeft: new Int32Array(length),
  } as const;
}
