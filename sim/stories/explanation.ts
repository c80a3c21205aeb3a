import { dayNumber } from "../engine/civil-date.ts";
import { MINUTES_PER_DAY } from "../engine/minutes.ts";
import { HAPPENED, WHAT_NAMES } from "../model/events.ts";
import { REASON_FIELDS, type Reason, reasonAt } from "../model/reasons.ts";
import { declarationOf } from "../scenario/actions.ts";
import { type ScenarioDifference, scenarioDifferences } from "../scenario/differences.ts";
import type { Chronicle } from "./chronicle.ts";
import { mechanismsOfPath, ruleOfAction, ruleOfEvent, ruleOfReason } from "./mechanism-of.ts";
import { findParting, findReasonParting, type Parting } from "./parting.ts";
import { type Spread, spreadOf } from "./spread.ts";

/** Holds a difference of the scenarios, when it can first have acted, and which rules it changes. */
export interface Cause extends ScenarioDifference {
  /** The minute from which it acts, as the first world counts; -Infinity for the first day. */
  readonly from: number;
  /** Kind and date of the dated action that it belongs to. */
  readonly action: { readonly id: string; readonly kind: string; readonly date: string } | undefined;
  readonly rules: readonly string[];
}

/** Says where a number behind the events first differs: of whom, and what it was in each world. */
export interface NumberParting {
  readonly minute: number;
  /** A row of the person's in the first journal; -1 for nobody. */
  readonly row: number;
  readonly rule: string;
  readonly first: Reason;
  readonly second: Reason;
  /** The fields that differ. */
  readonly fields: readonly string[];
}

/** Explains where and why two worlds part. */
export interface Explanation {
  readonly causes: readonly Cause[];
  /** Nothing if no event differs. */
  readonly parting: (Parting & { readonly minute: number; readonly rule: string }) | undefined;
  /** A number that differed before the events did, or without any that did. */
  readonly number: NumberParting | undefined;
  /** Those of the causes that can have made the parting: in force by then; those of its own rule first. */
  readonly suspects: readonly Cause[];
  readonly spread: Spread;
  /** Events compared, dated actions left out. */
  readonly events: number;
}

/** Compares two worlds that were simulated under common random numbers. */
export function explain(first: Chronicle, second: Chronicle): Explanation {
  const causes = causesOf(first, second);
  const found = findParting(first, second);
  const shift = (second.names.firstDay - first.names.firstDay) * MINUTES_PER_DAY;
  const parting = found === undefined ? undefined : { ...found, ...placeOf(first, second, found, shift) };
  const number = numberParting(first, second, parting?.minute ?? Infinity);
  const until = Math.min(parting?.minute ?? Infinity, number?.minute ?? Infinity);
  const rules = new Set([parting?.rule, number?.rule]);
  const inForce = causes.filter(({ from }) => from <= until);
  const isOwn = (cause: Cause): boolean => cause.rules.some((rule) => rules.has(rule));
  return {
    causes,
    parting,
    number,
    suspects: [...inForce.filter(isOwn), ...inForce.filter((cause) => !isOwn(cause))],
    spread: found === undefined ? { people: 0, touched: [] } : spreadOf(first, second),
    events: first.journal.what.reduce((count, what) => count + (what === HAPPENED.action ? 0 : 1), 0),
  };
}

function placeOf(
  first: Chronicle,
  second: Chronicle,
  { first: row, second: other, kind }: Parting,
  shift: number,
): { minute: number; rule: string } {
  const isFirst = kind !== "only in second";
  const { journal } = isFirst ? first : second;
  const at = isFirst ? row : other;
  return {
    minute: journal.minute[at] + (isFirst ? 0 : shift),
    rule: ruleOfEvent(WHAT_NAMES[journal.what[at]], journal.value[at]),
  };
}

function causesOf(first: Chronicle, second: Chronicle): Cause[] {
  return scenarioDifferences(first, second).map((difference) => {
    const [, id] = /^timeline\[([^\]]+)\]/.exec(difference.path) ?? [];
    const actions = [first, second].flatMap(({ scenario }) =>
      scenario.timeline.filter((action) => action.id === id),
    );
    const [action] = actions;
    const minute = (date: string): number => (dayNumber(date) - first.names.firstDay) * MINUTES_PER_DAY;
    const dates = actions.map((one) => declarationOf(one.kind).actsFrom?.(one) ?? one.date);
    return {
      ...difference,
      from: action === undefined ? -Infinity : Math.min(...dates.map(minute)),
      action: action === undefined ? undefined : { id: action.id, kind: action.kind, date: action.date },
      rules: action === undefined ? mechanismsOfPath(difference.path) : [ruleOfAction(action.kind)],
    };
  });
}

function numberParting(first: Chronicle, second: Chronicle, before: number): NumberParting | undefined {
  const found = findReasonParting(first, second);
  if (found === undefined) return undefined;
  const [a, b] = [first.reasons, second.reasons];
  const minute = Math.min(a.minute[found.first], b.minute[found.second]);
  const [one, other] = [reasonAt(a, found.first), reasonAt(b, found.second)];
  // A reason more in one world is told by the event that it stands behind.
  if (minute > before || one.kind !== other.kind || a.minute[found.first] !== b.minute[found.second])
    return undefined;
  const [values, others]: readonly Readonly<Record<string, unknown>>[] = [one, other];
  const fields = REASON_FIELDS[one.kind].filter((field) => !Object.is(values[field], others[field]));
  if (fields.length === 0) return undefined;
  return {
    minute,
    row: personRow(first, a.record[found.first], a.row[found.first]),
    rule: ruleOfReason(one.kind),
    first: one,
    second: other,
    fields,
  };
}

function personRow({ journal }: Chronicle, record: number, row: number): number {
  return record < 0 ? row : journal.record.indexOf(record);
}
