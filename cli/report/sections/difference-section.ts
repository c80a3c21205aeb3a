import { differenceInterval, meanOf } from "../../../sim/findings/estimates.ts";
import { chanceOf, FEWEST_PAIRS } from "../../../sim/findings/side-of-zero.ts";
import { numberText } from "../../../sim/words/numbers.ts";
import { labelOf } from "../../screen/metric-labels.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import { of, type SummaryNumber, share, weeks } from "../../screen/summary-number.ts";
import { comparable } from "../../screen/unlike-text.ts";
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
const COMPARED: readonly SummaryNumber[] = [
  of("people.referred", 0, "people"),
  of("people.engaged", 0, "people"),
  of("people.reached_3", 0, "people"),
  share("finished.share"),
  of("requests.usual_care", 0),
  of("waiting_list.end", 0, "people"),
  weeks("wait.first_contact.p50"),
  weeks("wait.first_contact.p90"),
  of("caseload.mean", 1),
  of("hours.networking", 0),
  of("organisations.closed", 1),
  of("cost.posts", 0, "GBP"),
];

/** Says what is different from the base; nothing where no other scenario simulates the same time. */
export function differenceSection({ mains }: ReportInput): Section[] {
  const [base, ...others] = comparable(mains);
  if (others.length === 0) return [];
  return [
    {
      id: "differences",
      heading: `What is different from ${base.plan.scenario}`,
      blocks: [
        paragraph(
          "The scenarios share their people and their random numbers, replication by replication, so " +
            "these differences are surer than two intervals side by side. “Beyond chance” means that the " +
            "95 % interval of the difference leaves out 0; with so many rows one in twenty does so by " +
            `chance alone. Fewer than ${FEWEST_PAIRS.likely} pairs of replications tell nothing of chance.`,
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
    text:
      `referred, ${people("people.referred")}; reaching three contacts, ${people("people.reached_3")}; ` +
      `share that finishes, ${finished}; on the waiting lists at the end, ${waiting}.`,
  };
}

function differenceTable(base: SummaryInput, other: SummaryInput): TableBlock {
  const rows = COMPARED.flatMap((number): ReportCell[][] => {
    const { terms, decimals } = number;
    const [[metric, factor]] = terms;
    const difference = differenceInterval(base, other, metric);
    const [before, after] = [meanOf(base, metric), meanOf(other, metric)];
    if (difference.mean === null || (before === 0 && after === 0)) return [];
    const cell = (value: number | null): ReportCell => {
      const shown = value === null ? null : value * factor;
      return { value: shown, text: numberText(shown, decimals) };
    };
    const words = {
      beyond: "beyond chance",
      within: "within chance",
      untold: "too few pairs",
      rare: "too rare to say",
    };
    return [
      [
        labelOf(number),
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
    caption:
      `${other.plan.scenario} minus ${base.plan.scenario}, with the 95 % interval of the paired ` +
      "difference",
    heads: ["What", base.plan.scenario, other.plan.scenario, "Difference", "From", "To", "Against chance"],
    rows,
    fold: `Each difference with its interval (${rows.length} rows)`,
  };
}
