import { MINUTES_PER_YEAR } from "../../sim/engine/minutes.ts";
import type { BestPlaces, WhereOption } from "../../sim/experiment/where/best-places.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import { wrap } from "../../sim/words/lines.ts";
import { listText } from "../../sim/words/lists.ts";
import { countText, numberText, signedText } from "../../sim/words/numbers.ts";
import { columnsText, shorten, wrapIndented } from "./text-table.ts";

const WIDTH = 100;
/** Ways that have a line each; of the others only their number is told. */
const MAX_LINES = 12;

/** What is told of where full-time equivalents are best lost or added. */
export interface WhereShown extends BestPlaces {
  readonly scenario: Scenario;
  readonly seed: string;
  /** Sets of values, each in a replication, and of how many they were drawn; null without an ensemble. */
  readonly sets: { readonly simulated: number; readonly of: number } | null;
}

/** Renders where hours are best lost or added: the best way, what ties with it, the ways in order. */
export function whereScreen(shown: WhereShown, last: readonly string[]): string {
  const lines = [
    ...wrap(whereText(shown), WIDTH),
    "",
    ...optionTable(shown).split("\n"),
    ...restLines(shown),
    "",
    ...wrap(naiveText(shown), WIDTH),
    ...wrap(methodText(shown), WIDTH),
    ...last.flatMap((line) => wrapIndented(line, WIDTH, "")),
  ];
  return `${lines.join("\n")}\n`;
}

/** Says which places a way takes hours from, or gives them to: "post-glebe 0.5 and post-elm 0.5 of 1". */
function placesText({ allocation }: WhereOption, { ask, where: { places, part } }: BestPlaces): string {
  const changed = places.flatMap(({ id, fte }, n): string[] => {
    const amount = allocation[n] * part;
    if (amount === 0) return [];
    const of = ask.kind === "add" || fte - amount < 0.005 ? "" : ` of ${trimmed(fte)}`;
    return [`${id} ${trimmed(amount)}${of}`];
  });
  return listText(changed);
}

/** Says how a way is other than the first, in few letters: "glebe 0.5 instead of elm 0.5". */
function insteadText(
  option: WhereOption,
  first: WhereOption,
  { where: { places, part } }: BestPlaces,
): string {
  const than = (one: WhereOption, other: WhereOption): string =>
    listText(
      places.flatMap(({ id }, n) => {
        const more = one.allocation[n] - other.allocation[n];
        return more > 0 ? [`${id.replace(/^post-/, "")} ${trimmed(more * part)}`] : [];
      }),
    );
  return `${than(option, first)} instead of ${than(first, option)}`;
}

const trimmed = (fte: number): string => String(Math.round(fte * 100) / 100);

/** Says where hours are best lost or added, what that makes, and what ties with it. */
export function whereText(shown: WhereShown): string {
  const { ask, isAll, options, scenario } = shown;
  const [best] = options;
  const ties = options.filter(({ against }) => against.mayBeBest);
  const done = ask.kind === "lose" ? "lost" : "added";
  const found = isAll
    ? `${trimmed(ask.fte)} FTE are best ${done}`
    : `Best found: ${trimmed(ask.fte)} FTE are ${done}`;
  const years = scenario.horizon / MINUTES_PER_YEAR;
  const money =
    best.cost === null
      ? ""
      : `, and the programme costs GBP ${numberText(Math.abs(best.cost) / years, 0)} a year ` +
        `${best.cost < 0 ? "less" : "more"}${perPersonText(best)}`;
  const surely = ties.length === 1 ? " It is surely the best of these ways." : tiesText(ties, shown);
  return (
    `${found} at ${placesText(best, shown)}: ${peopleText(best)} reach three contacts in ` +
    `${numberText(scenario.horizon / (7 * 1440), 0)} weeks, of the most deprived fifth ` +
    `${signedText(best.deprived.mean, 0)}${money}.${surely}`
  );
}

function peopleText({ people: { mean, ciLow, ciHigh } }: WhereOption): string {
  const count = numberText(Math.abs(mean ?? 0), 0);
  const interval =
    ciLow === null || ciHigh === null ? "" : ` (${signedText(ciLow, 0)} to ${signedText(ciHigh, 0)})`;
  return `${count} ${(mean ?? 0) < 0 ? "fewer" : "more"} people${interval}`;
}

