import { nearestName } from "../nearest-name.ts";
import { KINDS, type KindOfQuantity, type QuantityKind, type Unit } from "./units.ts";

/** Holds a quantity in its base unit, or what to do about a text that is none. */
export type Reading =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly hint?: string };

const NUMBER = /^([-+−]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(e[-+]?\d{1,3})?/i;

/** Reads a quantity as users write it: `4 weeks`, `45 %`, `25 per 1000 a year`, `£42,900`. */
export function readQuantity(kind: QuantityKind, written: unknown): Reading {
  if (typeof written === "number") return readBare(kind, written, String(written));
  if (typeof written !== "string") return { ok: false };
  if (written.length > 200) return { ok: false };
  const text = written.trim().replaceAll(/\s+/g, " ");
  const sterling = kind === "money" && /^[-+−]?£/.test(text);
  const parsed = NUMBER.exec(sterling ? text.replace(/£ ?/, "") : text);
  if (parsed === null) return { ok: false };
  const digits = parsed[2].replaceAll(",", "") + (parsed[3] ?? "");
  const number = Number(digits) * (parsed[1] === "-" || parsed[1] === "−" ? -1 : 1);
  let suffix = (sterling ? text.replace(/£ ?/, "") : text).slice(parsed[0].length).trim();
  if (sterling) suffix = `${suffix} GBP`.trim();
  if (suffix === "") return readBare(kind, number, text);
  const unit = kind === "rate_per_person" ? perPerson(suffix) : unitOf(kind, suffix);
  if (unit === undefined && /^\d/.test(suffix))
    return { ok: false, hint: `Write the number without spaces: ${digits}${suffix.replaceAll(" ", "")}.` };
  if (unit === undefined) return { ok: false, hint: unitHint(kind, suffix) };
  return finite(kind, unit.over === undefined ? number * (unit.times ?? 1) : number / unit.over);
}

/** Numbers in one unit, each of at most 15 digits. */
export interface InOneUnit {
  /** As it stands after a number; empty for none. */
  readonly unit: string;
  readonly numbers: readonly number[];
}

/**
 * Writes a quantity in the unit that users write, so that reading it back gives the same number to the last
 * bit.
 */
export function writeQuantity(kind: QuantityKind, value: number): string {
  const output = exactOutput(kind, [value]);
  return output === undefined ? `${value}${baseOutput(kind).suffix}` : withUnit(output, [value])[0];
}

/** Writes quantities in one unit, each with at most 15 digits. */
export function writeQuantities(kind: QuantityKind, values: readonly number[]): readonly string[] {
  return withUnit(exactOutput(kind, values) ?? baseOutput(kind), values);
}

/** Gives quantities in one unit: the first in which all are tidy, or else the base unit. */
export function inOneUnit(kind: QuantityKind, values: readonly number[]): InOneUnit {
  const { suffix, unit } = exactOutput(kind, values) ?? baseOutput(kind);
  return { unit: suffix.trim(), numbers: values.map((value) => shortIn(unit, value)) };
}

type Output = KindOfQuantity["output"][number];

/** Finds the first unit that gives each of the quantities exactly and tidily. */
function exactOutput(kind: QuantityKind, values: readonly number[]): Output | undefined {
  const isNothing = values.every((value) => value === 0);
  return KINDS[kind].output.find(({ unit }) =>
    values.every((value) => {
      const short = shortIn(unit, value);
      const readBack = unit.over === undefined ? short * (unit.times ?? 1) : short / unit.over;
      if (kind !== "duration") return readBack === value || kind === "money";
      const isTidy = (short >= 1 || (short === 0 && !isNothing)) && Number.isInteger(short * 2);
      return readBack === value && isTidy;
    }),
  );
}

/** Gives the unit that holds any quantity of its kind. */
const baseOutput = (kind: QuantityKind): Output => {
  const { output } = KINDS[kind];
  return output.findLast(({ unit }) => unit.times === 1) ?? output[output.length - 1];
};

function shortIn({ times, over }: Unit, value: number): number {
  const inUnit = over === undefined ? value / (times ?? 1) : value * over;
  return Number(inUnit.toPrecision(15));
}

function withUnit({ suffix, one, unit }: Output, values: readonly number[]): readonly string[] {
  return values.map((value) => {
    const short = shortIn(unit, value);
    return `${short}${short === 1 && one !== undefined ? one : suffix}`;
  });
}

function readBare(kind: QuantityKind, number: number, text: string): Reading {
  if (KINDS[kind].bare) return finite(kind, number);
  return {
    ok: false,
    hint: `Add the unit: ${KINDS[kind].written}, such as ${KINDS[kind].example}; ${text} alone has none.`,
  };
}

function finite(kind: QuantityKind, value: number): Reading {
  if (!Number.isFinite(value)) return { ok: false };
  if (kind !== "money") return { ok: true, value: value === 0 ? 0 : value };
  const pence = Math.round(value);
  const isWhole = Math.abs(value - pence) <= 1e-6 * Math.max(1, Math.abs(value) * 1e-6);
  return isWhole
    ? { ok: true, value: pence === 0 ? 0 : pence }
    : { ok: false, hint: "Round it to whole pence." };
}

function unitOf(kind: QuantityKind, suffix: string): Unit | undefined {
  const { units } = KINDS[kind];
  const compact = suffix.replace(/^% ?/, "% ").trim();
  if (Object.hasOwn(units, compact)) return units[compact];
  const lower = kind === "money" ? compact.replace(/gbp$/i, "GBP") : compact.toLowerCase();
  return Object.hasOwn(units, lower) ? units[lower] : undefined;
}

function perPerson(suffix: string): Unit | undefined {
  const parsed = /^per ((?:\d{1,3}(?:,\d{3})+|\d{1,9})) (?:people )?(?:a|per|each) year$/i.exec(suffix);
  const people = parsed === null ? 0 : Number(parsed[1].replaceAll(",", ""));
  return people > 0 ? { over: people } : undefined;
}

function unitHint(kind: QuantityKind, suffix: string): string {
  const { units, written, example } = KINDS[kind];
  const nearest = nearestName(suffix, Object.keys(units));
  if (nearest !== undefined) return `Did you mean ${nearest}? Units that fit: ${written}.`;
  return Object.keys(units).length === 0 && kind !== "rate_per_person"
    ? `Write ${written}, such as ${example}.`
    : `Units that fit: ${written}; for example ${example}.`;
}
