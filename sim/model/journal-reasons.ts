import { PURPOSE } from "../random/purposes.ts";
import { category } from "../random/quantiles.ts";
import { uniform } from "../random/threefry.ts";
import { hasPlace } from "./caseload.ts";
import { FOCUS_COUNT } from "./kinds.ts";
import { isChoosable } from "./known.ts";
import { isHeldOff, isTooLong } from "./mechanisms/hold-off.ts";
import type { ReasonValues } from "./reasons.ts";
import type { Request, World } from "./world.ts";

/** Works out, for the journal only, why things are as they are: reads the world and changes nothing. */

/** Says who asks; the same draws as for an episode's record. */
export function whoAsks(w: World, { person0, person1, quintile }: Request): ReasonValues<"who"> {
  return {
    sex: uniform(person0, person1, 0, PURPOSE.sex) < w.scenario.people.women ? 0 : 1,
    ageBand: category(uniform(person0, person1, 0, PURPOSE.ageBand), w.shares.age),
    quintile,
  };
}

/**
 * Says why somebody on a list has no appointment: who stands before, which posts are full, whether the first
 * is vacant.
 */
export function whyWaiting(w: World, patient: number): ReasonValues<"waits"> {
  const pool = w.patients.fields.pool[patient];
  const posts = w.staffing.postsOf[pool];
  let place = 1;
  for (let other = w.pools.list.head[pool]; other >= 0 && other !== patient; other = w.pools.list.next(other))
    place++;
  const [first = -1] = posts;
  return {
    place,
    posts: posts.length,
    fullPosts: posts.filter((post) => !hasPlace(w, post)).length,
    caseload: first < 0 ? 0 : w.posts.caseload[first],
    cap: first < 0 ? 0 : w.posts.cap[first],
    filledAt: first < 0 ? 0 : w.posts.filledAt[first],
  };
}

/** Says why no organisation would be asked now for a need. */
export function whyHeld(w: World, patient: number, need: number, wasHeld: boolean): ReasonValues<"held"> {
  let tooLong = 0;
  let refusing = 0;
  let checked = 0;
  let shortest = -1;
  const known = knownEdges(w, w.patients.fields.post[patient], w.needs.focus[need]);
  for (const edge of known) {
    if (isTooLong(w, w.beliefs.perceivedWeeks[edge])) tooLong++;
    else refusing++;
    if (wasHeld && w.beliefs.perceivedAt[edge] === w.now) checked++;
    if (shortest < 0 || w.beliefs.perceivedWeeks[edge] < w.beliefs.perceivedWeeks[shortest]) shortest = edge;
  }
  return {
    known: known.length,
    tooLong,
    refusing,
    believedWeeks: shortest < 0 ? Infinity : w.beliefs.perceivedWeeks[shortest],
    trueWeeks: shortest < 0 ? Infinity : w.organisations.expectedWeeks[w.layout.edgeOrganisation[shortest]],
    checked,
    isAgain: wasHeld ? 1 : 0,
  };
}

/** Says what the link worker knew and believed when a link was sent. */
export function whyChosen(w: World, link: number): ReasonValues<"chosen"> {
  const { post, edge, organisation } = w.links.fields;
  const known = knownEdges(w, post[link], w.layout.focusOf[organisation[link]]);
  return {
    tie: w.beliefs.tie[edge[link]],
    believedWeeks: w.beliefs.perceivedWeeks[edge[link]],
    trueWeeks: w.organisations.expectedWeeks[organisation[link]],
    known: known.length,
    heldOff: known.filter((other) => isHeldOff(w, other)).length,
  };
}

/** Says how an organisation stands. */
export function howItStands(w: World, organisation: number): ReasonValues<"refusal"> {
  return {
    places: w.organisations.places[organisation],
    placesAtStart: w.organisations.placesAtStart[organisation],
    weeks: w.organisations.expectedWeeks[organisation],
  };
}

/** Gives the organisations, as edges, among which a post chooses for a focus. */
function knownEdges(w: World, post: number, focus: number): readonly number[] {
  const row = post * FOCUS_COUNT + focus;
  const known: number[] = [];
  for (let edge = w.layout.edgeStart[row]; edge < w.layout.edgeStart[row + 1]; edge++) {
    if (isChoosable(w, edge)) known.push(edge);
  }
  return known;
}
