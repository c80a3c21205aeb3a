import { never } from "../never.ts";
import { REFERRAL_SOURCES } from "../scenario/vocabulary.ts";
import { countWords, numberWords } from "../words/counts-in-letters.ts";
import { spanWords } from "../words/durations.ts";
import { focusWords } from "../words/focuses.ts";
import { listText } from "../words/lists.ts";
import { appointmentWords, shortDayWords } from "../words/moments.ts";
import { wholePercentText } from "../words/numbers.ts";
import { sentence } from "../words/sentences.ts";
import { severityWords } from "../words/severities.ts";
import { type Happening, reasonFor } from "./happenings.ts";
import { atOnceWith, lastBefore, type Narrator, readinessWords } from "./narrator.ts";

/** Tells how somebody came to the link worker, and how the wait went. */

/** Tells of a request: who made it, and with which needs if it opened an episode. */
export function tellRequest(narrator: Narrator, request: Happening): string[] {
  const { they, them, their, practice } = narrator;
  if (request.episode === 0) {
    const isReturn = atOnceWith(narrator, request, "comes_back") !== undefined;
    return isReturn ? [] : [sentence(`${they} was put forward for the link worker at ${practice}`)];
  }
  const source = REFERRAL_SOURCES[request.value];
  const how = {
    gp: `${their} GP at ${practice} referred ${them} to the link worker`,
    practice_team: `a member of the practice team at ${practice} referred ${them} to the link worker`,
    self: `${they} asked for the link worker at ${practice} ${them === "her" ? "herself" : "himself"}`,
    return: `${they} came back to ${practice} and was referred again`,
  }[source];
  return [sentence(how), sentence(needsText(narrator, request))];
}

/** Names the needs of an episode, those of one focus together. */
function needsText({ life, they }: Narrator, request: Happening): string {
  const needs = life.filter(({ what, episode }) => what === "need" && episode === request.episode);
  const byFocus = new Map<number, string[]>();
  for (const { focus, value } of needs)
    byFocus.set(focus, [...(byFocus.get(focus) ?? []), severityWords(value)]);
  const parts = [...byFocus].map(
    ([focus, severities]) => `${focusWords(focus)} (${severitiesText(severities)})`,
  );
  return `${they} brought ${countWords(needs.length, "need")}: ${listText(parts)}`;
}

/** Says how severe needs of one focus are: severe, or two severe and one mild. */
function severitiesText(severities: readonly string[]): string {
  if (severities.length === 1) return severities[0];
  const counts = ["severe", "moderate", "mild"].flatMap((severity) => {
    const count = severities.filter((other) => other === severity).length;
    return count === 0 ? [] : [`${numberWords(count)} ${severity}`];
  });
  return listText(counts);
}

/** Tells of the place on the list, and why nobody could see the person yet. */
export function tellListed(narrator: Narrator, listed: Happening): string[] {
  const { they } = narrator;
  const crisis = listed.value === 1 ? [sentence(`${they} was in a crisis`)] : [];
  const waits = reasonFor(listed, "waits");
  if (waits === undefined) return crisis;
  return [
    ...crisis,
    sentence(
      `${they} went onto the waiting list, in place ${waits.place}: ` +
        `${whyText(narrator, waits, listed.minute)}`,
    ),
  ];
}

function whyText(
  { simulated }: Narrator,
  waits: NonNullable<ReturnType<typeof reasonFor<"waits">>>,
  minute: number,
): string {
  const { posts, fullPosts, caseload, cap, filledAt } = waits;
  if (posts === 0) return "there was no link worker";
  const isOne = posts === 1;
  const vacancy =
    isOne && filledAt > minute
      ? `; the post was vacant until ${shortDayWords(simulated.names.firstDay, filledAt)}`
      : "";
  if (fullPosts === posts)
    return isOne
      ? `the link worker's caseload was full (${caseload} of ${cap})${vacancy}`
      : `the caseloads of all ${posts} link workers were full${vacancy}`;
  if (waits.place > 1) return `others stood before, and there was no free appointment${vacancy}`;
  return `there was no free appointment within the weeks that can be booked${vacancy}`;
}

