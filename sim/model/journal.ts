import { missedChance } from "./contacts/attendance.ts";
import { ENDED, type FailReason, HAPPENED, LINK, type What } from "./events.ts";
import { howItStands, whoAsks, whyChosen, whyHeld, whyWaiting } from "./journal-reasons.ts";
import { type JournalColumns, JournalRows } from "./journal-rows.ts";
import { type ReasonColumns, type ReasonKind, ReasonLog, type ReasonValues } from "./reasons.ts";
import type { Request, World } from "./world.ts";

/** Says of whom a journal keeps the reasons: they take more room than its rows. */
export type ReasonsOf = "nobody" | "everybody" | { readonly practice: number; readonly register: number };

/**
 * Writes down what happens, an event a row, in order of time, and the reasons behind it. A world has a
 * journal only if one was asked for. It reads the world and never changes it, so that results are the same
 * with and without.
 */
export class Journal {
  private readonly rows = new JournalRows();
  private readonly why = new ReasonLog();
  private readonly reasonsOf: ReasonsOf;
  /** Records of the episodes that have an appointment ahead. */
  private readonly booked = new Set<number>();
  /** Vacant posts, and a minute before which none of them is filled. */
  private vacant: number[] = [];
  private nextFilled = Infinity;

  constructor(reasonsOf: ReasonsOf = "nobody") {
    this.reasonsOf = reasonsOf;
  }

  /** Forgets the last replication. */
  reset(): void {
    this.rows.reset();
    this.why.reset();
    this.booked.clear();
    this.vacant = [];
    this.nextFilled = Infinity;
  }

  /** Returns a copy of the rows of a replication that has ended. */
  copy(w: World): JournalColumns {
    this.fillPosts(w, w.clock.endMinute - 1);
    return this.rows.copy();
  }

  /** Names episodes by other numbers of their records. */
  renumber(numbers: Int32Array): void {
    for (const { columns, length } of [this.rows, this.why])
      for (let n = 0; n < length; n++)
        if (columns.record[n] >= 0) columns.record[n] = numbers[columns.record[n]];
  }

  /** Returns a copy of the reasons behind the rows of a replication that has ended. */
  reasons(): ReasonColumns {
    return this.why.copy();
  }

  /**
   * Writes down a reason behind what has just happened, or is about to happen, to somebody in an episode; it
   * may concern a need.
   */
  because<Kind extends ReasonKind>(
    w: World,
    patient: number,
    kind: Kind,
    values: ReasonValues<Kind>,
    need = 0,
  ): void {
    if (!this.isAsked(w, patient)) return;
    const record = w.patients.fields.record[patient];
    this.why.add({ row: this.rows.length - 1, minute: w.now, record, need }, kind, values);
  }

  private isAsked(w: World, patient: number): boolean {
    const { practice, register } = w.patients.fields;
    return this.isAskedOf(practice[patient], register[patient]);
  }

  private isAskedOf(practice: number, register: number): boolean {
    const { reasonsOf } = this;
    if (typeof reasonsOf === "string") return reasonsOf === "everybody";
    return practice === reasonsOf.practice && register === reasonsOf.register;
  }

  /** Writes down what concerns somebody outside an episode. */
  asker(w: World, what: What, request: Request): void {
    const { practice, register } = request;
    const { columns } = this.rows;
    const row = this.add(w, what, 0);
    columns.practice[row] = practice;
    columns.register[row] = register;
    if (!this.isAskedOf(practice, register)) return;
    this.why.add({ row, minute: w.now, record: -1, need: 0 }, "who", whoAsks(w, request));
  }

  /** Writes down a request that opens no episode, and why. */
  refused(w: World, why: What, request: Request): void {
    this.asker(w, HAPPENED.request, request);
    this.asker(w, why, request);
  }

  /**
   * Writes down the request that has opened an episode, the person's needs, and that the person is put on
   * the list.
   */
  opened(w: World, patient: number): void {
    const c = w.patients.fields;
    const e = w.episodes.columns;
    const record = c.record[patient];
    this.person(w, HAPPENED.request, patient, e.source[record]);
    const who = { sex: e.sex[record], ageBand: e.ageBand[record], quintile: e.quintile[record] };
    this.because(w, patient, "who", who);
    for (let n = 0; n < c.needs[patient]; n++) {
      const need = w.patients.need(patient, n);
      this.need(w, HAPPENED.need, patient, need, w.needs.severity[need]);
    }
    this.person(w, HAPPENED.listed, patient, c.crisis[patient]);
  }

  /** Writes down that an episode has ended, after that the person declined or gave up. */
  ended(w: World, patient: number, reason: number): void {
    if (reason === ENDED.declined) this.person(w, HAPPENED.declined, patient, 0);
    if (reason === ENDED.gave_up_waiting) {
      this.person(w, HAPPENED.gave_up_waiting, patient, 0);
      this.waits(w, patient);
    }
    this.person(w, HAPPENED.ended, patient, reason);
  }

  /** Writes down why somebody waits. */
  waits(w: World, patient: number): void {
    if (this.isAsked(w, patient)) this.because(w, patient, "waits", whyWaiting(w, patient));
  }

  /** Writes down that a post has taken somebody into its caseload. */
  offered(w: World, patient: number): void {
    const post = w.patients.fields.post[patient];
    this.person(w, HAPPENED.offered, patient, 0);
    const filledAt = w.posts.filledAt[post];
    this.because(w, patient, "offer", {
      caseload: w.posts.caseload[post] - 1,
      cap: w.posts.cap[post],
      filledAt,
    });
  }

