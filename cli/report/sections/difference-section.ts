import { differenceInterval, meanOf } from "../../../sim/findings/estimates.ts";
import { chanceOf } from "../../../sim/findings/side-of-zero.ts";
import { numberText } from "../../../sim/words/numbers.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import { DAYS_TO_WEEKS } from "../../screen/summary-rows.ts";
import type { ReportInput } from "../input/report-input.ts";
import {
  list,
  paragraph,
  type ReportCell,
  type Section,
  type Sentence,
  type TableBlock,
} from "../page/content.ts";
import { changeText } from "../sentences/interval-words.ts";

/** What is compared with the base, in the reader's units. */
const COMPARED = [
  { metric: "people.referred", text: "People referred", factor: 1, decimals: 0 },
  { metric: "people.engaged", text: "People seen at least once", factor: 1, decimals: 0 },
  { metric: "people.reached_3", text: "People reaching three contacts", factor: 1, decimals: 0 },
  { metric: "finished.share", text: "Share that finishes, points", factor: 100, decimals: 1 },
  { metric: "requests.usual_care", text: "Requests where there is no post", factor: 1, decimals: 0 },
  { metric: "waiting_list.end", text: "People waiting at the end", factor: 1, decimals: 0 },
  { metric: "wait.first_contact.p50", text: "Weeks until half are seen", factor: DAYS_TO_WEEKS, decimals: 1 },
  { metric: "wait.first_contact.p90", text: "Weeks until 90 % are seen", factor: DAYS_TO_WEEKS, decimals: 1 },
  { metric: "caseload.mean", text: "Open cases of a post", factor: 1, decimals: 1 },
  { metric: "hours.networking", text: "Hours of networking", factor: 1, decimals: 0 },
  { metric: "organisations.closed", text: "Organisations closed", factor: 1, decimals: 1 },
  { metric: "cost.posts", text: "Cost of the posts, GBP", factor: 1, decimals: 0 },
] as const;

/** Says what is different from the base; nothing where there is one scenario. */
export function differenceSection({ mains }: ReportInput): Section[] {
  const [base, ...others] = mains;
  if (others.length === 0) return [];
  return [
    {
      id: "differences",
      heading: `What is different from ${base.plan.scenario}`,
      blocks: [
        paragraph(
          "The scenarios share their people and their random numbers, replication by replication, so these differences are surer than two intervals side by side. “Beyond chance” means that the 95 % interval of the difference leaves out 0; with so many rows one in twenty does so by chance alone.",
        ),
        ...list(others.map((other) => differenceSentence(base, other))),
        ...others.map((other) => differenceTable(base, other)),
      ],
    },
  ];
}

/** Says what a scenario changes for people against the base, people first. */
export function differenceSentence(base: SummaryInput, other: SummaryInput): Sentence {
  const of = (metric: string) => differenceInterval(base, other, metric);
  const people = (metric: string): string =>
    changeText(of(metric), { more: "more people", fewer: "fewer people" });
  const finished = changeText(of("finished.share"), { more: "points more", fewer: "points less" }, 1, 100);
  const waiting = changeText(of("waiting_list.end"), { more: "more people", fewer: "fewer people" });
  return {
    about: `${other.plan.scenario} against ${base.plan.scenario}`,
    text: `referred, ${people("people.referred")}; reaching three contacts, ${people("people.reached_3")}; share that finishes, ${finished}; on the waiting lists at the end, ${waiting}.`,
  };
}

function differenceTable(base: SummaryInput, other: SummaryInput): TableBlock {
  const rows = COMPARED.flatMap(({ metric, text, factor, decimals }): ReportCell[][] => {
    const difference = differenceInterval(base, other, metric);
    const [before, after] = [meanOf(base, metric), meanOf(other, metric)];
    if (difference.mean === null || (before === 0 && after === 0)) return [];
    const cell = (value: number | null): ReportCell => {
      const shown = value === null ? null : value * factor;
      return { value: shown, text: numberText(shown, decimals) };
    };
    const words = { beyond: "beyond chance", within: "within chance", untold: "one replication" };
    return [
      [
        text,
        cell(before),
        cell(after),
        cell(difference.mean),
        cell(difference.ciLow),
        cell(difference.ciHigh),
        words[chanceOf(difference)],
      ],
    ];
  });
  return {
    kind: "table",
    name: `difference-${other.plan.scenario}`,
    caption: `${other.plan.scenario} minus ${base.plan.scenario}, with the 95 % interval of the paired difference`,
    heads: ["What", base.plan.scenario, other.plan.scenario, "Difference", "From", "To", "Against chance"],
    rows,
  };
}
