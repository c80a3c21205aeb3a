import { MINUTES_PER_DAY } from "../engine/minutes.ts";
import { unlikePractices } from "../findings/unlike-worlds.ts";
import { HAPPENED } from "../model/events.ts";
import type { JournalColumns } from "../model/journal-rows.ts";
import { REASON_FIELDS, REASON_KINDS, type ReasonColumns } from "../model/reasons.ts";
import type { Chronicle } from "./chronicle.ts";

/** Names the first rows at which two journals differ; -1 where one has ended. */
export interface Parting {
  readonly first: number;
  readonly second: number;
  /** Whether one world alone has the event, or both have one that differs. */
  readonly kind: "only in first" | "only in second" | "differs";
}

/**
 * Compares rows of two journals, numbers with numbers: the second's practices, posts, organisations and
 * minutes are counted as the first counts them.
 */
export class RowComparison {
  readonly first: JournalColumns;
  readonly second: JournalColumns;
  /** What the second's minutes are later or earlier, as the first counts. */
  readonly shift: number;
  readonly practices: Int32Array;
  /** The first's practices that the second has too. */
  readonly #shared: ReadonlySet<number>;
  private readonly posts: Int32Array;
  private readonly organisations: Int32Array;

  constructor(first: Chronicle, second: Chronicle) {
    this.first = first.journal;
    this.second = second.journal;
    this.shift = (second.names.firstDay - first.names.firstDay) * MINUTES_PER_DAY;
    this.practices = numbering(first.names.practices, second.names.practices);
    this.#shared = new Set(this.practices);
    this.posts = numbering(first.names.posts, second.names.posts);
    this.organisations = numbering(first.names.organisations, second.names.organisations);
  }

  /** Says whether a row of the first is of a practice that one world alone has. */
  isOfFirstAlone(row: number): boolean {
    const practice = this.first.practice[row];
    return practice >= 0 && !this.#shared.has(practice);
  }

  /** Says it of a row of the second. */
  isOfSecondAlone(row: number): boolean {
    const practice = this.second.practice[row];
    return practice >= 0 && this.practices[practice] < 0;
  }

  /** Gives the minute of a row of the second as the first counts. */
  minute(row: number): number {
    return this.second.minute[row] + this.shift;
  }

  /**
   * Says whether two rows tell the same; which record of the log an episode has is no part of what happened.
   */
  isSame(row: number, other: number): boolean {
    const { first, second } = this;
    const what = first.what[row];
    return (
      what === second.what[other] &&
      first.minute[row] === this.minute(other) &&
      this.isSameSubject(row, other) &&
      first.focus[row] === second.focus[other] &&
      first.value[row] === second.value[other] + (IS_MINUTE[what] === 1 ? this.shift : 0)
    );
  }

  /** Says whether two rows are about the same person, post, organisation and need. */
  isSameSubject(row: number, other: number): boolean {
    const { first, second } = this;
    return (
      first.register[row] === second.register[other] &&
      first.practice[row] === translated(this.practices, second.practice[other]) &&
      first.post[row] === translated(this.posts, second.post[other]) &&
      first.organisation[row] === translated(this.organisations, second.organisation[other]) &&
      first.need[row] === second.need[other]
    );
  }
}

/**
 * Finds the first event at which two worlds part, at practices that both have; nothing if every event is the
 * same. That a dated action takes effect is no event of its own: what it does is.
 */
export function findParting(first: Chronicle, second: Chronicle): Parting | undefined {
  const comparison = new RowComparison(first, second);
  const [a, b] = [first.journal, second.journal];
  let row = 0;
  let other = 0;
  for (;;) {
    while (row < a.what.length && (a.what[row] === HAPPENED.action || comparison.isOfFirstAlone(row))) row++;
    while (other < b.what.length && (b.what[other] === HAPPENED.action || comparison.isOfSecondAlone(other)))
      other++;
    if (row === a.what.length || other === b.what.length) break;
    if (!comparison.isSame(row, other)) return describe(comparison, row, other);
    row++;
    other++;
  }
  if (row < a.what.length) return { first: row, second: -1, kind: "only in first" };
  if (other < b.what.length) return { first: -1, second: other, kind: "only in second" };
  return undefined;
}

function describe(comparison: RowComparison, row: number, other: number): Parting {
  const { first, second } = comparison;
  const [at, otherAt] = [first.minute[row], comparison.minute(other)];
  if (at < otherAt) return { first: row, second: other, kind: "only in first" };
  if (at > otherAt) return { first: row, second: other, kind: "only in second" };
  for (let later = row + 1; later < first.what.length && first.minute[later] === at; later++)
    if (comparison.isSame(later, other)) return { first: row, second: other, kind: "only in first" };
  for (let later = other + 1; later < second.what.length && comparison.minute(later) === at; later++)
    if (comparison.isSame(row, later)) return { first: row, second: other, kind: "only in second" };
  return { first: row, second: other, kind: "differs" };
}

/**
 * Names the first reasons at which two worlds differ, which may be before any event does; undefined if none
 * does, or if their first days or their practices differ.
 */
export function findReasonParting(
  first: Chronicle,
  second: Chronicle,
): { readonly first: number; readonly second: number } | undefined {
  if (first.names.firstDay !== second.names.firstDay) return undefined;
  if (unlikePractices(first.names.practices, second.names.practices) !== null) return undefined;
  const [a, b] = [first.reasons, second.reasons];
  const length = Math.min(a.row.length, b.row.length);
  for (let entry = 0; entry < length; entry++)
    if (!isSameReason(a, b, entry)) return { first: entry, second: entry };
  return undefined;
}

function isSameReason(a: ReasonColumns, b: ReasonColumns, entry: number): boolean {
  if (a.minute[entry] !== b.minute[entry] || a.kind[entry] !== b.kind[entry]) return false;
  if (a.record[entry] !== b.record[entry] || a.need[entry] !== b.need[entry]) return false;
  const count = REASON_FIELDS[REASON_KINDS[a.kind[entry]]].length;
  for (let i = 0; i < count; i++)
    if (!Object.is(a.value[a.from[entry] + i], b.value[b.from[entry] + i])) return false;
  return true;
}

/** Marks the kinds whose value is a minute. */
const IS_MINUTE = new Uint8Array(256);
for (const what of [HAPPENED.appointment_booked, HAPPENED.appointment_moved, HAPPENED.post_vacant])
  IS_MINUTE[what] = 1;

/** Gives the number that the first has for each name of the second; -2 for a name that it does not know. */
function numbering(first: readonly string[], second: readonly string[]): Int32Array {
  const numberOf = new Map(first.map((name, number) => [name, number]));
  return Int32Array.from(second, (name) => numberOf.get(name) ?? -2);
}

const translated = (numbers: Int32Array, number: number): number => (number < 0 ? number : numbers[number]);
