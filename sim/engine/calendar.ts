import { DaysEvents } from "./days-events.ts";
import { LaterEvents } from "./later-events.ts";

/**
 * Keeps the events to come in a total order: time, then kind, then the order in which they were scheduled.
 *
 * An event *may happen* (scheduled), *happens* (popped, then current), and has happened. Nothing is ever
 * taken out early: the owner of an event keeps a token, and an event whose token is stale is passed over by
 * whoever receives it.
 *
 * Events of later days wait in lists by day, and are sorted when their day comes. A heap holds those that
 * are scheduled for the day itself: of four children, in one flat array, four numbers an event side by side,
 * so no object is made for an event. Minute of the day and kind share one number, `minute x 32 + kind`, so
 * one comparison orders both. An event of the heap was scheduled after all that stood for the day before;
 * among those of the heap the sequence settles ties.
 */

const KIND_BITS = 5;
const CHILDREN = 4;
const DAY = 1440;

/** Numbers of an event in the heap: its key within the day, then these. */
const WIDTH = 4;
const SEQUENCE = 1;
const SUBJECT = 2;
const TOKEN = 3;

export class Calendar {
  /**
   * The current event: minutes since the calendar's start, its kind, whom it concerns, and the token it was
   * scheduled with.
   */
  time = 0;
  kind = 0;
  subject = 0;
  token = 0;
  /** Events that have happened: pops. */
  popped = 0;

  private size = 0;
  private sequence = 0;
  private heap: Int32Array;
  private readonly later = new LaterEvents();
  private readonly todays = new DaysEvents();
  /** The day that is on, whose minutes the keys count. */
  private day = 0;

  constructor(capacity = 1024) {
    this.heap = new Int32Array(capacity * WIDTH);
  }

  /** Gives the number of events to come. */
  get pending(): number {
    return this.size + this.todays.size + this.later.size;
  }

  /** Schedules an event. `kind` is 0 to 31, and among events of one minute the lower kind happens first. */
  schedule(time: number, kind: number, subject: number, token: number): void {
    const day = Math.floor(time / DAY);
    if (day > this.day) this.later.put(day, keyOf(time - day * DAY, kind), subject, token);
    else this.push(keyOf(time - this.day * DAY, kind), subject, token);
  }

  private push(key: number, subject: number, token: number): void {
    if (this.size * WIDTH === this.heap.length) this.grow();
    const { heap } = this;
    let hole = this.size++;
    // An event comes with a higher sequence than any in the heap, so against its parents the key alone
    // decides.
    while (hole > 0) {
      const parent = (hole - 1) >> 2;
      if (heap[parent * WIDTH] <= key) break;
      move(heap, parent * WIDTH, hole * WIDTH);
      hole = parent;
    }
    const at = hole * WIDTH;
    heap[at] = key;
    heap[at + SEQUENCE] = this.sequence++;
    heap[at + SUBJECT] = subject;
    heap[at + TOKEN] = token;
  }

  /** Makes the next event current if it happens before a minute; false if none does, which then stays. */
  nextBefore(minute: number): boolean {
    return this.hasNext() && this.firstKey() < keyOf(minute - this.day * DAY, 0) && this.next();
  }

  /** Makes the next event current; false when none is left. */
  next(): boolean {
    if (!this.hasNext()) return false;
    const { heap, todays } = this;
    const { key } = todays;
    if (this.size === 0 || key <= heap[0]) {
      this.makeCurrent(key, todays.subject, todays.token);
      todays.pass();
      return true;
    }
    this.makeCurrent(heap[0], heap[SUBJECT], heap[TOKEN]);
    this.dropFirst();
    return true;
  }

  private makeCurrent(key: number, subject: number, token: number): void {
    this.time = this.day * DAY + (key >> KIND_BITS);
    this.kind = key & ((1 << KIND_BITS) - 1);
    this.subject = subject;
    this.token = token;
    this.popped++;
  }

  /** Takes the first event out of the heap. */
  private dropFirst(): void {
    const { heap } = this;
    const last = --this.size;
    if (last === 0) return;
    const lastKey = heap[last * WIDTH];
    const lastSequence = heap[last * WIDTH + SEQUENCE];
    let hole = 0;
    let first = 1;
    while (first < last) {
      const end = Math.min(first + CHILDREN, last);
      let child = first;
      let childKey = heap[first * WIDTH];
      for (let other = first + 1; other < end; other++) {
        const otherKey = heap[other * WIDTH];
        if (
          otherKey < childKey ||
          (otherKey === childKey && heap[other * WIDTH + SEQUENCE] < heap[child * WIDTH + SEQUENCE])
        ) {
          child = other;
          childKey = otherKey;
        }
      }
      if (lastKey < childKey || (lastKey === childKey && lastSequence < heap[child * WIDTH + SEQUENCE]))
        break;
      move(heap, child * WIDTH, hole * WIDTH);
      hole = child;
      first = CHILDREN * hole + 1;
    }
    move(heap, last * WIDTH, hole * WIDTH);
  }

  /** Brings the day of the next event; false when none is left. */
  private hasNext(): boolean {
    if (this.size > 0 || !this.todays.isOver) return true;
    if (this.later.size === 0) return false;
    this.day = this.later.nextDay(this.day);
    this.todays.take(this.later, this.day);
    return true;
  }

  /** Gives the key of the next event of the day; one over every key if it has none. */
  private firstKey(): number {
    return this.size === 0 ? this.todays.key : Math.min(this.todays.key, this.heap[0]);
  }

  /**
   * Makes an event current at once, without scheduling it, if it would be next; false if another comes
   * before it.
   */
  takeNow(time: number, kind: number, subject: number, token: number): boolean {
    const key = keyOf(time - this.day * DAY, kind);
    if (this.firstKey() <= key) return false;
    this.makeCurrent(key, subject, token);
    return true;
  }

  /** Empties the calendar for the next replication and keeps its memory. */
  reset(): void {
    this.size = 0;
    this.later.reset();
    this.todays.reset();
    this.day = 0;
    this.sequence = 0;
    this.popped = 0;
    this.time = 0;
  }

  private grow(): void {
    const wider = new Int32Array(this.heap.length * 2);
    wider.set(this.heap);
    this.heap = wider;
  }
}

/** Gives the key of a minute of the day and a kind. */
function keyOf(minute: number, kind: number): number {
  return (minute << KIND_BITS) | kind;
}

function move(heap: Int32Array, from: number, to: number): void {
  heap[to] = heap[from];
  heap[to + SEQUENCE] = heap[from + SEQUENCE];
  heap[to + SUBJECT] = heap[from + SUBJECT];
  heap[to + TOKEN] = heap[from + TOKEN];
}
