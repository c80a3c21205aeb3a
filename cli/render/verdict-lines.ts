import type { Regime, RegimeVerdict } from "../../sim/measures/verdict.ts";
import { countText } from "./number-text.ts";
import { wrapIndented } from "./text-table.ts";

const WORST_FIRST: readonly Regime[] = ["overloaded", "shocked", "filling", "stable"];

/** Says whether each pool of a scenario keeps up: the count of each regime, then the pools that need attention, worst first and at most some. */
export function verdictLines(
  scenario: string,
  verdicts: readonly RegimeVerdict[],
  width: number,
  most: number,
): string[] {
  const ordered = [...verdicts].sort(
    (a, b) =>
      WORST_FIRST.indexOf(a.regime) - WORST_FIRST.indexOf(b.regime) ||
      (b.load ?? -1) - (a.load ?? -1) ||
      (a.pool < b.pool ? -1 : 1),
  );
  if (ordered.length === 0) return [`${scenario}: no practice has a link worker.`];
  if (ordered.length === 1) return wrapIndented(`${scenario}: ${ordered[0].sentence}`, width, "");
  const counts = WORST_FIRST.flatMap((regime) => {
    const count = ordered.filter((verdict) => verdict.regime === regime).length;
    return count === 0 ? [] : [`${count} ${regime}`];
  });
  const lines = [`${scenario}: ${countText(ordered.length, "waiting list")}, ${counts.join(", ")}.`];
  const troubled = ordered.filter(({ regime }) => regime !== "stable");
  const shown = troubled.length === 0 ? ordered.slice(0, 1) : troubled.slice(0, most);
  for (const { sentence } of shown) lines.push(...wrapIndented(sentence, width, "  "));
  const others = troubled.length - shown.length;
  if (others > 0)
    lines.push(
      `  and ${others} more; every load is in the table summary: load.hours and load.places by pool.`,
    );
  return lines;
}
