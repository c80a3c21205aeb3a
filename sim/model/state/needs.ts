import { bytesInLines } from "../../engine/lines.ts";
import { NEEDS_EACH } from "./records.ts";

/** Bytes of a need: five fields of one byte, then its entry and its work where their kinds may stand. */
export const NEED_STEP = 24;
const ENTRY = 8;
const WORK = 16;

/** Bytes of a person, three lines of the cache: readiness, then the needs. */
const PERSON = 192;
const FIRST = 8;

/**
 * Keeps the needs and the readiness of people by their place among records. All of a person lies side by
 * side, since people are met in no order; a need's number is where it begins, `NEED_STEP` after the one
 * before.
 */
export class Needs {
  focus!: Uint8Array<ArrayBuffer>;
  severity!: Uint8Array<ArrayBuffer>;
  /** Whether it is for the link worker alone. */
  isOwn!: Uint8Array<ArrayBuffer>;
  state!: Uint8Array<ArrayBuffer>;
  attempts!: Uint8Array<ArrayBuffer>;
  private words!: Int32Array<ArrayBuffer>;
  private fractions!: Float64Array<ArrayBuffer>;

  constructor(people: number) {
    this.layOver(bytesInLines(people * PERSON));
  }

  /** Gives how many people there is room for. */
  get people(): number {
    return this.fractions.byteLength / PERSON;
  }

  /** Makes room for more people. */
  widen(people: number): void {
    const { fractions } = this;
    this.layOver(bytesInLines(people * PERSON));
    this.fractions.set(fractions);
  }

  /** Gives the number of a person's need `n`, from 0. */
  numberOf(place: number, n: number): number {
    return place * PERSON + FIRST + n * NEED_STEP;
  }

  /** Gives which of a person's needs one is, from 0. */
  ordinalOf(need: number): number {
    return ((need % PERSON) - FIRST) / NEED_STEP;
  }

  /** Gives the record in the log of waits of needs; -1 for what the link worker does. */
  entryOf(need: number): number {
    return this.words[(need + ENTRY) >> 2];
  }

  setEntry(need: number, entry: number): void {
    this.words[(need + ENTRY) >> 2] = entry;
  }

  /** Gives the work that is left, in contacts. */
  workOf(need: number): number {
    return this.fractions[(need + WORK) >> 3];
  }

  setWork(need: number, work: number): void {
    this.fractions[(need + WORK) >> 3] = work;
  }

  readinessOf(place: number): number {
    return this.fractions[place * (PERSON / Float64Array.BYTES_PER_ELEMENT)];
  }

  setReadiness(place: number, readiness: number): void {
    this.fractions[place * (PERSON / Float64Array.BYTES_PER_ELEMENT)] = readiness;
  }

  private layOver(bytes: Uint8Array<ArrayBuffer>): void {
    const { buffer, byteOffset } = bytes;
    const field = (n: number): Uint8Array<ArrayBuffer> => bytes.subarray(n);
    this.focus = field(0);
    this.severity = field(1);
    this.isOwn = field(2);
    this.state = field(3);
    this.attempts = field(4);
    this.words = new Int32Array(buffer, byteOffset);
    this.fractions = new Float64Array(buffer, byteOffset);
  }
}

if (FIRST + NEEDS_EACH * NEED_STEP > PERSON) throw new RangeError("a person's needs take too many bytes");