  /** Writes down an appointment: moved, if the one before it did not happen. */
  appointment(w: World, patient: number, minute: number): void {
    const { record, wantedAt, mode, isCrisisContact } = w.patients.fields;
    const isMoved = this.booked.has(record[patient]);
    this.booked.add(record[patient]);
    this.person(w, isMoved ? HAPPENED.appointment_moved : HAPPENED.appointment_booked, patient, minute);
    const booking = { wanted: wantedAt[patient], mode: mode[patient], isCrisis: isCrisisContact[patient] };
    this.because(w, patient, "booking", booking);
  }

  /**
   * Writes down that an appointment's time has come: a contact with its number, or one more missed in a row.
   */
  met(w: World, what: What, patient: number, number: number): void {
    this.booked.delete(w.patients.fields.record[patient]);
    this.person(w, what, patient, number);
    if (what === HAPPENED.missed) this.because(w, patient, "missing", { chance: missedChance(w, patient) });
  }

  /**
   * Writes down that no organisation would be asked for a need now; a row only if it was not held before.
   */
  held(w: World, patient: number, need: number, wasHeld: boolean): void {
    if (!wasHeld) this.need(w, HAPPENED.need_held, patient, need, 0);
    if (this.isAsked(w, patient))
      this.because(w, patient, "held", whyHeld(w, patient, need, wasHeld), w.needs.ordinalOf(need) + 1);
  }

  /** Writes down what happens to somebody in an episode. */
  person(w: World, what: What, patient: number, value: number): number {
    const c = w.patients.fields;
    const { columns } = this.rows;
    const row = this.add(w, what, value);
    columns.practice[row] = c.practice[patient];
    columns.register[row] = c.register[patient];
    columns.record[row] = c.record[patient];
    columns.post[row] = c.post[patient];
    return row;
  }

  /** Writes down what happens to a need, given by its number in the world. */
  need(w: World, what: What, patient: number, need: number, value: number): number {
    const row = this.person(w, what, patient, value);
    this.rows.columns.need[row] = w.needs.ordinalOf(need) + 1;
    this.rows.columns.focus[row] = w.needs.focus[need] + 1;
    return row;
  }

  /** Writes down what happens to a link. */
  link(w: World, what: What, link: number, value: number): void {
    const l = w.links.fields;
    const row = this.need(w, what, l.patient[link], w.patients.need(l.patient[link], l.need[link]), value);
    this.rows.columns.post[row] = l.post[link];
    this.rows.columns.organisation[row] = l.organisation[link];
  }

  /** Writes down a reason that has to do with a link. */
  linkBecause<Kind extends ReasonKind>(w: World, link: number, kind: Kind, values: ReasonValues<Kind>): void {
    const { patient, need } = w.links.fields;
    this.because(w, patient[link], kind, values, need[link] + 1);
  }

  /** Writes down that a link is sent, and why there. */
  sent(w: World, link: number, attempt: number): void {
    this.link(w, HAPPENED.link_sent, link, attempt);
    if (this.isAsked(w, w.links.fields.patient[link]))
      this.linkBecause(w, link, "chosen", whyChosen(w, link));
  }

  /** Writes down that a link has failed: refused, if it was still on its way. */
  linkFailed(w: World, link: number, reason: FailReason): void {
    const isRefused = w.links.fields.state[link] === LINK.onItsWay;
    this.link(w, isRefused ? HAPPENED.link_refused : HAPPENED.link_failed, link, reason);
    if (isRefused) this.linkBecause(w, link, "refusal", howItStands(w, w.links.fields.organisation[link]));
  }

  /** Writes down what happens to a post. */
  post(w: World, what: What, post: number, value: number): void {
    this.rows.columns.post[this.add(w, what, value)] = post;
  }

  /** Writes down that a post is vacant, and in time that it is filled. */
  vacated(w: World, post: number): void {
    this.post(w, HAPPENED.post_vacant, post, w.posts.filledAt[post]);
    if (!this.vacant.includes(post)) this.vacant.push(post);
    this.nextFilled = Math.min(this.nextFilled, w.posts.filledAt[post]);
  }

  /** Writes down that a post has ended: nobody fills it. */
  postEnded(w: World, post: number): void {
    this.vacant = this.vacant.filter((other) => other !== post);
    this.post(w, HAPPENED.post_ended, post, 0);
  }

  /** Writes down what happens to an organisation. */
  organisation(w: World, what: What, organisation: number, value: number): void {
    this.rows.columns.organisation[this.add(w, what, value)] = organisation;
  }

  /** Adds a row about nobody and nothing, at this minute, and gives its number. */
  add(w: World, what: What, value: number): number {
    if (w.now >= this.nextFilled) this.fillPosts(w, w.now);
    return this.rows.add(w.now, what, value);
  }

  /**
   * Writes down the posts filled up to a minute; no event of the calendar tells, and a second leaver puts it
   * off.
   */
  private fillPosts(w: World, until: number): void {
    const due = this.vacant.filter((post) => w.posts.filledAt[post] <= until);
    for (const post of due.sort((a, b) => w.posts.filledAt[a] - w.posts.filledAt[b]))
      this.rows.columns.post[this.rows.add(w.posts.filledAt[post], HAPPENED.post_filled, 0)] = post;
    this.vacant = this.vacant.filter((post) => w.posts.filledAt[post] > until);
    this.nextFilled = Math.min(Infinity, ...this.vacant.map((post) => w.posts.filledAt[post]));
  }
}
