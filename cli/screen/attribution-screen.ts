import type { AttributedPeople } from "../../sim/findings/attributed-people.ts";
import type { AttributedMetric, ChangeShare } from "../../sim/findings/attribution.ts";
import { metricWords } from "../../sim/measures/describe-metric.ts";
import type { ScenarioPart } from "../../sim/scenario/parts.ts";
import type { BetweenScenarios } from "../../sim/tables/attribution.ts";
import { shortened, wrap } from "../../sim/words/lines.ts";
import { listText } from "../../sim/words/lists.ts";
import { countText, numberText, signedText } from "../../sim/words/numbers.ts";
import { type ReaderUnit, readerUnit } from "../../sim/words/units.ts";
import { differenceText } from "./surety.ts";
import { wrapIndented } from "./text-table.ts";

const WIDTH = 100;
const LABEL = 38;
/** Widths of the columns: a share with its interval, two numbers, a range. */
const COLUMNS = [14, 12, 12, 22] as const;

/** What is told of an attribution. */
export interface AttributionShown extends BetweenScenarios {
  readonly replications: number;
  readonly worlds: number;
  /** How many orders were sampled; null where all worlds were simulated. */
  readonly orders: number | null;
  readonly metrics: readonly AttributedMetric[];
  readonly people: readonly AttributedPeople[];
}

/** What is shown on the screen; the tables have every metric. */
const SHOWN = [
  "people.reached_3",
  "people.engaged",
  "wait.first_contact.within_4_weeks",
  "wait.first_contact.within_4_weeks_of_demand",
  "finished.share",
  "needs.met_share",
  "cost.total",
];

/**
 * Renders why two scenarios differ: in a sentence, then what changed, the share of each change in some
 * differences, and the people.
 */
export function attributionScreen(shown: AttributionShown, seed: string, last: readonly string[]): string {
  const { changes, orders } = shown;
  const told = SHOWN.flatMap((metric) => {
    const found = ofEverybody(shown.metrics, metric);
    return found?.difference.mean == null ? [] : [found];
  });
  const heads = inColumns([
    "share",
    ...(orders === null ? ["alone", "as the last"] : ["orders", ""]),
    "by order",
  ]);
  const lines = [
    ...wrap(sentenceText(shown), WIDTH),
    "",
    "What changed",
    ...changes.flatMap(({ name, parts }) => wrapIndented(`${name}: ${partsText(parts)}`, WIDTH, "  ")),
    "",
    `${"Share of each change in the difference".padEnd(LABEL)}${heads}`,
    ...told.flatMap((metric) => metricLines(metric, shown)),
    ...peopleLines(shown),
    "",
    ...wrap(note(shown, seed), WIDTH),
    ...last.flatMap((line) => wrapIndented(line, WIDTH, "")),
  ];
  return `${lines.join("\n")}\n`;
}

const inColumns = (cells: readonly string[]): string =>
  cells.map((cell, i) => cell.padStart(COLUMNS[i])).join("");

const ofEverybody = (metrics: readonly AttributedMetric[], metric: string): AttributedMetric | undefined =>
  metrics.find((one) => one.metric === metric && one.groupBy === "all");

/** Leads with the people who reach three contacts. */
function sentenceText({ base, scenario, changes, metrics }: AttributionShown): string {
  const reached = ofEverybody(metrics, "people.reached_3");
  const mean = reached?.difference.mean ?? null;
  if (reached === undefined || mean === null) return `${scenario} against ${base}.`;
  const shares = reached.shares.map(({ share }, i) => `${changes[i].name} ${signedText(share.mean, 0)}`);
  const more = mean > 0 ? "more" : "fewer";
  const people = `${differenceText(reached.difference, 0).replace(/^[+-]/, "")} ${more} people reach three contacts`;
  return `${scenario} against ${base}: ${people}; of that ${listText(shares)}.`;
}

function partsText(parts: readonly ScenarioPart[]): string {
  return parts
    .map(({ path, differences }) => {
      if (differences.length > 1) return `${path} (${countText(differences.length, "difference")})`;
      const [{ first, second }] = differences;
      if (first === undefined) return `${path} (new)`;
      if (second === undefined) return `${path} (gone)`;
      return `${path} (${shortened(first, 24)} → ${shortened(second, 24)})`;
    })
    .join(", ");
}