/** Tells of the offer of a first appointment, or of a new link worker, and whether it was taken up. */
export function tellOffered(narrator: Narrator, offered: Happening): string[] {
  const { they, their, simulated, life } = narrator;
  const offer = reasonFor(offered, "offer");
  const uptake = reasonFor(offered, "uptake");
  const post = simulated.names.posts[offered.post];
  const isVacant = offer !== undefined && offer.filledAt > offered.minute;
  const vacancy = isVacant
    ? `; the post was vacant until ${shortDayWords(simulated.names.firstDay, offer.filledAt)}`
    : "";
  const room =
    offer === undefined || offer.cap === Infinity
      ? ""
      : ` (${offer.caseload} of ${offer.cap} places taken)${vacancy}`;
  const listed = lastBefore(narrator, offered, "listed", "relisted");
  const wait =
    listed === undefined || listed.minute === offered.minute
      ? `there was room in the caseload of ${post}${room}`
      : `after ${spanWords(offered.minute - listed.minute)} on the list it was ${their} turn: ${post} ` +
        `had room${room}`;
  if (uptake === undefined) return [sentence(`${wait}; ${they} went on with that link worker`)];
  const isDeclined = life.some(
    ({ what, episode, minute }) =>
      what === "declined" && episode === offered.episode && minute === offered.minute,
  );
  const when = appointmentWords(simulated.names.firstDay, uptake.minute);
  const waited = `it was ${spanWords(uptake.weeks * 10_080)} after the referral`;
  const ready = readinessWords(narrator, uptake.readiness);
  const chance = `the chance of that was ${wholePercentText(uptake.isComing === 0 ? 1 - uptake.chance : uptake.chance)}`;
  const why = `${waited}${ready === undefined ? "" : ` and ${ready}`}`;
  const outcome = isDeclined
    ? "did not want it"
    : uptake.isComing === 0
      ? "said nothing against it, but would not come"
      : "took it up";
  return [sentence(wait), sentence(`${they} was offered ${when} and ${outcome}; ${chance} (${why})`)];
}

/** Tells of a no at the referral; one to an offer is told with the offer. */
export function tellDeclined(narrator: Narrator, declined: Happening): string[] {
  const { they } = narrator;
  const uptake = reasonFor(lastBefore(narrator, declined, "listed"), "uptake");
  if (uptake === undefined || uptake.minute !== declined.minute) return [];
  const ready = readinessWords(narrator, uptake.readiness);
  return [
    sentence(
      `${they} did not want to see a link worker and said so; the chance of that was ` +
        `${wholePercentText(1 - uptake.chance)}${ready === undefined ? "" : ` (${ready})`}`,
    ),
  ];
}

/** Tells that patience was over, and where the person then stood. */
export function tellGaveUp(narrator: Narrator, gaveUp: Happening): string[] {
  const { they, their } = narrator;
  const listed = lastBefore(narrator, gaveUp, "listed");
  const waits = reasonFor(gaveUp, "waits");
  const waited = spanWords(gaveUp.minute - (listed?.minute ?? gaveUp.minute));
  const where =
    waits === undefined
      ? ""
      : `: ${they} ` +
        `${waits.place === reasonFor(listed, "waits")?.place ? "was still in" : "had come to"} place ` +
        `${waits.place}, and ${whyText(narrator, waits, gaveUp.minute)}`;
  return [sentence(`after ${waited} on the list ${their} patience was over and ${they} gave up${where}`)];
}

/** Tells of a request or a person that came to nothing. */
export function tellOutside(
  narrator: Narrator,
  happening: Happening,
  what: "never_referred" | "comes_back" | "already_open" | "turned_away" | "usual_care" | "direct_link",
): string[] {
  const { they, them, their, practice } = narrator;
  switch (what) {
    case "never_referred":
      return [
        sentence(
          `${their} GP at ${practice} would once have referred ${them}, but no longer had the ` +
            "confidence in the service to do so",
        ),
      ];
    case "comes_back":
      // The request of the same minute tells it, if it opens an episode.
      return atOnceWith(narrator, happening, "listed") !== undefined
        ? []
        : [sentence(`${they} came back to ${practice}`)];
    case "already_open":
      return [sentence(`${they} was with the link worker already, so it changed nothing`)];
    case "turned_away":
      return [sentence(`the waiting list was at its limit and ${they} was turned away`)];
    case "usual_care":
      return [sentence(`the practice had no link worker, so it was left at usual care`)];
    case "direct_link":
      return [sentence(`${they} was sent straight to an organisation, without the link worker`)];
    default:
      return never(what);
  }
}
