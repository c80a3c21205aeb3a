import { never } from "../never.ts";
import { countWords } from "../words/counts-in-letters.ts";
import { shortDayWords } from "../words/moments.ts";
import { sentence, sentenceOf } from "../words/sentences.ts";
import type { Happening } from "./happenings.ts";
import { type Narrator, organisationWords } from "./narrator.ts";
import { endAtOnce } from "./tell-ending.ts";

/** Tells of what happened to the post that has the person. */
export function tellPost(
  narrator: Narrator,
  happening: Happening,
  what: "link_worker_left" | "post_vacant" | "post_filled" | "post_ended" | "relisted" | "post_begun",
): string[] {
  const { their, they, simulated } = narrator;
  const { firstDay, posts } = simulated.names;
  switch (what) {
    case "link_worker_left":
      return [sentence(`${their} link worker (${posts[happening.post]}) left the job`)];
    case "post_vacant":
      return [sentence(`the post was vacant until ${shortDayWords(firstDay, happening.value)}`)];
    case "post_filled":
      return [sentence(`a new link worker began in the post`)];
    case "post_ended":
      return [sentence(`${their} link worker's post (${posts[happening.post]}) ended`)];
    case "relisted":
      if (endAtOnce(narrator, happening) === "post_ended") return [];
      return [sentence(`${they} went to the head of the list, for another link worker to take over`)];
    case "post_begun":
      return [];
    default:
      return never(what);
  }
}

/** Tells of what happened to an organisation at which a link is. */
export function tellOrganisation(
  narrator: Narrator,
  happening: Happening,
  what: "organisation_reduced" | "organisation_grew" | "organisation_closed" | "organisation_opened",
): string[] {
  const who = organisationWords(narrator, happening);
  switch (what) {
    case "organisation_reduced":
      return [sentenceOf(who, `went down to ${countWords(happening.value, "place")}`)];
    case "organisation_grew":
      return [sentenceOf(who, `went up to ${countWords(happening.value, "place")}`)];
    case "organisation_opened":
      return [sentenceOf(who, `opened anew, with ${countWords(happening.value, "place")}`)];
    case "organisation_closed":
      // Told with the link that fails by it.
      return [];
    default:
      return never(what);
  }
}

/** Tells that a dated action took effect. */
export function tellAction({ simulated }: Narrator, { value }: Happening): string[] {
  const { id, kind } = simulated.scenario.timeline[value];
  return [`In the service: the dated change "${id}" (${kind.replaceAll("_", " ")}) took effect.`];
}
