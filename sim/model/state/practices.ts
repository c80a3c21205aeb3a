import { type Columns, makeColumns } from "../../engine/columns.ts";
import type { Key } from "../../random/keys.ts";
import { cumulate } from "../../random/quantiles.ts";
import type { Scenario } from "../../scenario/schema.ts";
import type { Layout } from "../layout.ts";
import { deriveKeys } from "./keys.ts";
import { practiceRates } from "./practice-rates.ts";

/** Months for which GPs remember what they hear. */
export const MONTHS_HEARD = 3;

const HEARSAY = {
  waitedMinutes: Float64Array,
  seen: Float64Array,
  sent: Float64Array,
  started: Float64Array,
} as const;

/** Holds what the practices' GPs hear of, for the last months in turn. */
export type Hearsay = Columns<typeof HEARSAY>;

/** Holds what is kept of each practice. */
export type Practices = ReturnType<typeof makePractices>;

/** Makes room for the practices of a layout. */
export function makePractices(scenario: Scenario, layout: Layout) {
  const { practices } = layout;
  const hearsay: Hearsay = makeColumns(HEARSAY, practices.length * MONTHS_HEARD);
  return {
    key0: new Int32Array(practices.length),
    key1: new Int32Array(practices.length),
    listSize: Int32Array.from(practices, ({ listSize }) => listSize),
    /** Cumulative shares of the quintiles among each practice's people. */
    quintileShares: practices.map(({ deprivation }) => cumulate(deprivation)),
    /**
     * Yearly rate of a practice's people with a post on site all week, and the highest rate in any state
     * over the ceiling.
     */
    rate: practiceRates(scenario, layout),
    highest: new Float64Array(practices.length),
    /** GPs' confidence in the service, which multiplies their rate of referral, and what they hear of it. */
    confidence: new Float64Array(practices.length),
    hearsay,
    /** Scores of three constructs, and four drivers, of each practice. */
    scores: new Float64Array(practices.length * 3),
    drivers: new Float64Array(practices.length * 4),
    /** How far organisations are present in a practice. */
    presence: new Float64Array(practices.length),
  } as const;
}

/** Empties the practices for a replication and derives their keys. */
export function resetPractices(practices: Practices, layout: Layout, key: Key): void {
  practices.confidence.fill(1);
  for (const column of Object.values(practices.hearsay)) column.fill(0);
  practices.presence.fill(0);
  deriveKeys(practices, layout.practices, key, "practice");
}
