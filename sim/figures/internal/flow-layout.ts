/** A stream of people from one box to another. */
export interface Stream {
  readonly from: string;
  readonly to: string;
  readonly people: number;
}

/** A box of people: where it stands in its column. */
export interface FlowBox {
  readonly name: string;
  readonly column: number;
  readonly people: number;
  readonly top: number;
  readonly bottom: number;
}

/** A stream with where it leaves and where it arrives; `from` and `to` are the upper edges. */
export interface FlowBand extends Stream {
  readonly column: number;
  readonly leaves: number;
  readonly arrives: number;
}

/** Lays boxes and streams out in columns, in the order given; `gap` stands between boxes, all in people. */
export function layOutFlow(
  columns: readonly (readonly string[])[],
  streams: readonly Stream[],
  gap: number,
): { readonly boxes: readonly FlowBox[]; readonly bands: readonly FlowBand[] } {
  const boxes = columns.flatMap((names, column) => {
    let top = 0;
    return names.flatMap((name): FlowBox[] => {
      const people = throughput(name, streams);
      if (people === 0) return [];
      const box = { name, column, people, top, bottom: top + people };
      top = box.bottom + gap;
      return [box];
    });
  });
  const boxOf = new Map(boxes.map((box) => [box.name, box]));
  const left = new Map(boxes.map(({ name, top }) => [name, top]));
  const arrived = new Map(left);
  const order = new Map(boxes.map(({ name }, i) => [name, i]));
  const bands: FlowBand[] = [];
  const place = (name: string): number => order.get(name) ?? 0;
  const ordered = streams
    .filter(({ people }) => people > 0)
    .sort((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to));
  for (const stream of ordered) {
    const [leaves, arrives] = [left.get(stream.from) ?? 0, arrived.get(stream.to) ?? 0];
    left.set(stream.from, leaves + stream.people);
    arrived.set(stream.to, arrives + stream.people);
    bands.push({ ...stream, column: boxOf.get(stream.from)?.column ?? 0, leaves, arrives });
  }
  return { boxes, bands };
}

/** People of a box: those who leave it, or those who come where nobody leaves. */
function throughput(name: string, streams: readonly Stream[]): number {
  const sum = (side: "from" | "to"): number =>
    streams.reduce((total, stream) => total + (stream[side] === name ? stream.people : 0), 0);
  return Math.max(sum("from"), sum("to"));
}
