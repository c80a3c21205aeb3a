import {
  REGIME_WORDS,
  type Regime,
  type RegimeVerdict,
  type TypeVerdict,
} from "../../sim/findings/regime.ts";
import { listText, someText } from "../../sim/words/lists.ts";
import { oneFigure } from "../../sim/words/no-interval.ts";
import { countText } from "../../sim/words/numbers.ts";
import { TYPE_WORDS } from "../../sim/words/organisation-types.ts";
import { wrapIndented } from "./text-table.ts";

const WORST_FIRST: readonly Regime[] = [
  "closed",
  "overloaded",
  "at its limit",
  "filling",
  "unknown",
  "undecided",
  "stable",
];

const MAX_NAMES = 5;

/** Orders verdicts from the worst regime and the highest load on. */
export function worstFirst(verdicts: readonly RegimeVerdict[]): readonly RegimeVerdict[] {
  return [...verdicts].sort(
    (a, b) =>
      WORST_FIRST.indexOf(a.regime) - WORST_FIRST.indexOf(b.regime) ||
      (b.load ?? -1) - (a.load ?? -1) ||
      (a.pool < b.pool ? -1 : 1),
  );
}

/**
 * Gives those of lists of one regime, worst first, that are surely worse than all others of it: whose loads
 * lie above theirs with bounds that hold for all lists together. All where there are no more than `max`, else
 * at most so many, and none where no list is worst beyond chance.
 */
export function surelyWorst(ordered: readonly RegimeVerdict[], max: number): readonly RegimeVerdict[] {
  if (ordered.length <= max) return ordered;
  for (let count = max; count > 0; count--) {
    const least = Math.min(...ordered.slice(0, count).map(({ loadLow }) => loadLow ?? -Infinity));
    const next = Math.max(...ordered.slice(count).map(({ loadHigh }) => loadHigh ?? Infinity));
    if (least > next) return ordered.slice(0, count);
  }
  return [];
}

/** Says how many pools of a scenario are in which regime, and which. */
export function regimeHeading(scenario: string, verdicts: readonly RegimeVerdict[]): string {
  return `${regimeCounts(scenario, verdicts, MAX_NAMES)}${decidingText(verdicts)}${verdicts.length === 0 ? "" : "."}`;
}

/** Says how many pools of a scenario are in which regime, and names at most so many of each. */
export function regimeCounts(scenario: string, verdicts: readonly RegimeVerdict[], maxNames: number): string {
  if (verdicts.length === 0) return `${scenario}: no practice has a link worker.`;
  const ordered = worstFirst(verdicts);
  const regimes = WORST_FIRST.flatMap((regime) => {
    const lists = ordered.filter((verdict) => verdict.regime === regime);
    if (lists.length === 0) return [];
    const isNamed = maxNames > 0 && regime !== "stable" && regime !== "undecided";
    return [`${lists.length} ${REGIME_WORDS[regime]}${isNamed ? ` (${namesText(lists, maxNames)})` : ""}`];
  });
  return `${scenario}: ${countText(ordered.length, "waiting list")}, ${regimes.join(", ")}`;
}

/** Names lists of one regime, worst first: all, or those that are worst beyond chance. */
function namesText(lists: readonly RegimeVerdict[], max: number): string {
  const names = lists.map(({ pool }) => pool);
  if (names.length <= max || lists[0].load === null) return someText(names, max);
  const worst = surelyWorst(lists, max).map(({ pool }) => pool);
  return worst.length === 0 ? "none worst beyond chance" : `worst ${listText(worst)}`;
}

/** Says how many replications would decide half of the lists that are undecided; nothing where none would. */
function decidingText(verdicts: readonly RegimeVerdict[]): string {
  const counts = verdicts
    .flatMap(({ replicationsToDecide: count }) => (count === null ? [] : [count]))
    .sort((a, b) => a - b);
  if (counts.length === 0) return "";
  const half = oneFigure(counts[Math.floor((counts.length - 1) / 2)]);
  const decided = counts.length === 1 ? "it" : "half of those undecided";
  return `; about ${countText(half, "replication")} would decide ${decided}`;
}

/**
 * Gives those lists of which a sentence is told, the worst first: at most so many of those that do not keep
 * up; where all do, or none is decided, the one with the highest load, if it is the highest beyond chance.
 */
export function worstOf(verdicts: readonly RegimeVerdict[], max: number): readonly RegimeVerdict[] {
  const ordered = worstFirst(verdicts);
  const isTroubled = ({ regime }: RegimeVerdict): boolean => regime !== "stable" && regime !== "undecided";
  if (!ordered.some(isTroubled)) return surelyWorst(ordered, 1);
  const told: RegimeVerdict[] = [];
  for (const regime of new Set(ordered.filter(isTroubled).map((verdict) => verdict.regime))) {
    const lists = ordered.filter((verdict) => verdict.regime === regime);
    const worst = surelyWorst(lists, max - told.length);
    told.push(...worst);
    // A milder regime is not told of where a graver one is not told of whole.
    if (worst.length < lists.length && regime !== "closed") break;
  }
  return told;
}

/**
 * Says whether each pool of a scenario keeps up: which are in which regime, then those that are worst beyond
 * chance in a sentence each, at most some.
 */
export function verdictLines(
  scenario: string,
  verdicts: readonly RegimeVerdict[],
  width: number,
  max: number,
): string[] {
  const ordered = worstFirst(verdicts);
  if (ordered.length === 1) return wrapIndented(`${scenario}: ${ordered[0].sentence}`, width, "");
  const lines = wrapIndented(regimeHeading(scenario, ordered), width, "");
  for (const { sentence } of worstOf(ordered, max)) lines.push(...wrapIndented(sentence, width, "  "));
  return lines;
}

/**
 * Says how the organisations of each type stand, with their demand over places; nothing where there are
 * none.
 */
export function typesText(verdicts: readonly TypeVerdict[]): string[] {
  const regimes = WORST_FIRST.flatMap((regime) => {
    const types = verdicts.filter((verdict) => verdict.regime === regime);
    if (types.length === 0) return [];
    const named = types.map(
      ({ type, load }) =>
        TYPE_WORDS[type].adjective + (load === null ? "" : ` (${Math.round(load * 100)} %)`),
    );
    return [`${REGIME_WORDS[regime]} ${named.join(", ")}`];
  });
  return regimes.length === 0 ? [] : [`organisations: ${regimes.join("; ")}.`];
}

/** Says it in lines of the screen. */
export function typeLines(verdicts: readonly TypeVerdict[], width: number): string[] {
  return typesText(verdicts).flatMap((text) => wrapIndented(text, width, "  "));
}
