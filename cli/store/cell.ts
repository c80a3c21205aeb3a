import { createHash } from "node:crypto";
import type { FateColumns } from "../../sim/measures/fates.ts";
import type { ReplicationResult } from "../../sim/measures/result.ts";

/** One replication as a cell keeps it. */
export interface KeptReplication {
  readonly result: ReplicationResult;
  readonly fates: FateColumns | undefined;
}

/** Holds some replications of one scenario. */
export interface Cell {
  readonly key: string;
  /** Digest of the measure plan that the numbers go with. */
  readonly plan: string;
  readonly replications: readonly KeptReplication[];
}

const KINDS = { Float64Array, Int32Array, Uint8Array } as const;
type Kind = keyof typeof KINDS;
type Column = Float64Array | Int32Array | Uint8Array;

/** Says what the bytes after the first line are. */
interface Header {
  readonly linksim: "cell";
  readonly form: 1;
  readonly key: string;
  readonly plan: string;
  readonly replications: readonly (readonly [replication: number, events: number])[];
  readonly columns: readonly (readonly [name: string, kind: Kind, length: number])[];
  readonly sha256: string;
}

const MEASURES = ["values", "series", "retention", "windowed"] as const;

/**
 * Writes a cell as a line of JSON and the bytes of its columns (little-endian, one after another), with a
 * digest over all that counts.
 */
export function encodeCell({ key, plan, replications }: Cell): Buffer {
  const columns = replications.flatMap(({ result, fates }): (readonly [name: string, column: Column])[] => [
    ...MEASURES.map((name) => [name, result[name]] as const),
    ...Object.entries(fates ?? {}).map(([name, column]) => [`fate.${name}`, column] as const),
  ]);
  const bytes = Buffer.concat(
    columns.map(([, { buffer, byteOffset, byteLength }]) => Buffer.from(buffer, byteOffset, byteLength)),
  );
  const facts = {
    key,
    plan,
    replications: replications.map(({ result }) => [result.replication, result.events] as const),
    columns: columns.map(([name, column]) => [name, kindOf(column), column.length] as const),
  };
  const header: Header = { linksim: "cell", form: 1, ...facts, sha256: digestOf(facts, bytes) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), bytes]);
}

/** Reads a cell; undefined if the bytes are damaged or are no cell of that name. */
export function decodeCell(key: string, file: Buffer): Cell | undefined {
  const lineEnd = file.indexOf(10);
  const header = parseHeader(file.subarray(0, Math.max(0, lineEnd)).toString("utf8"));
  if (header === undefined || header.key !== key) return undefined;
  const { plan, replications, columns, sha256 } = header;
  const bytes = file.subarray(lineEnd + 1);
  const length = columns.reduce((sum, [, kind, cells]) => sum + cells * KINDS[kind].BYTES_PER_ELEMENT, 0);
  if (length !== bytes.length) return undefined;
  if (digestOf({ key, plan, replications, columns }, bytes) !== sha256) return undefined;
  let at = 0;
  const read = columns.map(([name, kind, length]) => {
    const before = at + length * KINDS[kind].BYTES_PER_ELEMENT;
    // A copy, since a column must begin at a multiple of its elements' size.
    const column = new KINDS[kind](Uint8Array.prototype.slice.call(bytes, at, before).buffer as ArrayBuffer);
    at = before;
    return [name, column] as const;
  });
  const each = columns.length / replications.length;
  return {
    key,
    plan,
    replications: replications.map(([replication, events], i) =>
      keptOf(replication, events, read.slice(i * each, (i + 1) * each)),
    ),
  };
}

function keptOf(
  replication: number,
  events: number,
  columns: readonly (readonly [string, Column])[],
): KeptReplication {
  const named = Object.fromEntries(columns);
  const fates = columns.flatMap(([name, column]) =>
    name.startsWith("fate.") ? [[name.slice(5), column] as const] : [],
  );
  // The digest was right, so these are the columns that encodeCell took from a result and its fates.
  const measures = named as Pick<ReplicationResult, (typeof MEASURES)[number]>;
  const { values, series, retention, windowed } = measures;
  return {
    result: { replication, events, values, series, retention, windowed },
    fates: fates.length === 0 ? undefined : (Object.fromEntries(fates) as unknown as FateColumns),
  };
}

function parseHeader(line: string): Header | undefined {
  try {
    const header = JSON.parse(line) as Partial<Header> | null;
    if (header?.linksim !== "cell" || header.form !== 1) return undefined;
    // Checked here: whoever writes a cell by hand writes its digest too.
    return isWellFormed(header) ? (header as Header) : undefined;
  } catch {
    return undefined;
  }
}

const isCount = (given: unknown): given is number => Number.isSafeInteger(given) && Number(given) >= 0;

/** Says whether a header has the parts that one of ours has, whatever the bytes behind it are. */
function isWellFormed({ plan, replications, columns }: Partial<Record<keyof Header, unknown>>): boolean {
  if (typeof plan !== "string" || !Array.isArray(replications) || !Array.isArray(columns)) return false;
  const each = columns.length / replications.length;
  if (!Number.isInteger(each) || each < MEASURES.length) return false;
  if (!replications.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isCount)))
    return false;
  return columns.every((column, i) => {
    if (!Array.isArray(column) || column.length !== 3) return false;
    const [name, kind, length] = column as readonly unknown[];
    if (typeof kind !== "string" || !Object.hasOwn(KINDS, kind) || !isCount(length)) return false;
    const place = i % each;
    return place < MEASURES.length
      ? name === MEASURES[place] && kind === "Float64Array"
      : name === columns[place][0] && kind === columns[place][1] && /^fate\.\w+$/.test(String(name));
  });
}

function digestOf(facts: object, bytes: Buffer): string {
  return createHash("sha256").update(JSON.stringify(facts)).update(bytes).digest("hex");
}

function kindOf(column: Column): Kind {
  if (column instanceof Float64Array) return "Float64Array";
  return column instanceof Int32Array ? "Int32Array" : "Uint8Array";
}
