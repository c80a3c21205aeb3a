import { countWords, numberWords, ordinalWords } from "../words/counts-in-letters.ts";
import { weeksWords } from "../words/durations.ts";
import { focusWords } from "../words/focuses.ts";
import { shortDayWords } from "../words/moments.ts";
import { sentence } from "../words/sentences.ts";
import { type Happening, reasonFor } from "./happenings.ts";
import { focusOfNeed, introducedOrganisation, type Narrator } from "./narrator.ts";

/** Tells why a need was held back. */
export function tellHeld(narrator: Narrator, held: Happening): string[] {
  return held.reasons.flatMap((reason) => (reason.kind === "held" ? [heldText(narrator, held, reason)] : []));
}

/** Tells which needs were looked at again in a contact and still held back. */
export function tellStillHeld(narrator: Narrator, happening: Happening): string[] {
  return happening.reasons.flatMap((reason) =>
    reason.kind === "held" && reason.isAgain === 1 ? [heldText(narrator, happening, reason)] : [],
  );
}

function heldText(
  narrator: Narrator,
  { episode }: Happening,
  reason: Extract<NonNullable<ReturnType<typeof reasonFor<"held">>>, { kind: "held" }>,
): string {
  const { known, tooLong, refusing, believedWeeks, trueWeeks, checked, isAgain } = reason;
  const need = `the need about ${focusWords(focusOfNeed(narrator, episode, reason.need))}`;
  const calls = checked === 0 ? "" : ` after ${countWords(checked, "call")} to ask`;
  if (known === 0)
    return sentence(
      isAgain === 1
        ? `${need} was still held back, for want of an organisation that the link worker knew`
        : `${need} was held back: the link worker knew no organisation for it`,
    );
  const shortest =
    `the shortest wait believed was ${weeksWords(believedWeeks)}, in truth ` + `${weeksWords(trueWeeks)}`;
  if (isAgain === 1) return sentence(`${need} was still held back${calls}: ${shortest}`);
  const parts = [
    ...(tooLong > 0 ? [`at ${someOf(tooLong, known)} the wait was believed too long`] : []),
    ...(refusing > 0 ? [`${someOf(refusing, known)} had refused too often`] : []),
  ];
  const among =
    known === 1 ? "" : `of ${numberWords(known)} organisations that the link worker knew for it, `;
  return sentence(`${need} was held back: ${among}${parts.join(" and ")} (${shortest})`);
}

const someOf = (count: number, all: number): string => {
  if (all === 1) return "the only organisation that the link worker knew for it";
  if (count < all) return numberWords(count);
  return all === 2 ? "both" : `all ${numberWords(all)}`;
};

/** Tells where a need was sent, and why there. */
export function tellSent(narrator: Narrator, sent: Happening): string[] {
  const focus = focusWords(sent.focus);
  const chosen = reasonFor(sent, "chosen");
  const calls = reasonFor(sent, "calls");
  const where =
    `for ${focus} the link worker sent ${narrator.them} to ` + `${introducedOrganisation(narrator, sent)}`;
  const try_ = sent.value > 1 ? `, the ${ordinalWords(sent.value)} try` : "";
  const texts = [sentence(`${where}${try_}${chosen === undefined ? "" : `: ${whyThere(chosen)}`}`)];
  if (calls !== undefined)
    texts.push(
      sentence(
        `it took ${countWords(calls.calls, "call")}, and an answer was due on ` +
          `${shortDayWords(narrator.simulated.names.firstDay, calls.arrival)}`,
      ),
    );
  return texts;
}

function whyThere(chosen: NonNullable<ReturnType<typeof reasonFor<"chosen">>>): string {
  const { tie, believedWeeks, trueWeeks, known, heldOff } = chosen;
  const among =
    known === 1
      ? "the only one that the link worker knew for it"
      : `one of ${numberWords(known)} that the link worker knew for ` +
        `it${heldOff === 0 ? "" : `, ${numberWords(heldOff)} of them held off as too full`}`;
  const how = tie >= 0.6 ? "well" : tie >= 0.3 ? "fairly well" : "a little";
  const believed = weeksWords(believedWeeks);
  const truth = weeksWords(trueWeeks);
  const wait =
    believed === truth
      ? `rightly believed to have ${waitText(believed)}`
      : `believed to have ${waitText(believed)} (in truth ${truth})`;
  return `${among}, known ${how} (tie ${tie.toFixed(2)}) and ${wait}`;
}

const waitText = (weeks: string): string => (weeks === "no wait" ? weeks : `a wait of ${weeks}`);
