import { personNumber, personOf } from "../measures/fates.ts";
import type { JournalColumns } from "../model/journal-rows.ts";
import type { Chronicle } from "./chronicle.ts";
import { RowComparison } from "./parting.ts";
import type { PersonNumber } from "./person.ts";

/** Tells of a person who has another life in the second world: numbers as the first counts. */
export interface TouchedPerson extends PersonNumber {
  /** Minute of the first event that differs. */
  readonly minute: number;
}

/** Says how far a difference spreads. */
export interface Spread {
  /** People of practices that both have, with an event in either world. */
  readonly people: number;
  /** Those whose lives differ, the first touched first. */
  readonly touched: readonly TouchedPerson[];
}

/** Compares the lives of everybody at practices that two worlds both have, event by event. */
export function spreadOf(first: Chronicle, second: Chronicle): Spread {
  const comparison = new RowComparison(first, second);
  const people = new Map<number, number>();
  const shared = new Set(comparison.practices);
  const ofFirst = rowsByPerson(first.journal, people, (practice) => (shared.has(practice) ? practice : -1));
  const ofSecond = rowsByPerson(second.journal, people, (practice) => comparison.practices[practice]);
  const touched: TouchedPerson[] = [];
  for (const [person, number] of people) {
    const minute = firstDifference(comparison, ofFirst.of(number), ofSecond.of(number));
    if (minute === undefined) continue;
    touched.push({ ...personOf(person), minute });
  }
  touched.sort((a, b) => a.minute - b.minute || a.practice - b.practice || a.register - b.register);
  return { people: people.size, touched };
}

function firstDifference(
  comparison: RowComparison,
  rows: Int32Array,
  others: Int32Array,
): number | undefined {
  const { first } = comparison;
  const most = Math.max(rows.length, others.length);
  for (let i = 0; i < most; i++) {
    if (i >= rows.length) return comparison.minute(others[i]);
    if (i >= others.length) return first.minute[rows[i]];
    if (!comparison.isSame(rows[i], others[i]))
      return Math.min(first.minute[rows[i]], comparison.minute(others[i]));
  }
  return undefined;
}

/**
 * Sorts the rows of a journal by person, in order of time, those of practices that are not shared left out;
 * people met for the first time get the next number.
 */
function rowsByPerson(
  journal: JournalColumns,
  people: Map<number, number>,
  sharedPractice: (practice: number) => number,
): { of(number: number): Int32Array } {
  const { practice, register } = journal;
  const numberOf = new Int32Array(practice.length);
  for (let row = 0; row < practice.length; row++) {
    const shared = practice[row] < 0 ? -1 : sharedPractice(practice[row]);
    if (shared < 0) {
      numberOf[row] = -1;
      continue;
    }
    const person = personNumber(shared, register[row]);
    const number = people.get(person) ?? people.size;
    if (number === people.size) people.set(person, number);
    numberOf[row] = number;
  }
  const start = new Int32Array(people.size + 1);
  for (const number of numberOf) if (number >= 0) start[number + 1]++;
  for (let number = 0; number < people.size; number++) start[number + 1] += start[number];
  const next = start.slice();
  const sorted = new Int32Array(start[people.size]);
  numberOf.forEach((number, row) => {
    if (number >= 0) sorted[next[number]++] = row;
  });
  // Somebody whom only the other journal knows has no rows here.
  return {
    of: (number) => sorted.subarray(start[number] ?? sorted.length, start[number + 1] ?? sorted.length),
  };
}
