import { metricWords } from "../../../sim/measures/describe-metric.ts";
import { boundedShares } from "../../../sim/sensitivity/variance.ts";
import { SENSITIVITY, VARIANCE_SHARES } from "../../../sim/tables/sensitivity.ts";
import { briefMeaning } from "../../../sim/words/brief-meaning.ts";
import { listText } from "../../../sim/words/lists.ts";
import { wholePercentText } from "../../../sim/words/numbers.ts";
import { uncapitalised } from "../../../sim/words/sentences.ts";
import type { ReportInput } from "./report-input.ts";
import { rowsWith } from "./table-rows.ts";

/** Parameters that a sentence names. */
const NAMED = 5;
/** How a sentence about one, about as many as it names, and about another number of them begins. */
const CARRY: Readonly<Record<number, string>> = {
  0: "These numbers carry the result",
  1: "This number carries the result",
  [NAMED]: "These five numbers carry the result",
};
const WANTED = "people.reached_3";

/** Which parameters carry a result. */
export interface Carriers {
  /** Says which, of what result, and how much of the variance rests on what. */
  readonly sentence: string;
  /** The first part of it, for a screen. */
  readonly short: string;
  /** Says in brief on which two the result hangs most, and what the variance rests on. */
  readonly brief: string;
  /** Paths of those parameters, the first carries the most. */
  readonly paths: readonly string[];
}

/**
 * Says which parameters carry a result, from the tables of a sensitivity analysis: what a scenario comes to,
 * or how two differ. Undefined where it has no such result.
 */
export function carriedBy(
  tables: ReportInput["tables"],
  of: "scenario" | "difference",
  wordsOf: (path: string) => string = (path) => path,
): Carriers | undefined {
  const isDifference = of === "difference";
  const all = rowsWith(tables.get(SENSITIVITY.name)).filter(({ base }) => (base !== "") === isDifference);
  const first = all.find(({ metric }) => metric === WANTED) ?? all[0];
  if (first === undefined) return undefined;
  const number = (cell: unknown): number => (typeof cell === "number" ? cell : 0);
  const ranked = (method: string) =>
    all
      .filter((row) => row.metric === first.metric && row.method === method)
      .toSorted((a, b) => number(b.estimate) - number(a.estimate))
      .slice(0, NAMED);
  const totals = ranked("total");
  const five =
    totals.length >= NAMED ? totals : ranked("mu_star").filter(({ verdict }) => verdict === "moves");
  if (five.length === 0) return undefined;
  const paths = five.map(({ parameter }) => String(parameter));
  const named = five.map(({ parameter, grade }) => `${wordsOf(String(parameter))} (${grade})`);
  const what = `${uncapitalised(metricWords(String(first.metric)))}${isDifference ? ", the difference" : ""}`;
  const carry = CARRY[five.length] ?? CARRY[0];
  const parted = partedText(tables, String(first.metric), isDifference);
  const [most, then] = paths.map((path) => briefMeaning(wordsOf(path)));
  return {
    sentence:
      `${carry} (${what})${five.length > 1 ? ", the first the most" : ""}: ` +
      `${named.some((name) => name.includes(",")) ? named.join("; ") : listText(named)}.${parted}`,
    brief: `The result (${what}) hangs most on ${most}${then === undefined ? "" : `, then on ${then}`}.${parted}`,
    short: `${carry}: ${listText(paths)}`,
    paths,
  };
}

/** Says of what the variance of a result is made; nothing where it was not parted. */
function partedText(tables: ReportInput["tables"], metric: string, isDifference: boolean): string {
  const shares = rowsWith(tables.get(VARIANCE_SHARES.name), { metric }).filter(
    ({ base }) => (base !== "") === isDifference,
  );
  const shareOf = (part: string): number | undefined => {
    const share = shares.find((row) => row.part === part)?.share;
    return typeof share === "number" ? share : undefined;
  };
  const [parameters, chance] = [shareOf("parameters"), shareOf("chance")];
  if (parameters === undefined || chance === undefined) return "";
  const grades = ["A", "B", "C"].map((grade) => shareOf(`grade ${grade}`) ?? 0);
  const [, , ofC] = boundedShares(grades, parameters);
  return (
    ` Of the variance ${wholePercentText(ofC)} rests on assumptions (grade C), ` +
    `${wholePercentText(Math.min(1, Math.max(0, chance)))} is chance.`
  );
}
