import { differenceInterval, sumInterval } from "../../../sim/findings/estimates.ts";
import { groupMean } from "../../../sim/findings/known-mean.ts";
import { chanceOf, sideOfZero } from "../../../sim/findings/side-of-zero.ts";
import type { Scenario } from "../../../sim/scenario/schema.ts";
import type { MeanInterval } from "../../../sim/stats/mean-interval.ts";
import { dateText } from "../../../sim/words/dates.ts";
import { numberText } from "../../../sim/words/numbers.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import { comparable } from "../../screen/unlike-text.ts";
import type { ReportInput } from "../input/report-input.ts";
import {
  type Block,
  heading,
  paragraph,
  type ReportCell,
  type Section,
  type Sentence,
  type TableBlock,
} from "../page/content.ts";
import { estimateText } from "../sentences/interval-words.ts";
import { monthBlocks } from "./month-blocks.ts";

/**
 * Tells what a cut of posts or of organisations' places leaves behind: who was open with a post that ended,
 * how many places are left, which practices lose, how the months after go; nothing without a cut.
 */
export function cutSection(input: ReportInput): Section[] {
  const cuts = input.mains.filter((run) => cutDate(input, run) !== undefined);
  if (cuts.length === 0) return [];
  const base = input.mains.find((run) => cutDate(input, run) === undefined);
  return [
    {
      id: "cut",
      heading: "What the cut leaves behind",
      blocks: [
        ...cuts.map((run) => paragraph(cutSentence(input, run))),
        ...(base === undefined ? [] : lossBlocks(base, cuts)),
        heading("Month by month"),
        ...cuts.flatMap((run) => monthBlocks(input, run, String(cutDate(input, run)))),
      ],
    },
  ];
}

type Kind = Scenario["timeline"][number]["kind"];

const OF_POSTS: readonly Kind[] = ["posts_cut"];
const OF_PLACES: readonly Kind[] = ["funding_cut", "statutory_withdrawal", "closure"];

/**
 * Gives the day of the first cut of posts or places that a scenario has; someone's leave of absence, a post
 * that moves and the like are none.
 */
function cutDate(
  { scenarioOf }: Pick<ReportInput, "scenarioOf">,
  { plan }: Pick<SummaryInput, "plan">,
  kinds: readonly Kind[] = [...OF_POSTS, ...OF_PLACES],
): string | undefined {
  const dates = scenarioOf(plan.scenario).scenario.timeline.flatMap(({ kind, date }) =>
    kinds.includes(kind) ? [date] : [],
  );
  return dates.sort()[0];
}

/** Says what a cut of posts, of places, or of both leaves. */
export function cutSentence(input: Pick<ReportInput, "scenarioOf">, run: SummaryInput): Sentence {
  const [posts, places] = [OF_POSTS, OF_PLACES].map((kinds) => cutDate(input, run, kinds));
  const told = [
    ...(posts === undefined ? [] : [closingText(run, posts)]),
    ...(places === undefined ? [] : [placesText(run, places)]),
  ];
  return { about: run.plan.scenario, text: told.join(" ") };
}

/** Says how many places organisations have left at the end, and how many of them closed. */
function placesText(run: SummaryInput, date: string): string {
  const of = (metric: string): string => estimateText(sumInterval(run, { terms: [[metric, 1]] }));
  return (
    `organisations are cut from ${dateText(date)}: they have ${of("organisations.places")} places at the ` +
    `end, and ${of("organisations.closed")} of ${of("organisations.count")} close during the run.`
  );
}

/** Says who was open with a post on the day that it ended. */
export function closingText(run: SummaryInput, date: string): string {
  const list = sumInterval(run, { terms: [["closing_list", 1]] });
  const end = sumInterval(run, { terms: [["posts.end", 1]] });
  return (
    `the cut begins on ${dateText(date)}, and ${estimateText(end)} posts are left at the end. ` +
    `${estimateText(list)} people were open with a post on the day that it ended: the closing list, ` +
    "each of whom needs somebody to take them on or to tell them."
  );
}

/** Tells which practices lose against a base; nothing where it simulates another time than every cut. */
function lossBlocks(base: SummaryInput, cuts: readonly SummaryInput[]): Block[] {
  const [, ...alike] = comparable([base, ...cuts]);
  return alike.length === 0 ? [] : [heading("Which practices lose"), ...practiceBlocks(base, alike)];
}

function practiceBlocks(base: SummaryInput, cuts: readonly SummaryInput[]): Block[] {
  const practices = base.plan.metrics.flatMap(({ metric, groupBy, group }) =>
    metric === "people.reached_3" && groupBy === "practice" ? [group] : [],
  );
  const lossOf = (run: SummaryInput, practice: string): MeanInterval =>
    differenceInterval(base, run, "people.reached_3", { groupBy: "practice", group: practice });
  const told = cuts.map((run): Sentence => {
    const losing = practices
      .map((practice) => ({ practice, loss: lossOf(run, practice) }))
      .filter(({ loss }) => chanceOf(loss) === "beyond" && sideOfZero(loss) < 0);
    const closed = run.verdicts.filter(({ regime }) => regime === "closed").length;
    const worst = losing.toSorted((a, b) => (a.loss.mean ?? 0) - (b.loss.mean ?? 0)).slice(0, 5);
    const named = worst.map(
      ({ practice, loss }) => `${practice} (${numberText(-(loss.mean ?? 0), 0)} fewer)`,
    );
    return {
      about: run.plan.scenario,
      text:
        `${closed} waiting lists are left without a post. In ${losing.length} of ${practices.length} ` +
        "practices fewer people reach three contacts, beyond " +
        `chance${named.length === 0 ? "" : `; most in ${named.join(", ")}`}.`,
    };
  });
  return [...told.map((text) => paragraph(text)), practiceTable(base, cuts, practices)];
}

function practiceTable(
  base: SummaryInput,
  cuts: readonly SummaryInput[],
  practices: readonly string[],
): TableBlock {
  const of = (run: SummaryInput, practice: string, metric: string): ReportCell => {
    const mean = groupMean(run, metric, "practice", practice);
    return { value: mean, text: numberText(mean, 0) };
  };
  const runs = [base, ...cuts];
  return {
    kind: "table",
    name: "practices",
    caption:
      "People of each practice who are referred and who reach three contacts, allocations side by side",
    heads: [
      "Practice",
      ...runs.map(({ plan }) => `Referred, ${plan.scenario}`),
      ...runs.map(({ plan }) => `Three contacts, ${plan.scenario}`),
    ],
    rows: practices.map((practice) => [
      practice,
      ...runs.map((run) => of(run, practice, "people.referred")),
      ...runs.map((run) => of(run, practice, "people.reached_3")),
    ]),
    fold: `All ${practices.length} practices, allocations side by side`,
  };
}
