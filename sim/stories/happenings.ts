import { HAPPENED, WHAT_NAMES, type WhatName } from "../model/events.ts";
import type { JournalColumns } from "../model/journal-rows.ts";
import { type Reason, type ReasonKind, reasonAt } from "../model/reasons.ts";
import type { Chronicle } from "./chronicle.ts";
import type { PersonNumber } from "./person.ts";

/** Tells one thing that happened in a person's life, or to the service while the person was in it. */
export interface Happening {
  readonly minute: number;
  /** A kind of the journal, or `in_line`: where an organisation has put the person in its line. */
  readonly what: WhatName | "in_line";
  /** Which of the person's episodes, from 1; 0 outside one. */
  readonly episode: number;
  /** Numbers of the post and the organisation; -1 for none. */
  readonly post: number;
  readonly organisation: number;
  /** The need's number in the episode, and its focus's number, both from 1; 0 for none. */
  readonly need: number;
  readonly focus: number;
  readonly value: number;
  readonly reasons: readonly Reason[];
}

/** Finds the reason of a kind behind something that happened. */
export function reasonFor<Kind extends ReasonKind>(
  happening: Pick<Happening, "reasons"> | undefined,
  kind: Kind,
): Extract<Reason, { kind: Kind }> | undefined {
  return happening?.reasons.find((reason): reason is Extract<Reason, { kind: Kind }> => reason.kind === kind);
}

/**
 * Gathers a person's life from a chronicle, in order of time: their own rows with the reasons, and what
 * happened to their post, to the organisations they were with, and by dated actions meanwhile.
 */
export function happeningsOf(simulated: Chronicle, person: PersonNumber): Happening[] {
  const { journal } = simulated;
  const own: number[] = [];
  journal.practice.forEach((practice, row) => {
    if (practice === person.practice && journal.register[row] === person.register) own.push(row);
  });
  const ordinalOf = new Map<number, number>();
  for (const row of own)
    if (journal.record[row] >= 0 && !ordinalOf.has(journal.record[row]))
      ordinalOf.set(journal.record[row], ordinalOf.size + 1);
  const reasons = reasonsOf(simulated, own, new Set(ordinalOf.keys()));
  const rows = [...own, ...around(journal, own)].sort((a, b) => a - b);
  const happenings: Happening[] = [];
  for (const row of rows) {
    const { standing, behind } = reasons.get(row) ?? NOTHING;
    for (const { minute, record, reason } of standing)
      happenings.push(inLine(minute, ordinalOf.get(record) ?? 0, reason));
    happenings.push({
      minute: journal.minute[row],
      what: WHAT_NAMES[journal.what[row]],
      episode: ordinalOf.get(journal.record[row]) ?? 0,
      post: journal.post[row],
      organisation: journal.organisation[row],
      need: journal.need[row],
      focus: journal.focus[row],
      value: journal.value[row],
      reasons: behind,
    });
  }
  for (const { minute, record, reason } of reasons.get(Infinity)?.standing ?? [])
    happenings.push(inLine(minute, ordinalOf.get(record) ?? 0, reason));
  // A place in line is told before the row that follows it, which may come weeks later. The sort keeps the
  // order of a minute.
  return happenings.sort((a, b) => a.minute - b.minute);
}

interface Standing {
  readonly minute: number;
  readonly record: number;
  readonly reason: Reason;
}
interface Behind {
  readonly standing: Standing[];
  readonly behind: Reason[];
}
const NOTHING: Behind = { standing: [], behind: [] };

/**
 * Joins a person's reasons to their rows: most follow the row that they explain, whether a place is taken up
 * comes before it, and a place in line stands by itself.
 */
function reasonsOf(
  { reasons }: Chronicle,
  own: readonly number[],
  records: ReadonlySet<number>,
): Map<number, Behind> {
  const joined = new Map<number, Behind>();
  const at = (row: number): Behind => {
    const found = joined.get(row) ?? { standing: [], behind: [] };
    joined.set(row, found);
    return found;
  };
  const ownRows = new Set(own);
  let next = 0;
  for (let entry = 0; entry < reasons.row.length; entry++) {
    const record = reasons.record[entry];
    const row = reasons.row[entry];
    if (record < 0 ? !ownRows.has(row) : !records.has(record)) continue;
    while (next < own.length && own[next] <= row) next++;
    const reason = reasonAt(reasons, entry);
    const following = next < own.length ? own[next] : Infinity;
    if (reason.kind === "inLine")
      at(following).standing.push({ minute: reasons.minute[entry], record, reason });
    else if (reason.kind === "takeUp") at(following).behind.push(reason);
    else at(own[next - 1]).behind.push(reason);
  }
  return joined;
}

function inLine(minute: number, episode: number, reason: Reason): Happening {
  return {
    minute,
    what: "in_line",
    episode,
    post: -1,
    organisation: -1,
    need: reason.need,
    focus: 0,
    value: 0,
    reasons: [reason],
  };
}

const OF_POSTS: readonly number[] = [
  HAPPENED.link_worker_left,
  HAPPENED.post_vacant,
  HAPPENED.post_filled,
  HAPPENED.post_ended,
];
const OF_ORGANISATIONS: readonly number[] = [
  HAPPENED.organisation_reduced,
  HAPPENED.organisation_grew,
  HAPPENED.organisation_closed,
];
const SETTLED: readonly number[] = [
  HAPPENED.link_refused,
  HAPPENED.link_failed,
  HAPPENED.link_met,
  HAPPENED.link_unmet,
  HAPPENED.link_passed_on,
];

/**
 * Finds the rows about nobody that concern a person: of the post while it has the person, of organisations
 * while a link is there, and dated actions while an episode is open.
 */
function around(journal: JournalColumns, own: readonly number[]): number[] {
  const found: number[] = [];
  let post = -1;
  let isOpen = false;
  const linkedAt: number[] = [];
  own.forEach((row, i) => {
    const what = journal.what[row];
    if (journal.record[row] >= 0) {
      if (what === HAPPENED.request) isOpen = true;
      if (what === HAPPENED.offered) post = journal.post[row];
      if (what === HAPPENED.ended || what === HAPPENED.relisted) post = -1;
      if (what === HAPPENED.ended) isOpen = false;
      const o = journal.organisation[row];
      if (what === HAPPENED.link_sent) linkedAt.push(o);
      if (SETTLED.includes(what)) linkedAt.splice(linkedAt.indexOf(o), 1);
      if (what === HAPPENED.link_queued && !linkedAt.includes(o)) linkedAt.push(o);
    }
    const end = i + 1 < own.length ? own[i + 1] : journal.what.length;
    if (!isOpen && linkedAt.length === 0) return;
    for (let other = row + 1; other < end; other++) {
      const kind = journal.what[other];
      const isOfPost = post >= 0 && journal.post[other] === post && OF_POSTS.includes(kind);
      const isOfLink = OF_ORGANISATIONS.includes(kind) && linkedAt.includes(journal.organisation[other]);
      if (isOfPost || isOfLink || (isOpen && kind === HAPPENED.action)) found.push(other);
    }
  });
  return found;
}
