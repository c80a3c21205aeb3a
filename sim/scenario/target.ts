import { readQuantity } from "./internal/read-quantity.ts";
import { KINDS, type QuantityKind } from "./internal/units.ts";

/** How a metric's unit is written by users, and how many of the written kind's base unit one of it is. */
const WRITTEN: Readonly<Record<string, { readonly kind: QuantityKind; readonly size: number }>> = {
  share: { kind: "share", size: 1 },
  days: { kind: "duration", size: 1440 },
  weeks: { kind: "duration", size: 10_080 },
  hours: { kind: "duration", size: 60 },
  people: { kind: "people", size: 1 },
  places: { kind: "places", size: 1 },
  contacts: { kind: "contacts", size: 1 },
  GBP: { kind: "money", size: 100 },
};

/**
 * Reads what a metric is held to, written with its unit, in the unit of the metric; null if it is no such
 * quantity.
 */
export function readTarget(unit: string, written: string): number | null {
  const { kind, size } = WRITTEN[unit] ?? { kind: "number", size: 1 };
  // Units that are none of a scenario's, such as people per week, may stand there all the same.
  const isPlain = WRITTEN[unit] === undefined && written.trim().endsWith(` ${unit}`);
  const reading = readQuantity(kind, isPlain ? written.trim().slice(0, -unit.length) : written);
  return reading.ok ? reading.value / size : null;
}

/** Says how a target of this unit is written. */
export function targetInWords(unit: string): string {
  const { noun, example } = KINDS[WRITTEN[unit]?.kind ?? "number"];
  return `${noun} such as ${example}`;
}
