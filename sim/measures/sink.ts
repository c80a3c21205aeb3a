/**
 * Takes measured numbers one after another. The same calls are made for every replication, so a number's
 * place says what it is.
 */
export interface Sink {
  /** Takes one number; NaN or null where there is none. */
  put(metric: string, groupBy: string, group: string, value: number | null): void;
}

/** Takes the values of one replication. */
export class ValueSink implements Sink {
  readonly values: Float64Array;
  private next = 0;

  constructor(length: number) {
    this.values = new Float64Array(length);
  }

  put(_metric: string, _groupBy: string, _group: string, value: number | null): void {
    this.values[this.next++] = value ?? NaN;
  }
}

/**
 * Puts the numbers of one group: a class, since V8 would compile a function that is made for each group
 * again and again.
 */
export class GroupSink {
  readonly groupBy: string;
  readonly group: string;
  private readonly sink: Sink;

  constructor(sink: Sink, groupBy: string, group: string) {
    this.sink = sink;
    this.groupBy = groupBy;
    this.group = group;
  }

  put(metric: string, value: number | null): void {
    this.sink.put(metric, this.groupBy, this.group, value);
  }
}

/** Divides, and gives NaN where there is nothing to divide by. */
export function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : NaN;
}
