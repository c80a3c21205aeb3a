import {
  REGIME_WORDS,
  type Regime,
  type RegimeVerdict,
  type TypeVerdict,
} from "../../sim/findings/regime.ts";
import { someText } from "../../sim/words/lists.ts";
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

/** Says how many pools of a scenario are in which regime, and which. */
export function regimeHeading(scenario: string, verdicts: readonly RegimeVerdict[]): string {
  return `${regimeCounts(scenario, verdicts, MAX_NAMES)}${decidingText(verdicts)}${verdicts.length === 0 ? "" : "."}`;
}

/** Says how many pools of a scenario are in which regime, and names at most so many of each. */
export function regimeCounts(scenario: string, verdicts: readonly RegimeVerdict[], maxNames: number): string {
  if (verdicts.length === 0) return `${scenario}: no practice has a link worker.`;
  const ordered = worstFirst(verdicts);
  const regimes = WORST_FIRST.flatMap((regime) => {
    const pools = ordered.filter((verdict) => verdict.regime === regime).map(({ pool }) => pool);
    if (pools.length === 0) return [];
    const isNamed = maxNames > 0 && regime !== "stable" && regime !== "undecided";
    return [`${pools.length} ${REGIME_WORDS[regime]}${isNamed ? ` (${someText(pools, maxNames)})` : ""}`];
  });
  return `${scenario}: ${countText(ordered.length, "waiting list")}, ${regimes.join(", ")}`;
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
 * Says whether each pool of a scenario keeps up: which are in which regime, then the worst of them in a
 * sentence each, at most some.
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
  const troubled = ordered.filter(({ regime }) => regime !== "stable" && regime !== "undecided");
  const shown = troubled.length === 0 ? ordered.slice(0, 1) : troubled.slice(0, max);
  for (const { sentence } of shown) lines.push(...wrapIndented(sentence, width, "  "));
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
