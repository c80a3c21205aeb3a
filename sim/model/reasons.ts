import { type Columns, Log } from "../engine/columns.ts";

/**
 * Declares each kind of reason with the numbers it consists of: what somebody knew, believed or weighed when
 * something happened.
 */
export const REASON_FIELDS = {
  /** Who asks: sex (0 for a woman), number of the age band, quintile (0 for the most deprived). */
  who: ["sex", "ageBand", "quintile"],
  /**
   * Why somebody waits: place in the line, posts of the pool and how many are at their cap, the first post's
   * caseload and cap, when it is filled.
   */
  waits: ["place", "posts", "fullPosts", "caseload", "cap", "filledAt"],
  /** What was free at an offer: the post's caseload before it, its cap, and when it is filled. */
  offer: ["caseload", "cap", "filledAt"],
  /**
   * Whether an offer is taken up: its minute, weeks since the request, the chance, the chance without a
   * wait, readiness, and whether the person comes.
   */
  uptake: ["minute", "weeks", "chance", "chanceAtOnce", "readiness", "isComing"],
  /**
   * When an appointment was wanted, how it is held (meeting, call, group), and whether a crisis brought it
   * forward.
   */
  booking: ["wanted", "mode", "isCrisis"],
  /** Whether somebody will have left before an appointment: the chance and what goes into it. */
  leaving: ["chance", "weeksLate", "contacts", "failedLinks", "isNewLinkWorker", "readiness"],
  /** The chance that an appointment is missed by somebody who has not left. */
  missing: ["chance"],
  /** A need that a contact worked on: whether that was the last of its work. */
  worked: ["isDone"],
  /**
   * Why a need is held: organisations known, how many of them are believed to be too long a wait and how
   * many refuse too often, the shortest wait believed (Infinity for none known) and the true one there,
   * beliefs checked by a call just now, and whether it was held before.
   */
  held: ["known", "tooLong", "refusing", "believedWeeks", "trueWeeks", "checked", "isAgain"],
  /**
   * Why a link goes where it goes: the tie, the wait believed and the true one, organisations known, and how
   * many of them are held off.
   */
  chosen: ["tie", "believedWeeks", "trueWeeks", "known", "heldOff"],
  /** What a link takes before it is answered. */
  calls: ["calls", "arrival"],
  /** How an organisation stands that refuses: places now and at the start, and its wait. */
  refusal: ["places", "placesAtStart", "weeks"],
  /** Where a link stands in an organisation's line: others ahead. */
  inLine: ["ahead"],
  /**
   * Whether a place is taken up: the chance, and whether the link worker had seen the person lately or
   * called.
   */
  takeUp: ["chance", "isSeen", "isCalled"],
  /** Why a need was met or not in a place: whether it was right for the person, and the quality. */
  leavesPlace: ["isRight", "quality"],
  /** The chance of coming once more although all is seen to. */
  onceMore: ["chance"],
} as const;

export type ReasonKind = keyof typeof REASON_FIELDS;
export const REASON_KINDS = Object.keys(REASON_FIELDS) as readonly ReasonKind[];

/** Names the numbers of a kind of reason. */
export type ReasonValues<Kind extends ReasonKind> = Readonly<
  Record<(typeof REASON_FIELDS)[Kind][number], number>
>;

/** Gives a reason as a record: its kind, the need that it is about (from 1; 0 for none), its numbers. */
export type Reason = {
  [Kind in ReasonKind]: { readonly kind: Kind; readonly need: number } & ReasonValues<Kind>;
}[ReasonKind];

const ENTRY = {
  /** The row of the journal that was the last when it was written. */
  row: Int32Array,
  minute: Int32Array,
  /** Record of the episode; -1 for somebody outside one, whose row it follows. */
  record: Int32Array,
  kind: Uint8Array,
  need: Uint8Array,
  /** Where its numbers begin among those of all. */
  from: Int32Array,
} as const;

const NUMBER = { value: Float64Array } as const;

/**
 * Holds a replication's reasons as columns of equal length, in order of time, and all their numbers one
 * after another.
 */
export type ReasonColumns = Columns<typeof ENTRY> & Columns<typeof NUMBER>;

/** Keeps the reasons behind a journal's rows. */
export class ReasonLog {
  private readonly entries = new Log(ENTRY);
  private readonly numbers = new Log(NUMBER);

  get columns(): Columns<typeof ENTRY> {
    return this.entries.columns;
  }

  get length(): number {
    return this.entries.length;
  }

  /** Forgets the last replication. */
  reset(): void {
    this.entries.reset();
    this.numbers.reset();
  }

  /** Writes a reason down. */
  add<Kind extends ReasonKind>(
    place: { readonly row: number; readonly minute: number; readonly record: number; readonly need: number },
    kind: Kind,
    values: ReasonValues<Kind>,
  ): void {
    const { columns } = this.entries;
    const entry = this.entries.add();
    columns.row[entry] = place.row;
    columns.minute[entry] = place.minute;
    columns.record[entry] = place.record;
    columns.kind[entry] = REASON_KINDS.indexOf(kind);
    columns.need[entry] = place.need;
    columns.from[entry] = this.numbers.length;
    const named: Readonly<Record<string, number>> = values;
    for (const field of REASON_FIELDS[kind]) {
      const number = this.numbers.add();
      this.numbers.columns.value[number] = named[field];
    }
  }

  /** Returns a copy of the reasons of a replication that has ended. */
  copy(): ReasonColumns {
    const { row, minute, record, kind, need, from } = this.entries.columns;
    const { length } = this.entries;
    return {
      row: row.slice(0, length),
      minute: minute.slice(0, length),
      record: record.slice(0, length),
      kind: kind.slice(0, length),
      need: need.slice(0, length),
      from: from.slice(0, length),
      value: this.numbers.columns.value.slice(0, this.numbers.length),
    };
  }
}

/** Reads an entry back as a record. */
export function reasonAt(reasons: ReasonColumns, entry: number): Reason {
  const kind = REASON_KINDS[reasons.kind[entry]];
  const values = REASON_FIELDS[kind].map((field, i) => [field, reasons.value[reasons.from[entry] + i]]);
  // The fields are those that are declared for the kind.
  return { kind, need: reasons.need[entry], ...Object.fromEntries(values) } as Reason;
}
