import type { ScenarioResults } from "../measures/scenario-results.ts";
import { jackknifeValues } from "../stats/jackknife-values.ts";
import { replicationInterval } from "../stats/replication-interval.ts";
import { moneyText } from "../words/rounded.ts";
import { type BoardLine, type BoardNumber, boardDifference, boardLine } from "./board.ts";
import { sumsOf } from "./estimates.ts";

const COST = boardLine("cost.total");
const REACHED = boardLine("people.reached_3");

/** What is saved for each person fewer who reaches three contacts, or spent for each person more, in GBP. */
export interface PoundsAPerson extends BoardNumber {
  readonly mean: number;
  readonly way: "saved" | "spent";
}

/**
 * Gives the pounds for which another world has one person fewer or more than the base who reaches three
 * contacts: the difference of cost over that of people, a ratio of sums over replications (jackknife). Null
 * where either may be chance, or where more people cost less: there is no price then.
 */
export function poundsAPerson(base: ScenarioResults, other: ScenarioResults): PoundsAPerson | null {
  const differences = [COST, REACHED].map((line) => boardDifference(base, other, line));
  if (differences.some(({ surety }) => surety !== "surely" && surety !== "likely")) return null;
  const [cost, people] = differences.map(({ mean }) => mean ?? 0);
  if (!(cost * people > 0)) return null;
  const [pounds, persons] = [COST, REACHED].map((line) => {
    const [before, after] = [base, other].map((run) => valuesOf(run, line));
    return after.map((value, r) => value - before[r]);
  });
  const { ciLow, ciHigh } = replicationInterval(
    jackknifeValues([pounds, persons], ([above, below]) => above / below),
  );
  return { mean: cost / people, low: ciLow, high: ciHigh, way: cost < 0 ? "saved" : "spent" };
}

const valuesOf = (run: ScenarioResults, { metric }: BoardLine): readonly number[] =>
  sumsOf(run, { terms: [[metric, 1]] });

/** Names it: "Saved for each person fewer who reaches three contacts". */
export const poundsLabel = ({ way }: PoundsAPerson): string =>
  way === "saved"
    ? "Saved for each person fewer who reaches three contacts"
    : "Spent for each person more who reaches three contacts";

/** Writes it with its interval: "GBP 940 (890 to 1,000)". */
export function poundsText({ mean, low, high }: BoardNumber): string {
  if (mean === null) return "";
  const [from, to] = [low, high].map((bound) =>
    bound === null ? "" : moneyText(bound).slice("GBP ".length),
  );
  return `${moneyText(mean)}${from === "" || to === "" || from === to ? "" : ` (${from} to ${to})`}`;
}
