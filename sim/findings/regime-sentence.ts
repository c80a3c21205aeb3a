import type { Scenario } from "../scenario/schema.ts";
import { countText, numberText } from "../words/numbers.ts";
import type { RegimeVerdict } from "./regime.ts";

/** Whom a waiting list lost in the run, in people; null where it is not known. */
export interface Losses {
  readonly gaveUp: number | null;
  readonly declined: number | null;
  readonly keptBack: number | null;
  readonly turnedAway: number | null;
}

/** What a sentence says besides the verdict. */
export interface SentenceGrounds {
  readonly isGrowing: boolean;
  readonly losses: Losses;
  /** People on the list at the end. */
  readonly waiting: number;
  readonly scenario: Scenario;
}

/** Says in a sentence how a waiting list stands and what that rests on. */
export function regimeSentence(
  verdict: Omit<RegimeVerdict, "sentence">,
  { isGrowing, losses, waiting, scenario }: SentenceGrounds,
): string {
  const { pool, regime, load, binds, places, growth } = verdict;
  if (regime === "closed") return `${pool}: closed, no post is left, so nobody is referred.`;
  if (regime === "unknown" || load === null) {
    const left =
      waiting < 0.5 ? "" : `, and ${countText(Math.round(waiting), "person", "people")} wait at the end`;
    return `${pool}: not known whether it keeps up: nobody has a first contact in the last weeks${left}.`;
  }
  const percent = `${Math.round(load * 100)} %`;
  const bound = binds === "hours" ? "hours of casework" : "caseload places";
  const shock = verdict.isShocked ? "; the last dated change moved its load by more than 10 points" : "";
  const end = `${shock}${capRange(places, scenario)}.`;
  const grows = `list and caseload grow by ${(growth ?? 0).toFixed(1)} people a week`;
  switch (regime) {
    case "overloaded":
      return (
        `${pool}: overloaded, people who would come need ${percent} of the ${bound}; ` +
        `${isGrowing ? `${grows}, ${Math.round((growth ?? 0) * 52)} more in a year` : settling(losses)}${end}`
      );
    case "at its limit":
      return `${pool}: at its limit, people who would come need ${percent} of the ${bound}${end}`;
    case "filling":
      return `${pool}: filling, ${percent} of the ${bound} are asked for and ${grows}${end}`;
    case "stable":
      return `${pool}: stable, ${percent} of the ${bound} are asked for${end}`;
    case "undecided": {
      const isBelow = verdict.loadHigh !== null && verdict.loadHigh < 1;
      const between = isBelow ? "keeps up, undecided whether it fills" : "undecided";
      return `${pool}: ${between}, about ${percent} of the ${bound} are asked for; ${needed(verdict)}${end}`;
    }
  }
}

/** Says what keeps an overloaded list from growing, from the run's own counts, the largest first. */
function settling({ gaveUp, declined, keptBack, turnedAway }: Losses): string {
  const ways = [
    { count: declined ?? 0, text: "declined or never came" },
    { count: keptBack ?? 0, text: "were kept back by GPs" },
    { count: gaveUp ?? 0, text: "gave up waiting" },
    { count: turnedAway ?? 0, text: "were turned away" },
  ]
    .filter(({ count }) => count >= 0.5)
    .sort((a, b) => b.count - a.count)
    .map(({ count, text }) => `${numberText(count, 0)} ${text}`);
  return ways.length === 0
    ? "the list does not surely grow"
    : `the list settles as in the run ${ways.join(", ")}`;
}

function needed({ replicationsToDecide }: Pick<RegimeVerdict, "replicationsToDecide">): string {
  return replicationsToDecide === null
    ? "no number of replications would decide it"
    : `about ${countText(replicationsToDecide, "replication")} would decide it`;
}

function capRange(places: number | null, scenario: Scenario): string {
  const cap = scenario.link_workers.caseload_cap;
  if (places === null || cap === Infinity) return "";
  const at = (other: number): string => `${Math.round((places * cap * 100) / other)} %`;
  return ` (places: ${at(20)} at a cap of 20, ${at(60)} at 60)`;
}
