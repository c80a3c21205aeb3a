import { dayNumber } from "../../../sim/engine/civil-date.ts";
import { settledAfter } from "../../../sim/findings/settled-after.ts";
import { metricWords } from "../../../sim/measures/describe-metric.ts";
import { dateText } from "../../../sim/words/dates.ts";
import { numberText } from "../../../sim/words/numbers.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import type { ReportInput } from "../input/report-input.ts";
import { rowsWith } from "../input/table-rows.ts";
import { type Block, paragraph, type ReportCell } from "../page/content.ts";

const WEEKS = 4;
/** Stretches that are shown after a list has settled. */
const AFTERWARDS = 3;
const SHOWN = [
  { metric: "waiting_list.mean", decimals: 0 },
  { metric: "caseload.mean", decimals: 1 },
  { metric: "referrals.week", decimals: 0 },
  { metric: "contacts.week", decimals: 0 },
] as const;

/** Shows four weeks by four weeks what follows a date, and says when the waiting lists have settled. */
export function monthBlocks(
  { scenarioOf, tables }: ReportInput,
  { plan }: SummaryInput,
  date: string,
): Block[] {
  const { start } = scenarioOf(plan.scenario).scenario;
  const from = Math.floor((dayNumber(date) - dayNumber(start)) / 7);
  const stretches = SHOWN.map(({ metric }) => stretchesOf(tables, plan.scenario, metric, from));
  const count = Math.min(...stretches.map((values) => values.length));
  if (count < 3) return [];
  const settled = settledAfter(stretches[0].slice(1));
  const shown = settled === null ? count : Math.min(count, settled + 1 + AFTERWARDS);
  return [
    paragraph({
      about: plan.scenario,
      text:
        settled === null
          ? "the waiting lists have not settled when the run ends."
          : `the number waiting, ${numberText(stretches[0][0], 0)} before the change, ` +
            `${
              settled === 0
                ? "is at once near where it stays"
                : `stays near where it ends from about ${settled * WEEKS} weeks after it`
            }.`,
    }),
    {
      kind: "table",
      name: `months-${plan.scenario}`,
      caption:
        `${plan.scenario}, four weeks at a time from the four before ${dateText(date)}; until the ` +
        "waiting lists settle; means over replications",
      heads: ["Weeks since the change", ...SHOWN.map(({ metric }) => metricWords(metric))],
      rows: Array.from({ length: shown }, (_, n): ReportCell[] => [
        {
          value: (n - 1) * WEEKS,
          text: n === 0 ? "4 weeks before" : `${(n - 1) * WEEKS + 1} to ${n * WEEKS}`,
        },
        ...SHOWN.map(
          ({ decimals }, i): ReportCell => ({
            value: stretches[i][n],
            text: numberText(stretches[i][n], decimals),
          }),
        ),
      ]),
    },
  ];
}

/** Gives the means of a weekly number over stretches of weeks, the first of which lies before the change. */
function stretchesOf(
  tables: ReportInput["tables"],
  scenario: string,
  metric: string,
  from: number,
): readonly number[] {
  const weekly = rowsWith(tables.get("series"), { scenario, metric, group_by: "all" }).map(({ mean }) =>
    Number(mean),
  );
  const stretches: number[] = [];
  for (let week = Math.max(0, from - WEEKS); week + WEEKS <= weekly.length; week += WEEKS)
    stretches.push(weekly.slice(week, week + WEEKS).reduce((sum, value) => sum + value, 0) / WEEKS);
  return stretches;
}
