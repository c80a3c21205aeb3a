import { MINUTES_PER_WEEK, MINUTES_PER_YEAR } from "../../engine/minutes.ts";
import { PURPOSE, within } from "../../random/purposes.ts";
import { exponential } from "../../random/quantiles.ts";
import { uniform } from "../../random/threefry.ts";
import type { Action } from "../../scenario/actions.ts";
import { HAPPENED } from "../events.ts";
import { FOCUS_COUNT } from "../kinds.ts";
import { endsByAttrition, isCutAhead } from "../levers/posts-cut.ts";
import { forEachHit } from "../levers/targets.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";
import { isLongAway, isVacant, leaveVacant } from "./cover.ts";
import { NEW_FOR } from "./drop-off.ts";
import { overload } from "./squeeze.ts";

/**
 * **Turnover.** A tie is between two people: when either leaves, it falls to the part that a handover, or an
 * agreement with the programme, keeps. Link workers leave at a yearly rate that rises with overload, and
 * from the day that a cut of posts is made known; each holder of a post has one drawn threshold, and leaves
 * when the summed rate passes it. A vacant post has nobody who could leave. For the patients of the post it
 * is a change of link worker, who is new to them at the next two bookings. The person whom a post knows at
 * an organisation leaves at the voluntary sector's rate, and more often while a cut of that organisation's
 * money is known and not over.
 */
export const turnover: MechanismDeclaration<"turnover"> = {
  id: "turnover",
  evidence: ["M17", "M18", "M19", "W18", "W19", "O14", "O15", "O33"],
  parameters: ["turnover", "drop_off.new_link_worker"],
  observable: "relationship.mean, posts.left",
  off: (scenario) => ({
    ...scenario,
    turnover: { ...scenario.turnover, link_worker: 0, organisation: 0 },
  }),
};

/** Draws how long the first holders of posts and the first contacts at organisations stay. */
export function beginTenures(w: World): void {
  w.posts.tenure.fill(0);
  for (let post = 0; post < w.posts.tenure.length; post++) beginTenure(w, post);
  for (let post = 0; post < w.posts.tenure.length; post++) {
    const end = w.layout.edgeStart[(post + 1) * FOCUS_COUNT];
    for (let edge = w.layout.edgeStart[post * FOCUS_COUNT]; edge < end; edge++) {
      w.beliefs.contactsLeft[edge] = 0;
      w.beliefs.contactLeavesAt[edge] = nextContactLeaves(w, post, edge, 0);
    }
  }
}

/** Draws how long the next holder of a post stays. */
export function beginTenure(w: World, post: number): void {
  w.posts.tenureLeft[post] = threshold(w, post);
}

/** Lets a week pass for the holder of a post and for those whom they know. */
export function passWeek(w: World, post: number): void {
  const { link_worker: perYear, overload: more, handover, announced } = w.scenario.turnover;
  const first = w.layout.edgeStart[post * FOCUS_COUNT];
  const end = w.layout.edgeStart[(post + 1) * FOCUS_COUNT];
  for (let edge = first; edge < end; edge++) {
    if (w.beliefs.contactLeavesAt[edge] > w.now) continue;
    loosen(w, edge, handover);
    w.beliefs.contactLeavesAt[edge] = nextContactLeaves(w, post, edge, ++w.beliefs.contactsLeft[edge]);
  }
  if (isVacant(w, post)) {
    endsByAttrition(w, post);
    return;
  }
  // Who is on leave does not resign.
  if (isLongAway(w, post)) return;
  w.posts.tenureLeft[post] -=
    perYear *
    (1 + more * overload(w, post) + (isCutAhead(w) ? announced : 0)) *
    (MINUTES_PER_WEEK / MINUTES_PER_YEAR);
  if (w.posts.tenureLeft[post] > 0) return;
  w.posts.tenure[post]++;
  w.posts.tenureLeft[post] = threshold(w, post);
  w.tally.countPost("left", post, 1);
  w.journal?.post(w, HAPPENED.link_worker_left, post, 0);
  for (let edge = first; edge < end; edge++) loosen(w, edge, handover);
  if (endsByAttrition(w, post)) return;
  for (let patient = w.posts.roster.head[post]; patient >= 0; patient = w.posts.roster.next(patient))
    w.patients.fields.newFor[patient] = NEW_FOR;
  leaveVacant(w, post);
}

/**
 * Lets people at organisations look for other work while a cut of money that hits them is known and not
 * over: what is left of their time runs faster.
 */
export function passNewsOfCuts(w: World): void {
  const { announced } = w.scenario.turnover;
  const { edgesToStart, edgesTo } = w.layout;
  for (let a = 0; a < w.timeline.minute.length; a++) {
    if (!isMoneyCutAhead(w, a)) continue;
    forEachHit(w, a, (o) => {
      for (let n = edgesToStart[o]; n < edgesToStart[o + 1]; n++)
        w.beliefs.contactLeavesAt[edgesTo[n]] -= announced * MINUTES_PER_WEEK;
    });
  }
}

/** Says whether an action takes money from organisations. */
function isMoneyCut({ kind }: Action): boolean {
  return kind === "funding_cut" || kind === "closure" || kind === "statutory_withdrawal";
}

/** Says whether a cut of organisations' money is known and has not all come in. */
function isMoneyCutAhead(w: World, a: number): boolean {
  const action = w.scenario.timeline[a];
  if (!isMoneyCut(action) || w.now < w.timeline.announcedMinute[a]) return false;
  return w.now < w.timeline.minute[a] + ("over" in action ? action.over : 0);
}

/** Takes a tie down to what a handover keeps of it, or an agreement with the programme. */
function loosen(w: World, edge: number, kept: number): void {
  const agreed = w.organisations.agreedTie[w.layout.edgeOrganisation[edge]];
  w.beliefs.tie[edge] *= Math.max(kept, agreed);
}

function threshold(w: World, post: number): number {
  const u = uniform(w.posts.key0[post], w.posts.key1[post], w.posts.tenure[post], PURPOSE.tenure);
  return exponential(u, 1);
}

function nextContactLeaves(w: World, post: number, edge: number, ordinal: number): number {
  const { organisation: perYear } = w.scenario.turnover;
  if (perYear === 0) return Infinity;
  const name = w.organisations.key0[w.layout.edgeOrganisation[edge]];
  const u = uniform(
    w.posts.key0[post],
    w.posts.key1[post],
    name,
    within(PURPOSE.contactTenure, ordinal & 4095),
  );
  return w.now + exponential(u, MINUTES_PER_YEAR / perYear);
}