function metricLines(attributed: AttributedMetric, { changes, orders }: AttributionShown): string[] {
  const { metric, unit, base, other, difference, shares } = attributed;
  const reader = readerUnit(unit);
  const ends = [base, other].map((value) => numberText(scaled(value, reader), reader.decimals));
  const heading = `${metricWords(metric)}, ${reader.unit}: ${ends[0]} → ${ends[1]}`;
  const whole = differenceCell(difference, reader);
  return [
    heading,
    ...shares.map(
      (share, i) => `${`  ${changes[i].name}`.padEnd(LABEL)}${shareCells(share, reader, orders)}`,
    ),
    `${"  all".padEnd(LABEL)}${inColumns([whole])}`,
  ];
}

function shareCells(
  { share, alone, last, least, greatest, ordersError }: ChangeShare,
  reader: ReaderUnit,
  orders: number | null,
): string {
  const number = (value: number | null): string => signedText(scaled(value, reader), reader.decimals);
  const range = number(least) === number(greatest) ? "the same" : `${number(least)} to ${number(greatest)}`;
  const among =
    orders === null
      ? [number(alone), number(last)]
      : [ordersError === null ? "-" : `±${numberText(scaled(ordersError, reader), reader.decimals)}`, ""];
  return inColumns([differenceCell(share, reader), ...among, range]);
}

const differenceCell = (
  { mean, ciHigh }: Pick<ChangeShare["share"], "mean" | "ciHigh">,
  reader: ReaderUnit,
): string => differenceText({ mean: scaled(mean, reader), ciHigh: scaled(ciHigh, reader) }, reader.decimals);

const scaled = (value: number | null, { factor }: ReaderUnit): number | null =>
  value === null ? null : value * factor;

/** Shows the people who no longer reach three contacts, and those who do now, by what does it. */
function peopleLines({ people, orders }: AttributionShown): string[] {
  if (orders !== null) return [];
  const rows = people.filter(({ outcome, groupBy }) => outcome === "reached_3" && groupBy === "all");
  const causes = [...new Set(rows.map(({ because }) => because))];
  const mean = (change: string, because: string): number =>
    rows.find((row) => row.change === change && row.because === because)?.people.mean ?? 0;
  const line = (label: string, lost: number, gained: number): string =>
    label.padEnd(LABEL) +
    inColumns([numberText(lost, 0), numberText(gained, 0), signedText(gained - lost, 0)]);
  const sum = (change: string): number =>
    rows.filter((row) => row.change === change).reduce((total, row) => total + (row.people.mean ?? 0), 0);
  const [lost, gained] = [sum("lost"), sum("gained")];
  if (lost === 0 && gained === 0) return ["Nobody reaches three contacts in one world alone."];
  const heads = inColumns(["no longer", "now", "net"]);
  return [
    `${"People who reach three contacts, because".padEnd(LABEL)}${heads}`,
    ...causes
      .filter((because) => mean("lost", because) >= SHOWN_FROM || mean("gained", because) >= SHOWN_FROM)
      .map((because) =>
        line(`  ${shortened(because, LABEL - 2)}`, mean("lost", because), mean("gained", because)),
      ),
    line("  in all", lost, gained),
  ];
}

/** Rows of fewer people stay in the table. */
const SHOWN_FROM = 0.5;

function note({ worlds, replications, orders }: AttributionShown, seed: string): string {
  const simulated =
    `${countText(worlds, "world")} under common random numbers (seed ${seed}), ` +
    `${countText(replications, "replication")} of each.`;
  const chance =
    "± is the 95 % interval: chance within the model, and nothing of how far its assumptions may be from the " +
    "truth.";
  if (orders !== null)
    return (
      `${simulated} A share is what a change makes on average over ${orders} orders of making them, drawn in ` +
      "pairs of an order and its reverse (Shapley): shares add up to the difference in every replication. Orders: " +
      "the 95 % interval that those leave which were not drawn. By order: the least and the greatest that it makes " +
      `in them. ${chance} Whom changes lose together is told of up to six: group some with --by "NAME=PATH,PATH".`
    );
  return (
    `${simulated} A share is what a change makes on average over all orders ` +
    "of making them (Shapley): shares add up to the difference in every replication. By order: the least and the " +
    `greatest that it makes, which differ where changes work on each other. ${chance}`
  );
}
