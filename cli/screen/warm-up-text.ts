import type { StartOfWeekly } from "../../sim/findings/start-of-run.ts";
import { wrap } from "../../sim/words/lines.ts";
import { countText, numberText, signedText } from "../../sim/words/numbers.ts";
import { seriesWords } from "./series-words.ts";
import { columnsText } from "./text-table.ts";

const WIDTH = 100;
/** Characters of a drawn series. */
const DRAWN = 40;
const LEVELS = "▁▂▃▄▅▆▇█";

/** What is known of the start of a scenario that was simulated undisturbed from its first day. */
export interface WarmUpFindings {
  readonly scenario: string;
  readonly seed: string;
  readonly replications: number;
  readonly weeks: number;
  /** Weeks of warm-up that the scenario states. */
  readonly warmUpWeeks: number;
  readonly starts: readonly StartOfWeekly[];
}

/** Gives the weeks of warm-up that do: the most that a moving series leaves out; null if one has no end. */
export function weeksThatDo({ starts }: Pick<WarmUpFindings, "starts">): number | null {
  const moving = starts.filter(({ isMoving }) => isMoving);
  if (moving.some(({ isFound }) => !isFound)) return null;
  return Math.max(0, ...moving.map(({ leftOut }) => leftOut));
}

/** Draws each series from the first day and says where MSER-5 ends its start. */
export function warmUpText(findings: WarmUpFindings): string {
  const { scenario, seed, replications, weeks, warmUpWeeks, starts } = findings;
  const rows = starts.map((start) => {
    const { means, leftOut, isFound, difference, isMoving } = start;
    return [
      seriesWords(start),
      drawn(means, warmUpWeeks),
      isFound ? countText(leftOut, "week") : "no end found",
      difference.mean === null || leftOut === 0 ? "" : `${signedText(100 * difference.mean, 0)} %`,
      isMoving ? "moves" : "",
    ];
  });
  const head = ["", "From the first day; | ends the warm-up", "MSER-5 leaves out", "Differs by", ""];
  const intro =
    `${scenario} simulated undisturbed for ${countText(weeks, "week")} from the first day of its ` +
    "warm-up, without " +
    `dated changes and drift of income: means of ${countText(replications, "replication")} with ` +
    `seed ${seed}.`;
  return `${wrap(intro, WIDTH).join("\n")}\n\n${columnsText([head, ...rows], [3])}\n${wrap(
    verdict(findings),
    WIDTH,
  ).join("\n")}\n`;
}

function verdict(findings: WarmUpFindings): string {
  const { warmUpWeeks, starts } = findings;
  const states = warmUpWeeks === 0 ? "It has no warm-up" : `Its warm-up is ${countText(warmUpWeeks, "week")}`;
  if (starts.length === 0) return "The run is too short to tell: take a longer horizon.";
  const least = weeksThatDo(findings);
  if (least === null)
    return (
      `${states}; some series have not come to rest in ${countText(Math.floor(findings.weeks / 2), "week")}, ` +
      "half of the time simulated. Take a longer horizon, or look for what drives them."
    );
  if (least === 0) return `${states}; no series moves at its start.`;
  return warmUpWeeks >= least
    ? `${states}; ${countText(least, "week")} would do.`
    : `${states}; the start is still moving then: take warm_up: ${numberText(least, 0)} weeks.`;
}

/** Draws a series in a line of characters, each the mean of some weeks, with a bar where the warm-up ends. */
function drawn(means: readonly number[], warmUpWeeks: number): string {
  const each = Math.ceil(means.length / DRAWN);
  const parts = Array.from({ length: Math.ceil(means.length / each) }, (_, n) => {
    const part = means.slice(n * each, (n + 1) * each);
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
  const most = Math.max(...parts);
  const bars = parts.map((part) => LEVELS[most > 0 ? Math.round((part / most) * (LEVELS.length - 1)) : 0]);
  const end = Math.round(warmUpWeeks / each);
  return warmUpWeeks === 0 ? bars.join("") : [...bars.slice(0, end), "|", ...bars.slice(end)].join("");
}
