import { sumInterval } from "../../../sim/findings/estimates.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import { DAYS_TO_WEEKS } from "../../screen/summary-number.ts";
import { estimateText } from "./interval-words.ts";

/** Says how long people wait for the first contact, and how many still wait. */
export function waitText(run: SummaryInput): string {
  const weeks = (p: number): string =>
    estimateText(sumInterval(run, { terms: [[`wait.first_contact.p${p}`, 1]] }), 1, {
      factor: DAYS_TO_WEEKS,
    });
  const soon = estimateText(sumInterval(run, { terms: [["wait.first_contact.within_4_weeks", 1]] }), 0, {
    factor: 100,
    inside: [0, 1],
  });
  const end = estimateText(sumInterval(run, { terms: [["waiting_list.end", 1]] }));
  return (
    `of people who stay on the list, half are seen within ${weeks(50)} weeks of referral and nine in ` +
    `ten within ${weeks(90)} weeks. Of all who are referred, ${soon} % are seen within four weeks. ` +
    `When the run ends ${end} people are waiting.`
  );
}

/** Says how many of those referred in a crisis were unseen for over four weeks. */
export function crisisText(run: SummaryInput): string | undefined {
  const of = (metric: string) => sumInterval(run, { terms: [[metric, 1]], groupBy: "crisis", group: "yes" });
  const [late, referred] = [of("people.waiting_4_weeks"), of("people.referred")];
  if (late.mean === null || referred.mean === null) return undefined;
  return (
    `${estimateText(late)} of ${estimateText(referred)} people referred in a crisis waited for more ` +
    "than four weeks without being seen."
  );
}
