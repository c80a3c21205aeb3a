import { capitalised } from "../../../sim/words/sentences.ts";
import { spreadsheetLines } from "../../screen/spreadsheet-lines.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import type { ReportInput } from "../input/report-input.ts";
import { heading, list, paragraph, type Section, type Sentence } from "../page/content.ts";
import { peopleText, unseenText } from "../sentences/people-sentences.ts";
import {
  costText,
  networkingText,
  organisationsText,
  postsText,
  spreadsheetText,
} from "../sentences/service-sentences.ts";
import { crisisText, waitText } from "../sentences/waiting-sentences.ts";
import { aroundBlocks } from "./around-table.ts";
import { numbersTable } from "./numbers-table.ts";

/** Answers what a board asks, in sentences, then in one table side by side. */
export function answerSection({ mains, tables }: ReportInput): Section {
  const each = (say: (run: SummaryInput) => string | undefined): Sentence[] =>
    mains.flatMap((run) => {
      const text = say(run);
      return text === undefined
        ? []
        : [mains.length === 1 ? capitalised(text) : { about: run.plan.scenario, text }];
    });
  const retention = tables.get("retention");
  return {
    id: "answers",
    heading: "The answers",
    blocks: [
      paragraph(
        "Figures in brackets are 95 % intervals of the mean: chance alone, not what nobody knows. Both are " +
          "explained under “What is not known”.",
      ),
      ...aroundBlocks(mains),
      heading("How many people are helped?"),
      ...list(each((run) => peopleText(run, retention))),
      ...list(each((run) => unseenText(run, retention))),
      heading("How long do they wait?"),
      ...list(each(waitText)),
      ...list(each(crisisText)),
      heading("What does each post carry?"),
      ...list(each(postsText)),
      ...list(each(networkingText)),
      heading("Can community organisations take them?"),
      ...list(each(organisationsText)),
      heading("What does it cost?"),
      ...list(each(costText)),
      heading("What would a linear spreadsheet say?"),
      ...list([...each(spreadsheetText), ...spreadsheetLines(mains)]),
      heading("Side by side"),
      numbersTable(mains),
    ],
  };
}
