import { sumInterval } from "../../../sim/findings/estimates.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import { DAYS_TO_WEEKS } from "../../screen/summary-number.ts";
import { estimateText } from "./interval-words.ts";
import { isNobodyReferred } from "./people-sentences.ts";

/** Says how long people wait for the first contact, and how many still wait. */
export function waitText(run: SummaryInput): string {
  if (isNobodyReferred(run)) return "nobody is referred, so nobody waits.";
  const sentences = [stayingText(run), ...soonText(run), ...endText(run)];
  return sentences.join(" ");
}

/** Says within how many weeks half and nine in ten are seen of those who stay; or that too few ever are. */
function stayingText(run: SummaryInput): string {
  const waits = [50, 90].map((p) => sumInterval(run, { terms: [[`wait.first_contact.p${p}`, 1]] }));
  const [half, most] = waits.map((wait) => estimateText(wait, 1, { factor: DAYS_TO_WEEKS }));
  if (waits[0].mean === null)
    return "of people who stay on the list, fewer than half are seen before the run ends.";
  const nine = waits[1].mean === null ? "" : ` and nine in ten within ${most} weeks`;
  return `of people who stay on the list, half are seen within ${half} weeks of referral${nine}.`;
}

function soonText(run: SummaryInput): string[] {
  const soon = sumInterval(run, { terms: [["wait.first_contact.within_4_weeks", 1]] });
  const share = estimateText(soon, 0, { factor: 100, inside: [0, 1] });
  return soon.mean === null ? [] : [`Of all who are referred, ${share} % are seen within four weeks.`];
}

function endText(run: SummaryInput): string[] {
  const end = sumInterval(run, { terms: [["waiting_list.end", 1]] });
  if (end.mean === null) return [];
  return [`When the run ends ${end.mean === 0 ? "nobody is" : `${estimateText(end)} people are`} waiting.`];
}

/** Says how many of those referred in a crisis were unseen for over four weeks. */
export function crisisText(run: SummaryInput): string | undefined {
  const of = (metric: string) => sumInterval(run, { terms: [[metric, 1]], groupBy: "crisis", group: "yes" });
  const [late, referred] = [of("people.waiting_4_weeks"), of("people.referred")];
  if (late.mean === null || referred.mean === null) return undefined;
  if (referred.mean === 0) return "nobody is referred in a crisis.";
  return (
    `${estimateText(late)} of ${estimateText(referred)} people referred in a crisis waited for more ` +
    "than four weeks without being seen."
  );
}
