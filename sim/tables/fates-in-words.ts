import { MINUTES_PER_DAY } from "../engine/minutes.ts";
import { type FateColumns, NOT_REFERRED } from "../measures/fates.ts";
import { END_REASONS, type EndReason } from "../model/events.ts";
import type { JournalNames } from "../model/journal-names.ts";
import { dateTimes } from "./event-text.ts";

/** What became of a person in an episode. */
export interface Fate {
  /** How the episode ended; open if it had not by the end of the run. */
  readonly ended: EndReason | "open";
  readonly contacts: number;
  /** Days from referral to first contact; null without one. */
  readonly waitDays: number | null;
  readonly linksStarted: number;
  readonly needs: number;
  /** Needs met, also after the episode's end. */
  readonly needsMet: number;
}

/** What became of somebody by name. */
export interface NamedFate extends Fate {
  /** Practice and register number, such as practice-3/1742: the same person in every world. */
  readonly patient: string;
  readonly practice: string;
  /** Which of the person's episodes, from 1. */
  readonly episode: number;
  /** Deprivation quintile, 1 the most deprived. */
  readonly quintile: number;
  /** Local date and time of the referral, ISO 8601. */
  readonly referredAt: string;
  /** The same of the episode's end; null if it had not ended by the end of the run. */
  readonly endedAt: string | null;
}

/** Reads one row of fates; null for somebody who was not referred in that world. */
export function fateAt(fates: FateColumns, row: number): Fate | null {
  const reason = fates.reason[row];
  if (reason === NOT_REFERRED) return null;
  const wait = fates.waitMinutes[row];
  return {
    ended: reason === 0 ? "open" : END_REASONS[reason - 1],
    contacts: fates.contacts[row],
    waitDays: wait < 0 ? null : wait / MINUTES_PER_DAY,
    linksStarted: fates.started[row],
    needs: fates.needs[row],
    needsMet: fates.met[row],
  };
}

/** Gives what became of those referred in the measured time, with names, dates and ways of ending. */
export function namedFates(
  fates: FateColumns,
  { practices, firstDay }: Pick<JournalNames, "practices" | "firstDay">,
): readonly NamedFate[] {
  const dateTime = dateTimes(firstDay);
  return Array.from(fates.reason, (_, row) => {
    const practice = practices[fates.practice[row]];
    const fate = fateAt(fates, row);
    return fate === null
      ? []
      : [
          {
            patient: `${practice}/${fates.register[row]}`,
            practice,
            episode: fates.episode[row],
            quintile: fates.quintile[row] + 1,
            referredAt: dateTime(fates.requestedAt[row]),
            endedAt: fates.endedAt[row] < 0 ? null : dateTime(fates.endedAt[row]),
            ...fate,
          },
        ];
  }).flat();
}
