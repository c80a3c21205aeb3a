import { LaterEvents, SEQUENCE, SUBJECT, TOKEN, WIDTH } from "./later-events.ts";

/**
 * Keeps the events to come in a total order: time, then kind, then the order in which they were scheduled.
 *
 * An event *may happen* (scheduled), *happens* (popped, then current), and has happened. Nothing is ever
 * taken out early: the owner of an event keeps a token, and an event whose token is stale is passed over by
 * whoever receives it.
 *
 * Events of later days wait in lists by day; a heap holds the day's, which is small and stays in the cache.
 * It is a heap of four children in one flat array, four numbers an event side by side: no object is made for
 * an event, and going down a level reads two lines of cache. Time (integer minutes) and kind share one
 * number, `time x 32 + kind`, so one comparison orders both; the sequence settles ties.
 */

const KINDS = 32;
const CHILDREN = 4;
const DAY = 1440;

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
  private heap: Float64Array;
  private readonly later = new LaterEvents();
  /** The day whose events are in the heap. */
  private day = 0;

  /** Puts an event of the day that comes into the heap; made once, since some days have hardly an event. */
  private readonly put = (events: Float64Array, at: number): void =>
    this.push(events[at], events[at + SEQUENCE], events[at + SUBJECT], events[at + TOKEN]);

  constructor(capacity = 1024) {
    this.heap = new Float64Array(capacity * WIDTH);
  }

  /** Gives the number of events to come. */
  get pending(): number {
    return this.size + this.later.size;
  }

  /** Schedules an event. `kind` is 0 to 31, and among events of one minute the lower kind happens first. */
  schedule(time: number, kind: number, subject: number, token: number): void {
    const key = time * KINDS + kind;
    const day = Math.floor(time / DAY);
    if (day > this.day) this.later.put(day, key, this.sequence++, subject, token);
    else this.push(key, this.sequence++, subject, token);
  }

  private push(key: number, sequence: number, subject: number, token: number): void {
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
    heap[at + SEQUENCE] = sequence;
    heap[at + SUBJECT] = subject;
    heap[at + TOKEN] = token;
  }

  /** Makes the next event current if it happens before a minute; false if none does, which then stays. */
  nextBefore(minute: number): boolean {
    return this.hasNext() && this.heap[0] < minute * KINDS && this.next();
  }

  /** Makes the next event current; false when none is left. */
  next(): boolean {
    if (!this.hasNext()) return false;
    const { heap } = this;
    const key = heap[0];
    this.time = Math.floor(key / KINDS);
    this.kind = key - this.time * KINDS;
    this.subject = heap[SUBJECT];
    this.token = heap[TOKEN];
    this.popped++;
    const last = --this.size;
    if (last === 0) return true;
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
    return true;
  }

  /** Brings the day of the next event into the heap; false when none is left. */
  private hasNext(): boolean {
    while (this.size === 0) {
      if (this.later.size === 0) return false;
      this.later.take(++this.day, this.put);
    }
    return true;
  }

  /**
   * Makes an event current at once, without scheduling it, if it would be next; false if another comes
   * before it.
   */
  takeNow(time: number, kind: number, subject: number, token: number): boolean {
    if (this.size > 0 && this.heap[0] <= time * KINDS + kind) return false;
    this.time = time;
    this.kind = kind;
    this.subject = subject;
    this.token = token;
    this.popped++;
    return true;
  }

  /** Empties the calendar for the next replication and keeps its memory. */
  reset(): void {
    this.size = 0;
    this.later.reset();
    this.day = 0;
    this.sequence = 0;
    this.popped = 0;
    this.time = 0;
  }

  private grow(): void {
    const wider = new Float64Array(this.heap.length * 2);
    wider.set(this.heap);
    this.heap = wider;
  }
}

function move(heap: Float64Array, from: number, to: number): void {
  heap[to] = heap[from];
  heap[to + SEQUENCE] = heap[from + SEQUENCE];
  heap[to + SUBJECT] = heap[from + SUBJECT];
  heap[to + TOKEN] = heap[from + TOKEN];
}
