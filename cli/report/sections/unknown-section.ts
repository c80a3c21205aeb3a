import type { ReportInput } from "../input/report-input.ts";
import { list, paragraph, type Section } from "../page/content.ts";
import { weakestSentence } from "./assumption-blocks.ts";
import { variantTable } from "./variant-table.ts";

/** Says what the numbers do not know and what they must not be read as. */
export function unknownSection(input: ReportInput): Section {
  return {
    id: "unknown",
    heading: "What is not known",
    blocks: [
      paragraph("Three kinds of doubt, each under a word of its own and never mixed:"),
      ...list([
        {
          about: "Interval",
          text:
            "of a mean, in brackets or behind ±. Simulated again with another random seed the mean comes " +
            "out within it nineteen times in twenty; more replications make it narrower.",
        },
        {
          about: "Spread",
          text:
            "where nine of ten replications lie, the light bands of figures: what one service may meet by " +
            "chance, even if every number of the scenario were true.",
        },
        {
          about: "Range",
          text:
            "where a mean lies in nine of ten sets of numbers that fit the published figures: what nobody " +
            "has measured. It is shown where an ensemble was given (--ensemble); no interval holds it.",
        },
      ]),
      paragraph(weakestSentence(input)),
      ...variantTable(input.runs),
      ...list([
        "People seen is not health gained. By default nobody's health changes by a contact, as the one " +
          "trial found no difference; who comes back is already better placed than who does not.",
        "Falling referrals are not falling need. Where there is no link worker, GPs refer to nobody, " +
          "and those who would have been referred stand in no waiting list and no average.",
        "A shorter average wait is no gain where fewer people are in it. Read people first.",
        "Not modelled: GP appointments saved, hospital admissions, prescriptions, welfare gains, " +
          "deaths, carers, what people do who are turned away, and costs of anybody but the programme.",
        "Posts, lists and organisations are those of the scenario. It is a what-if, not a forecast.",
      ]),
    ],
  };
}
