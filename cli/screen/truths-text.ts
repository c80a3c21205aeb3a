import type { TriedTruth } from "../../sim/calibration/hidden-truth.ts";
import { quantile } from "../../sim/stats/quantile.ts";
import { uniformityChance } from "../../sim/stats/uniformity.ts";
import { wrap } from "../../sim/words/lines.ts";
import { countText } from "../../sim/words/numbers.ts";
import { messages } from "../messages/index.ts";

const WIDTH = 100;

/** What is told of a calibration that was tried on hidden truths. */
export interface TruthsShown {
  readonly scenario: string;
  readonly seed: string;
  /** Paths of what was hidden, in the order of `standing`. */
  readonly parameters: readonly string[];
  readonly tried: readonly TriedTruth[];
}

/** Says how many hidden truths a calibration kept, and how much of the space it left. */
export function truthsText({ scenario, seed, parameters, tried }: TruthsShown): string {
  const out = tried.filter(({ isRuledOut }) => isRuledOut);
  const missed = tried.filter(({ isMet, isRuledOut }) => !isMet && !isRuledOut);
  const kept = tried.length - out.length - missed.length;
  const middle = quantile(
    tried.map(({ left }) => left),
    0.5,
  );
  const text =
    `${scenario}, seed ${seed}: ${kept} of ${countText(tried.length, "hidden truth")} are in: not ruled out, and ` +
    `meeting their own bands when simulated again. Ruled out: ${out.length}; not ruled out, but outside a band ` +
    `by chance: ${missed.length}. Median share of the space that is left: ${messages.leftText(middle ?? 1)}.`;
  return `${wrap(text + standingText(parameters, tried), WIDTH).join("\n")}\n`;
}

/** Says how evenly the truths stand among their members; nothing where no members were drawn. */
function standingText(parameters: readonly string[], tried: readonly TriedTruth[]): string {
  const standings = tried.flatMap(({ standing }) => (standing === null ? [] : [standing]));
  if (standings.length === 0) return "";
  const chances = parameters.map((path, i) => ({
    path,
    chance: uniformityChance(standings.map((of) => of[i])),
  }));
  const least = chances.reduce((one, other) => (other.chance < one.chance ? other : one));
  return messages.truthsStand(standings.length, parameters.length, least) + bruteForceText(tried);
}

/** Says how much more space is left, over all truths, than there would be if each point were simulated. */
function bruteForceText(tried: readonly TriedTruth[]): string {
  let [points, left, byBruteForce] = [0, 0, 0];
  for (const { left: ofTruth, candidates } of tried) {
    if (candidates === null || candidates.simulated === 0) continue;
    points += candidates.simulated;
    left += ofTruth;
    byBruteForce += (ofTruth * candidates.stay) / candidates.simulated;
  }
  return messages.overBruteForce(points, left / byBruteForce);
}

/** Returns the same for machines. */
export function truthsJson({ scenario, seed, tried }: TruthsShown): string {
  const truths = tried.map(({ isRuledOut, isMet, ...of }) => ({
    ...of,
    ruled_out: isRuledOut,
    meets: isMet,
  }));
  return `${JSON.stringify({ scenario, seed, truths }, null, 1)}\n`;
}
