/**
 * Keeps the events to come in a total order: time, then kind, then the order in which they were scheduled.
 *
 * An event *may happen* (scheduled), *happens* (popped, then current), and has happened. Nothing is ever taken out early: the owner of an
 * event keeps a token, and an event whose token is stale is passed over by whoever receives it.
 *
 * A binary heap over four flat arrays: no object is made for an event. Time (integer minutes) and kind share one
 * number, `time x 32 + kind`, so one comparison orders both; the sequence settles ties.
 */

const KINDS = 32;

export class Calendar {
  /** The current event: minutes since the calendar's start, its kind, whom it concerns, and the token it was scheduled with. */
  time = 0;
  kind = 0;
  subject = 0;
  token = 0;
  /** Events that have happened: pops. */
  popped = 0;

  private size = 0;
  private sequence = 0;
  private keys: Float64Array;
  private sequences: Float64Array;
  private subjects: Int32Array;
  private tokens: Int32Array;

  constructor(capacity = 1024) {
    this.keys = new Float64Array(capacity);
    this.sequences = new Float64Array(capacity);
    this.subjects = new Int32Array(capacity);
    this.tokens = new Int32Array(capacity);
  }

  /** Gives the number of events to come. */
  get pending(): number {
    return this.size;
  }

  /** Schedules an event. `kind` is 0 to 31, and among events of one minute the lower kind happens first. */
  schedule(time: number, kind: number, subject: number, token: number): void {
    if (this.size === this.keys.length) this.grow();
    const key = time * KINDS + kind;
    const { keys, sequences, subjects, tokens } = this;
    let hole = this.size++;
    // A new event has the highest sequence, so against its parents the key alone decides.
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const parentKey = keys[parent];
      if (parentKey <= key) break;
      keys[hole] = parentKey;
      sequences[hole] = sequences[parent];
      subjects[hole] = subjects[parent];
      tokens[hole] = tokens[parent];
      hole = parent;
    }
    keys[hole] = key;
    sequences[hole] = this.sequence++;
    subjects[hole] = subject;
    tokens[hole] = token;
  }

  /** Makes the next event current; false when none is left. */
  next(): boolean {
    if (this.size === 0) return false;
    const { keys, sequences, subjects, tokens } = this;
    const key = keys[0];
    this.time = Math.floor(key / KINDS);
    this.kind = key - this.time * KINDS;
    this.subject = subjects[0];
    this.token = tokens[0];
    this.popped++;
    const last = --this.size;
    if (last === 0) return true;
    const lastKey = keys[last];
    const lastSequence = sequences[last];
    const lastSubject = subjects[last];
    const lastToken = tokens[last];
    let hole = 0;
    let child = 1;
    while (child < last) {
      const right = child + 1;
      if (
        right < last &&
        (keys[right] < keys[child] || (keys[right] === keys[child] && sequences[right] < sequences[child]))
      )
        child = right;
      const childKey = keys[child];
      if (lastKey < childKey || (lastKey === childKey && lastSequence < sequences[child])) break;
      keys[hole] = childKey;
      sequences[hole] = sequences[child];
      subjects[hole] = subjects[child];
      tokens[hole] = tokens[child];
      hole = child;
      child = 2 * hole + 1;
    }
    keys[hole] = lastKey;
    sequences[hole] = lastSequence;
    subjects[hole] = lastSubject;
    tokens[hole] = lastToken;
    return true;
  }

  /** Makes an event current at once, without scheduling it, if it would be next; false if another comes before it. */
  takeNow(time: number, kind: number, subject: number, token: number): boolean {
    if (this.size > 0 && this.keys[0] <= time * KINDS + kind) return false;
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
    this.sequence = 0;
    this.popped = 0;
    this.time = 0;
  }

  private grow(): void {
    const capacity = this.keys.length * 2;
    const keys = new Float64Array(capacity);
    const sequences = new Float64Array(capacity);
    const subjects = new Int32Array(capacity);
    const tokens = new Int32Array(capacity);
    keys.set(this.keys);
    sequences.set(this.sequences);
    subjects.set(this.subjects);
    tokens.set(this.tokens);
    this.keys = keys;
    this.sequences = sequences;
    this.subjects = subjects;
    this.tokens = tokens;
  }
}
