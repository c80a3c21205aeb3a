import { intsInLines } from "./lines.ts";

/** An event's numbers side by side: its key within its day, then these. */
export const WIDTH = 3;
export const SUBJECT = 1;
export const TOKEN = 2;

const CHUNK = 16;

/**
 * Keeps the events of later days, each day's in the order in which they were put there: a list of chunks for
 * each day, in flat arrays. Putting one there costs the same however many there are, and a day's events are
 * read in one sweep when the day comes.
 */
export class LaterEvents {
  private events = intsInLines(64 * CHUNK * WIDTH);
  private filled = new Int32Array(64);
  private following = new Int32Array(64);
  private used = 0;
  private free = -1;
  private first = new Int32Array(1024).fill(-1);
  private last = new Int32Array(1024).fill(-1);
  /** Events kept. */
  size = 0;

  /** Puts an event to a day. */
  put(day: number, key: number, subject: number, token: number): void {
    if (day >= this.last.length) this.widenDays(day);
    let chunk = this.last[day];
    if (chunk < 0 || this.filled[chunk] === CHUNK) chunk = this.append(day);
    const at = (chunk * CHUNK + this.filled[chunk]++) * WIDTH;
    const { events } = this;
    events[at] = key;
    events[at + SUBJECT] = subject;
    events[at + TOKEN] = token;
    this.size++;
  }

  /** Gives the first day after another that has events, where any later day has. */
  nextDay(day: number): number {
    let next = day + 1;
    while (this.first[next] < 0) next++;
    return next;
  }

  /** Counts the events of a day. */
  count(day: number): number {
    let count = 0;
    for (let chunk = this.first[day]; chunk >= 0; chunk = this.following[chunk]) count += this.filled[chunk];
    return count;
  }

  /** Copies a day's events, in the order in which they were put, and forgets them. */
  take(day: number, to: Int32Array): void {
    let length = 0;
    for (let chunk = this.first[day]; chunk >= 0; ) {
      const from = chunk * CHUNK * WIDTH;
      const words = this.filled[chunk] * WIDTH;
      for (let n = 0; n < words; n++) to[length++] = this.events[from + n];
      this.size -= this.filled[chunk];
      const next = this.following[chunk];
      this.following[chunk] = this.free;
      this.free = chunk;
      chunk = next;
    }
    this.first[day] = -1;
    this.last[day] = -1;
  }

  /** Forgets everything and keeps the memory. */
  reset(): void {
    this.used = 0;
    this.free = -1;
    this.first.fill(-1);
    this.last.fill(-1);
    this.size = 0;
  }

  private append(day: number): number {
    let chunk = this.free;
    if (chunk >= 0) this.free = this.following[chunk];
    else {
      if (this.used === this.filled.length) this.widenChunks();
      chunk = this.used++;
    }
    this.filled[chunk] = 0;
    this.following[chunk] = -1;
    const before = this.last[day];
    if (before < 0) this.first[day] = chunk;
    else this.following[before] = chunk;
    this.last[day] = chunk;
    return chunk;
  }

  private widenChunks(): void {
    const chunks = this.filled.length * 2;
    const events = intsInLines(chunks * CHUNK * WIDTH);
    events.set(this.events);
    this.events = events;
    this.filled = widened(this.filled, chunks, 0);
    this.following = widened(this.following, chunks, 0);
  }

  private widenDays(day: number): void {
    const days = Math.max(day + 1, this.last.length * 2);
    this.first = widened(this.first, days, -1);
    this.last = widened(this.last, days, -1);
  }
}

function widened(array: Int32Array, length: number, empty: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(length).fill(empty);
  wider.set(array);
  return wider;
}
