import { personNumber } from "../measures/fates.ts";
import { HAPPENED, WHAT_NAMES } from "../model/events.ts";
import type { JournalNames } from "../model/journal-names.ts";
import type { JournalColumns } from "../model/journal-rows.ts";
import { FOCUSES } from "../words/focuses.ts";
import { CaseloadPlaces } from "./caseload-places.ts";
import { SCENARIO } from "./common-columns.ts";
import { dateTimes, detailText } from "./event-text.ts";
import { integerColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of what happened, an event a row. */
export const EVENTS = {
  name: "events",
  meaning: "What happened to whom and when, warm-up included: one row for each event (only with --events)",
  columns: [
    SCENARIO,
    integerColumn("replication", "", "Number of the replication"),
    textColumn("time", "Local date and time, ISO 8601"),
    textColumn(
      "patient",
      "Practice and register number of the person, the same person in every scenario; empty for nobody",
    ),
    integerColumn(
      "episode",
      "",
      "Which of the person's episodes in this replication, from 1; empty outside an episode",
    ),
    textColumn("link_worker", "The post; empty while the person has none"),
    textColumn("organisation", "The organisation; empty for none"),
    textColumn("event", "What happened; links go on after the episode has ended"),
    textColumn(
      "detail",
      "request: who referred; need: severity; listed: crisis or empty; appointment_*: its time; " +
        "missed: how many in a row; contact: its number; link_sent: which attempt; link_refused, " +
        "link_failed, link_passed_on and ended: the reason; post_vacant: until when; organisation_*: " +
        "places now; action: its id",
    ),
    integerColumn("minute", "minutes", "Minutes since midnight of the first day simulated, in calendar time"),
    textColumn(
      "case",
      "patient/episode: one name for each episode of a replication; empty outside an episode",
    ),
    integerColumn("need", "", "Which of the episode's needs, from 1; empty for none"),
    textColumn("focus", "What the need is about; empty for none"),
    textColumn(
      "event_type",
      "For animation, on the rows that change where somebody is: arrival_departure, queue or " +
        "resource_use; empty elsewhere",
    ),
    textColumn(
      "stage",
      "Where the person is from then on: arrival, waiting_list, caseload, depart; empty where event_type is",
    ),
    integerColumn(
      "resource_id",
      "",
      "Place in the caseloads of all posts, the lowest that was free; empty where event_type is not " +
        "resource_use",
    ),
  ],
} satisfies TableDeclaration;

/** Says which events change where somebody is, and how animations name that. */
const STAGES: Readonly<Partial<Record<number, readonly [eventType: string, stage: string]>>> = {
  [HAPPENED.request]: ["arrival_departure", "arrival"],
  [HAPPENED.listed]: ["queue", "waiting_list"],
  [HAPPENED.relisted]: ["queue", "waiting_list"],
  [HAPPENED.offered]: ["resource_use", "caseload"],
  [HAPPENED.ended]: ["arrival_departure", "depart"],
};
const NOWHERE = ["", ""] as const;

/**
 * Returns the events of one replication in order of time, some rows at a time: all of them as text would not
 * fit in memory.
 */
export function* eventTables(
  names: JournalNames,
  replication: number,
  journal: JournalColumns,
  rowsAtOnce: number,
): Iterable<TableOf<typeof EVENTS>> {
  const dateTime = dateTimes(names.firstDay);
  const places = new CaseloadPlaces();
  const episodesSoFar = new Map<number, number>();
  const ordinals: number[] = [];
  const cases: string[] = [];
  const rows = journal.what.length;
  for (let from = 0; from < rows; from += rowsAtOnce) {
    const table = tableBuilder(EVENTS);
    for (let row = from; row < Math.min(rows, from + rowsAtOnce); row++) {
      const what = journal.what[row];
      const record = journal.record[row];
      const isInEpisode = record >= 0;
      if (what === HAPPENED.request && isInEpisode) {
        const person = personNumber(journal.practice[row], journal.register[row]);
        ordinals[record] = (episodesSoFar.get(person) ?? 0) + 1;
        episodesSoFar.set(person, ordinals[record]);
        cases[record] =
          `${patientName(names, journal.practice[row], journal.register[row])}/${ordinals[record]}`;
      }
      if (what === HAPPENED.ended || what === HAPPENED.relisted) places.free(record);
      const patient = patientName(names, journal.practice[row], journal.register[row]);
      const [eventType, stage] = (isInEpisode ? STAGES[what] : undefined) ?? NOWHERE;
      const event = WHAT_NAMES[what];
      table.add({
        scenario: names.scenario,
        replication,
        time: dateTime(journal.minute[row]),
        patient,
        episode: isInEpisode ? ordinals[record] : null,
        link_worker: nameOr(names.posts, journal.post[row]),
        organisation: nameOr(names.organisations, journal.organisation[row]),
        event,
        detail: detailText(event, journal.value[row], isInEpisode, names, dateTime),
        minute: journal.minute[row],
        case: isInEpisode ? cases[record] : "",
        need: journal.need[row] > 0 ? journal.need[row] : null,
        focus: nameOr(FOCUSES, journal.focus[row] - 1),
        event_type: eventType,
        stage,
        resource_id: what === HAPPENED.offered ? places.take(record) : null,
      });
    }
    yield table.build();
  }
}

function patientName({ practices }: JournalNames, practice: number, register: number): string {
  return practice < 0 ? "" : `${practices[practice]}/${register}`;
}

function nameOr(names: readonly string[], number: number): string {
  return number < 0 ? "" : names[number];
}
