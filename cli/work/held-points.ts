import Papa from "papaparse";
import { simulatedOf } from "../../sim/calibration/calibrate.ts";
import { isMet } from "../../sim/calibration/history-match.ts";
import type { Simulated } from "../../sim/calibration/target.ts";
import type { EnsembleMember } from "../../sim/ensemble/members-file.ts";
import type { Runnable } from "../../sim/experiment/execution-options.ts";
import type { Executor } from "../../sim/experiment/executor.ts";
import { jobOf, range } from "../../sim/experiment/replicate.ts";
import { CALIBRATION_POINTS, targetColumns } from "../../sim/tables/calibration-points.ts";
import { TARGETS } from "../../sim/tables/targets.ts";
import { withoutGuard } from "../results/read-table.ts";
import { type NamedScenario, tryLoad } from "../scenarios/load-scenarios.ts";
import type { EnsembleFolder } from "./ensemble-folder.ts";

/** A target as the folder of an ensemble has it. */
export interface HeldTarget {
  readonly id: string;
  readonly metric: string;
  readonly groupBy: string;
  readonly group: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A point of a calibration as the folder of an ensemble has it. */
export interface HeldPoint {
  readonly point: number;
  /** The member that it became; null for none. */
  readonly member: number | null;
  /** What is laid over the scenario there, `PATH=VALUE`. */
  readonly set: readonly string[];
  readonly replications: readonly number[];
  /** What came of each target there. */
  readonly simulated: readonly Simulated[];
}

/** What the folder of an ensemble tells of the points that its members are of. */
export interface HeldCalibration {
  readonly targets: readonly HeldTarget[];
  readonly points: readonly HeldPoint[];
}

/** A row of a CSV, by column. */
type Row = Readonly<Record<string, string>>;

/** As files of strangers are read, they do not decide how long it takes. */
const MOST_REPLICATIONS = 100;

/** Reads points and targets of an ensemble from its folder; points that cannot be simulated are left out. */
export function heldCalibration({ members, bytesOf }: EnsembleFolder): HeldCalibration {
  const [rows, targetRows] = [CALIBRATION_POINTS, TARGETS.name].map((name) => rowsIn(bytesOf(`${name}.csv`)));
  const targets = targetRows.map(({ target, metric, group_by: groupBy, group, value, low, high }) => ({
    ...{ id: target, metric, groupBy, group },
    ...{ value: Number(value), low: Number(low), high: Number(high) },
  }));
  const written = writtenAs(members);
  const points = rows.flatMap((row): HeldPoint[] => {
    const [first, last] = [row.first_replication, row.last_replication].map((cell) =>
      Number(cell || Number.NaN),
    );
    if (!(last >= first) || last - first > MOST_REPLICATIONS) return [];
    const simulated = targets.map(({ id }): Simulated => {
      const [mean, variance] = targetColumns(id).map((column) => row[column]);
      return { value: mean === "" ? null : Number(mean), variance: Number(variance || Number.NaN) };
    });
    return [
      {
        point: Number(row.point),
        member: row.member === "" ? null : Number(row.member),
        set: [...written].map(([path, write]) => `${path}=${write(row[path] ?? "")}`),
        replications: range(first, last + 1),
        simulated,
      },
    ];
  });
  return { targets, points };
}

const NUMBER = /^(x?)[+-]?\d[\d.e+-]*( ?)(.*)$/i;

/** Says by path how a value that a table has as a bare number is written for `--set`: as members write it. */
function writtenAs(members: readonly EnsembleMember[]): ReadonlyMap<string, (value: string) => string> {
  const [{ set }] = members;
  return new Map(
    set.map((change) => {
      const at = change.indexOf("=");
      const parts = NUMBER.exec(change.slice(at + 1));
      const write = (value: string): string =>
        parts === null ? value : `${parts[1]}${value}${parts[2]}${parts[3]}`;
      return [change.slice(0, at), write];
    }),
  );
}

/** With what points are simulated again. */
export interface SimulatedAgain {
  /** Gives the scenario under what a point sets: made once, as it reads the scenario whole. */
  readonly load: (set: readonly string[]) => Runnable;
  readonly seed: string;
  readonly executor: Executor;
}

/** Simulates a point again and says whether each target gives the number of before, to the bit. */
export async function isSameAgain(
  { set, replications, simulated }: Omit<HeldPoint, "point" | "member">,
  targets: readonly HeldTarget[],
  { load, seed, executor }: SimulatedAgain,
): Promise<boolean> {
  const job = jobOf(load(set), { seed, detail: "summary" });
  const results = await executor.execute(job, replications);
  const now = simulatedOf(targets, await executor.plan(job), results);
  return now.every(
    ({ value, variance }, i) => Object.is(value, simulated[i].value) && variance === simulated[i].variance,
  );
}

/** Says whether every target is met at a point, by what its folder says. */
export const meetsAll = ({ simulated }: HeldPoint, targets: readonly HeldTarget[]): boolean =>
  simulated.every((one, i) => isMet(one, targets[i]));

/** Finds the scenario that an ensemble is of, as it is written: among those named here, else by its name. */
export function scenarioOf(
  name: string | null,
  mains: readonly NamedScenario[] = [],
): NamedScenario | undefined {
  if (name === null) return undefined;
  const here = mains.find(({ scenario }) => scenario.name === name);
  const loading = tryLoad(here?.argument ?? name, []);
  return loading.kind === "loaded" ? loading.named : undefined;
}

const rowsIn = (bytes: Uint8Array | null): readonly Row[] =>
  bytes === null
    ? []
    : Papa.parse<Row>(new TextDecoder().decode(bytes), { header: true, skipEmptyLines: true }).data.map(
        (row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, withoutGuard(cell)])),
      );
