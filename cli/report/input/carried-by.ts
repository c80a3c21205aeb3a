import { metricWords } from "../../../sim/measures/describe-metric.ts";
import { boundedShares } from "../../../sim/sensitivity/variance.ts";
import { SENSITIVITY, VARIANCE_SHARES } from "../../../sim/tables/sensitivity.ts";
import { listText } from "../../../sim/words/lists.ts";
import { wholePercentText } from "../../../sim/words/numbers.ts";
import { uncapitalised } from "../../../sim/words/sentences.ts";
import type { ReportInput } from "./report-input.ts";
import { rowsWith } from "./table-rows.ts";

/** Parameters that a sentence names. */
const NAMED = 5;
const WANTED = "people.reached_3";

/**
 * Says which parameters carry a result, from the tables of a sensitivity analysis: of two scenarios the
 * difference. Undefined where it has no result.
 */
export function carriedBy(tables: ReportInput["tables"]): string | undefined {
  const all = rowsWith(tables.get(SENSITIVITY.name));
  const first = all.find(({ metric }) => metric === WANTED) ?? all[0];
  if (first === undefined) return undefined;
  const ofMetric = all.filter(({ metric }) => metric === first.metric);
  const isDifference = ofMetric.some(({ base }) => base !== "");
  const rows = ofMetric.filter(({ base }) => (base !== "") === isDifference);
  const number = (cell: unknown): number => (typeof cell === "number" ? cell : 0);
  const ranked = (method: string) =>
    rows
      .filter((row) => row.method === method)
      .toSorted((a, b) => number(b.estimate) - number(a.estimate))
      .slice(0, NAMED);
  const totals = ranked("total");
  const five =
    totals.length >= NAMED ? totals : ranked("mu_star").filter(({ verdict }) => verdict !== "inert");
  if (five.length === 0) return undefined;
  const named = five.map(({ parameter, grade }) => `${parameter} (${grade})`);
  const what = `${uncapitalised(metricWords(String(first.metric)))}${isDifference ? ", the difference" : ""}`;
  const shares = rowsWith(tables.get(VARIANCE_SHARES.name), { metric: first.metric }).filter(
    ({ base }) => (base !== "") === isDifference,
  );
  const shareOf = (part: string): number | undefined => {
    const share = shares.find((row) => row.part === part)?.share;
    return typeof share === "number" ? share : undefined;
  };
  const [parameters, chance] = [shareOf("parameters"), shareOf("chance")];
  const grades = ["A", "B", "C"].map((grade) => shareOf(`grade ${grade}`) ?? 0);
  const [, , ofC] = boundedShares(grades, parameters ?? 0);
  const parted =
    parameters === undefined || chance === undefined
      ? ""
      : ` Of the variance ${wholePercentText(ofC)} rests on assumptions (grade C), ${wholePercentText(Math.min(1, Math.max(0, chance)))} is chance.`;
  const count = five.length === NAMED ? "These five numbers" : "These numbers";
  return `${count} carry the result (${what}), the first the most: ${listText(named)}.${parted}`;
}
