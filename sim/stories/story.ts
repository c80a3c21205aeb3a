import { MINUTES_PER_DAY } from "../engine/minutes.ts";
import type { ReasonValues } from "../model/reasons.ts";
import { numberWords } from "../words/counts-in-letters.ts";
import { dayWords } from "../words/moments.ts";
import type { Chronicle } from "./chronicle.ts";
import { type Happening, happeningsOf, reasonFor } from "./happenings.ts";
import { type Narrator, pronounsOf } from "./narrator.ts";
import { type PersonNumber, patientName } from "./person.ts";
import { standingText } from "./standing.ts";
import { tellBooked, tellContact, tellCrisis, tellMissed, tellMoved } from "./tell-casework.ts";
import { tellEnded } from "./tell-ending.ts";
import { tellLink } from "./tell-link.ts";
import { tellHeld, tellSent, tellStillHeld } from "./tell-need.ts";
import {
  tellDeclined,
  tellGaveUp,
  tellListed,
  tellOffered,
  tellOutside,
  tellRequest,
} from "./tell-referral.ts";
import { tellAction, tellOrganisation, tellPost } from "./tell-service.ts";

/** Holds a day of a story. */
export interface StoryDay {
  /** First minute of the day. */
  readonly minute: number;
  /** The day in words. */
  readonly date: string;
  readonly sentences: readonly string[];
}

/** Holds one person's life in a replication. */
export interface Story {
  readonly patient: string;
  readonly who: ReasonValues<"who">;
  /** Who it is, in a sentence. */
  readonly person: string;
  readonly days: readonly StoryDay[];
  /** How things stand when the run ends, if anything is open then. */
  readonly ending: string | undefined;
  readonly life: readonly Happening[];
}

/** Tells a person's life; they must have a row in the journal. */
export function storyOf(simulated: Chronicle, person: PersonNumber): Story {
  const life = happeningsOf(simulated, person);
  const who = life.map((happening) => reasonFor(happening, "who")).find((found) => found !== undefined);
  if (who === undefined) throw new TypeError(`nothing is written of ${patientName(simulated, person)}`);
  const practice = simulated.names.practices[person.practice];
  const narrator: Narrator = { ...pronounsOf(who), simulated, who, practice, life };
  const days: { minute: number; date: string; sentences: string[] }[] = [];
  for (const happening of life) {
    const isHeld = happening.what === "need_held";
    const sentences = [...tell(narrator, happening), ...(isHeld ? [] : tellStillHeld(narrator, happening))];
    if (sentences.length === 0) continue;
    const minute = Math.floor(happening.minute / MINUTES_PER_DAY) * MINUTES_PER_DAY;
    if (days.at(-1)?.minute !== minute)
      days.push({ minute, date: dayWords(simulated.names.firstDay, minute), sentences: [] });
    days.at(-1)?.sentences.push(...sentences);
  }
  return {
    patient: patientName(simulated, person),
    who,
    person: personText(simulated, who, practice),
    days: days.map((day) => ({ ...day, sentences: withoutRepeats(day.sentences) })),
    ending: standingText(narrator),
    life,
  };
}

/** Says once what holds for several needs of one focus. */
function withoutRepeats(sentences: readonly string[]): string[] {
  return [...new Set(sentences)].map((text) => {
    const more = sentences.filter((other) => other === text).length - 1;
    if (more === 0) return text;
    return (
      `${text.slice(0, -1)}; the same for ` +
      `${more === 1 ? "another need" : `${numberWords(more)} more needs`}.`
    );
  });
}

/** Tells one thing that happened, in no sentence or more. */
function tell(narrator: Narrator, happening: Happening): string[] {
  switch (happening.what) {
    case "request":
      return tellRequest(narrator, happening);
    case "need":
      // Told with the request.
      return [];
    case "listed":
      return tellListed(narrator, happening);
    case "offered":
      return tellOffered(narrator, happening);
    case "declined":
      return tellDeclined(narrator, happening);
    case "gave_up_waiting":
      return tellGaveUp(narrator, happening);
    case "never_referred":
    case "comes_back":
    case "already_open":
    case "turned_away":
    case "usual_care":
    case "direct_link":
      return tellOutside(narrator, happening, happening.what);
    case "appointment_booked":
      return tellBooked(narrator, happening);
    case "appointment_moved":
      return tellMoved(narrator, happening);
    case "missed":
      return tellMissed(narrator, happening);
    case "contact":
      return tellContact(narrator, happening);
    case "crisis":
      return tellCrisis(narrator, happening);
    case "ended":
      return tellEnded(narrator, happening);
    case "need_held":
      return tellHeld(narrator, happening);
    case "link_sent":
      return tellSent(narrator, happening);
    case "link_refused":
    case "link_queued":
    case "link_failed":
    case "link_started":
    case "link_met":
    case "link_unmet":
    case "link_passed_on":
    case "need_met":
    case "need_given_up":
    case "in_line":
      return tellLink(narrator, happening, happening.what);
    case "link_worker_left":
    case "post_vacant":
    case "post_filled":
    case "post_ended":
    case "relisted":
    case "post_begun":
      return tellPost(narrator, happening, happening.what);
    case "organisation_reduced":
    case "organisation_grew":
    case "organisation_closed":
    case "organisation_opened":
      return tellOrganisation(narrator, happening, happening.what);
    case "action":
      return tellAction(narrator, happening);
  }
}

function personText({ ageBands }: Chronicle, who: ReasonValues<"who">, practice: string): string {
  const sex = who.sex === 0 ? "woman" : "man";
  const age = ageBands[who.ageBand].replace(/^(\d+)-(\d+)$/, "$1 to $2").replace(/^(\d+)\+$/, "$1 or over");
  const area = [
    "the most deprived fifth",
    "the second most deprived fifth",
    "the middle fifth",
    "the second least deprived fifth",
    "the least deprived fifth",
  ][who.quintile];
  return `A ${sex} of ${age} registered at ${practice}, from ${area} of areas.`;
}