function perPersonText({ cost, people: { mean } }: WhereOption): string {
  if (cost === null || mean === null || Math.abs(mean) < 1 || cost * mean <= 0) return "";
  return `, GBP ${numberText(cost / mean, 0)} for each person ${mean < 0 ? "lost" : "gained"}`;
}

/** Says what may be as good, and which of it the most deprived fifth fares best with. */
function tiesText(ties: readonly WhereOption[], shown: WhereShown): string {
  const [best] = ties;
  const fairest = ties.reduce((most, one) =>
    (one.deprived.mean ?? 0) > (most.deprived.mean ?? 0) ? one : most,
  );
  const others = countText(ties.length - 1, "other way may be", "other ways may be");
  const fair =
    fairest === best
      ? "it is also the one with which the most deprived fifth fare best"
      : `of these the most deprived fifth fare best with ${placesText(fairest, shown)} ` +
        `(${signedText(fairest.deprived.mean, 0)})`;
  return ` ${others} as good: ${fair}.`;
}

function optionTable(shown: WhereShown): string {
  const heads = ["", "people", "short of the best", "most deprived", "simulated", "where"];
  const rows = shown.options
    .slice(0, MAX_LINES)
    .map((option, i) => [
      option.against.mayBeBest ? "*" : "",
      signedText(option.people.mean, 0),
      i === 0 ? "" : fewerText(option),
      signedText(option.deprived.mean, 0),
      String(option.replications),
      i === 0 ? "as said above" : insteadText(option, shown.options[0], shown),
    ]);
  const lines = columnsText([heads, ...rows], [1, 2, 3, 4])
    .trimEnd()
    .split("\n");
  return lines.map((line) => shorten(line, WIDTH)).join("\n");
}

/** Says by how much a way is short of the best of the others, as far as that is known. */
function fewerText({ against: { fromBest, ciLow, ciHigh } }: WhereOption): string {
  const text = (people: number | null): string =>
    people === null ? "?" : numberText(Math.max(0, -people), 0);
  return `${text(fromBest)} (${text(ciHigh)} to ${text(ciLow)})`;
}

function restLines({ options, isAll, ways }: WhereShown): string[] {
  const rest = options.length - MAX_LINES;
  const more =
    rest > 0 ? [`  and ${countText(rest, "way")} more, each surely or by its mean behind these`] : [];
  const unknown = isAll
    ? []
    : wrapIndented(
        `Of ${numberText(ways, 0)} ways not all were simulated: a better one may be left.`,
        WIDTH,
        "  ",
      );
  return ["  * cannot be ruled out as the best (95 %, all ways together)", ...more, ...unknown];
}

function naiveText(shown: WhereShown): string {
  const { ask, naive, options } = shown;
  const rule =
    ask.kind === "lose"
      ? "Taking from the posts of the smallest lists"
      : "Giving to the lists of the most people a full-time equivalent";
  const way = `${rule} (${placesText(naive, shown)})`;
  if (naive === options[0]) return `${way} is the same.`;
  const missed = (options[0].people.mean ?? 0) - (naive.people.mean ?? 0);
  const surely = naive.against.mayBeBest ? ", which may be chance" : "";
  const count = `${numberText(Math.abs(missed), 0)} ${missed < 0 ? "more" : "fewer"}`;
  return `${way} would have ${count} reach three contacts than the best${surely}.`;
}

function intervalsText(sets: WhereShown["sets"]): string {
  if (sets === null)
    return (
      "Intervals are chance within the model, and nothing of how far its assumptions may be from the " +
      "truth."
    );
  return (
    `Each replication is of another of ${numberText(sets.simulated, 0)} sets of values that fit the published ` +
    `figures (of ${numberText(sets.of, 0)}): ways are compared by their means over these. Intervals are of the ` +
    "means, not of what a single set may give."
  );
}

function methodText({ isAll, tried, replications, seed, sets }: WhereShown): string {
  const sought = isAll
    ? `All ${countText(tried, "way")} were simulated`
    : `${countText(tried, "way")} were simulated: greedy steps, then swaps`;
  return (
    `${sought}, ${countText(replications, "replication")} in all (seed ${seed}), with common random numbers; ` +
    "what is surely not the best after the first of them no further. People are those who reach three " +
    "contacts, against the service as it is: not a wait, which closing a list shortens. " +
    intervalsText(sets)
  );
}
