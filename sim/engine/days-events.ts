import { type LaterEvents, SUBJECT, TOKEN, WIDTH } from "./later-events.ts";

/** Key of no event: over every key. */
const NONE = 0x7fffffff;
/** Up to so many events are sorted by insertion, which needs no counts. */
const FEW = 32;
const DIGIT = 256;

/**
 * Holds the events that stood for a day when it came, in order: they are sorted once, and then read one after
 * another. With a heap each would be put in and taken out in a logarithm of steps, which at a nation's size
 * leave the cache.
 */
export class DaysEvents {
  /** Key, subject and token of each event. */
  private events = new Int32Array(64 * WIDTH);
  private spare = new Int32Array(64 * WIDTH);
  private readonly places = new Int32Array(DIGIT);
  /** Where the next event stands, and where the last ends. */
  private at = 0;
  private end = 0;

  /** Gives the number of events to come. */
  get size(): number {
    return (this.end - this.at) / WIDTH;
  }

  /** Says whether none is left. */
  get isOver(): boolean {
    return this.at === this.end;
  }

  /** Gives the key of the next event; one over every key if none is left. */
  get key(): number {
    return this.at < this.end ? this.events[this.at] : NONE;
  }

  /** Gives whom the next event concerns. */
  get subject(): number {
    return this.events[this.at + SUBJECT];
  }

  /** Gives the next event's token. */
  get token(): number {
    return this.events[this.at + TOKEN];
  }

  /** Passes to the event after the next. */
  pass(): void {
    this.at += WIDTH;
  }

  /** Takes the events of a day, whose keys are 0 to 65,535, when those of the day before have happened. */
  take(later: LaterEvents, day: number): void {
    const count = later.count(day);
    if (count * WIDTH > this.events.length) {
      this.events = new Int32Array(2 * count * WIDTH);
      this.spare = new Int32Array(2 * count * WIDTH);
    }
    later.take(day, this.events);
    this.at = 0;
    this.end = count * WIDTH;
    if (count <= FEW) this.insert();
    else {
      this.scatter(this.events, this.spare, 0);
      this.scatter(this.spare, this.events, 8);
    }
  }

  /** Forgets everything and keeps the memory. */
  reset(): void {
    this.at = 0;
    this.end = 0;
  }

  private insert(): void {
    const { events, end } = this;
    for (let from = WIDTH; from < end; from += WIDTH) {
      const key = events[from];
      if (events[from - WIDTH] <= key) continue;
      const subject = events[from + SUBJECT];
      const token = events[from + TOKEN];
      let to = from;
      while (to > 0 && events[to - WIDTH] > key) {
        for (let word = to; word < to + WIDTH; word++) events[word] = events[word - WIDTH];
        to -= WIDTH;
      }
      events[to] = key;
      events[to + SUBJECT] = subject;
      events[to + TOKEN] = token;
    }
  }

  /** Copies the events in the order of eight bits of their keys; those with the same keep their order. */
  private scatter(from: Int32Array, to: Int32Array, shift: number): void {
    const { places, end } = this;
    places.fill(0);
    for (let at = 0; at < end; at += WIDTH) places[(from[at] >> shift) & (DIGIT - 1)] += WIDTH;
    let sum = 0;
    for (let digit = 0; digit < DIGIT; digit++) {
      const length = places[digit];
      places[digit] = sum;
      sum += length;
    }
    for (let at = 0; at < end; at += WIDTH) {
      const digit = (from[at] >> shift) & (DIGIT - 1);
      const place = places[digit];
      places[digit] = place + WIDTH;
      to[place] = from[at];
      to[place + SUBJECT] = from[at + SUBJECT];
      to[place + TOKEN] = from[at + TOKEN];
    }
  }
}
