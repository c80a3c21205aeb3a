import type { SweepPoint } from "../../sim/experiment/design/points.ts";
import type { SweepPlan } from "../../sim/experiment/design/sweep-plan.ts";
import { wrap } from "../../sim/words/lines.ts";
import { countText, numberText } from "../../sim/words/numbers.ts";
import { columnsText } from "./text-table.ts";

/** Says how much of a point is kept already, in cells, and how many replications are missing. */
export interface KeptPoint {
  readonly point: Pick<SweepPoint, "point" | "values">;
  readonly cells: number;
  readonly kept: number;
  readonly missing: number;
  /** Of all of them, under the members of an ensemble too. */
  readonly replications: number;
  /** What has changed since it was simulated; empty if it never was. */
  readonly staleFor: readonly string[];
}

/** What a dry run tells. */
export interface DryRun {
  readonly plan: SweepPlan;
  readonly states: readonly KeptPoint[];
  /**
   * What a replication takes, and on how many that was measured; undefined where none is left to simulate.
   */
  readonly rate: { readonly secondsEach: number; readonly replications: number } | undefined;
  readonly workers: number;
  readonly store: string | undefined;
}

const WIDTH = 100;
const MAX_REASONS = 3;

/** Renders a dry run: a line for each point, then what is left and how long it will take. */
export function dryRunText({ plan, states, rate, workers, store }: DryRun): string {
  const heads = [
    "point",
    ...plan.parameters.map(({ path, unit }) => (unit === "" ? path : `${path}, ${unit}`)),
    "kept",
  ];
  const rows = states.map((state) => [
    String(state.point.point),
    ...state.point.values.map(String),
    stateText(state),
  ]);
  const missing = sum(states, ({ missing }) => missing);
  const all = sum(states, ({ replications }) => replications);
  const kept =
    `${countText(plan.points, "point")} of ${countText(plan.replications, "replication")}` +
    `${all === plan.points * plan.replications ? "" : ", and under each member of the ensemble"}: ` +
    `${numberText(all - missing, 0)} of ${numberText(all, 0)} replications are ` +
    `kept${store === undefined ? "" : ` in ${store}`}.`;
  return `${columnsText([heads, ...rows])}\n${wrap(`${kept} ${leftText(missing, rate, workers)}`, WIDTH).join("\n")}\n`;
}

/** Returns a dry run for machines. */
export function dryRunJson({ plan, states, rate, workers, store }: DryRun): string {
  const { points, replications, design } = plan;
  const missing = sum(states, ({ missing }) => missing);
  return `${JSON.stringify(
    {
      design,
      points,
      replications,
      store: store ?? null,
      replications_missing: missing,
      seconds_each: rate?.secondsEach ?? null,
      workers,
      seconds: rate === undefined ? 0 : (missing * rate.secondsEach) / workers,
      states: states.map(({ point, cells, kept, staleFor }) => ({
        point: point.point,
        values: point.values,
        cells,
        cells_kept: kept,
        stale_for: staleFor,
      })),
    },
    null,
    1,
  )}\n`;
}

function stateText({ cells, kept, staleFor }: KeptPoint): string {
  if (kept === cells) return "all";
  const some = kept === 0 ? "none" : `${kept} of ${cells} cells`;
  if (staleFor.length === 0) return some;
  const more = staleFor.length - MAX_REASONS;
  return (
    `${some}; stale: ` +
    `${staleFor.slice(0, MAX_REASONS).join("; ")}${more > 0 ? `; ${more} more changes` : ""}`
  );
}

/** Says how long what is left will take. */
function leftText(missing: number, rate: DryRun["rate"], workers: number): string {
  if (rate === undefined) return "Nothing is left to simulate.";
  return timeText(`The other ${numberText(missing, 0)}`, missing, rate, workers);
}

/** Says how long so many replications, named by `which`, will take at the rate that was measured. */
export function timeText(
  which: string,
  missing: number,
  rate: NonNullable<DryRun["rate"]>,
  workers: number,
): string {
  const seconds = (missing * rate.secondsEach) / workers;
  return (
    `${which} will take about ${durationText(seconds)} on ` +
    `${countText(workers, "thread")}, by ${countText(rate.replications, "replication")} measured just ` +
    `now (${numberText(rate.secondsEach, 2)} s each).`
  );
}

/** Says about how long something takes. */
export function durationText(seconds: number): string {
  if (seconds < 90) return `${numberText(Math.max(1, seconds), 0)} s`;
  if (seconds < 5400) return `${numberText(seconds / 60, 0)} min`;
  return seconds < 172_800
    ? `${numberText(seconds / 3600, 1)} hours`
    : `${numberText(seconds / 86_400, 1)} days`;
}

const sum = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((total, one) => total + of(one), 0);
