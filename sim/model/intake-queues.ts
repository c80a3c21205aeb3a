import type { Queues } from "../engine/queues.ts";
import { PURPOSE } from "../random/purposes.ts";
import { FAILED, LINK } from "./events.ts";
import { drawOfLink } from "./link-draw.ts";
import { leavePlace, startLink, takesPlaceUp } from "./links.ts";
import { failLink } from "./mechanisms/bounce.ts";
import { NEVER } from "./state/organisations.ts";
import type { World } from "./world.ts";

/**
 * Moves linked people through an organisation's queues and places: each stands among other clients, who are
 * counts.
 */

/** Lets linked people whose time is over leave their places. */
export function linkedLeavers(w: World, o: number): void {
  const { inPlace, firstLeaves } = w.organisations;
  if (firstLeaves[o] > w.now) return;
  const quality =
    w.money.quality[o] *
    Math.min(
      1,
      w.organisations.places[o] /
        Math.max(1, w.organisations.othersInPlace[o] + w.organisations.inPlace.length[o]),
    );
  firstLeaves[o] = NEVER;
  let link = inPlace.head[o];
  while (link >= 0) {
    const following = inPlace.next(link);
    const leavesAt = w.links.fields.leavesAt[link];
    if (leavesAt <= w.now) {
      inPlace.leave(o, link);
      leavePlace(w, link, quality);
    } else firstLeaves[o] = Math.min(firstLeaves[o], leavesAt);
    link = following;
  }
}

/**
 * Moves linked people up as other clients ahead of them go: the leavers are spread evenly over the queue.
 */
export function moveUp(w: World, queue: Queues, o: number, leavers: number, others: number): void {
  if (leavers === 0) return;
  const { ahead } = w.links.fields;
  for (let link = queue.head[o]; link >= 0; link = queue.next(link)) {
    ahead[link] = Math.min(others - leavers, ahead[link] - Math.round((leavers * ahead[link]) / others));
  }
}

/** Lets linked people whose patience is over leave an organisation's queues. */
export function linkedGiveUp(w: World, o: number): void {
  const { queued, queuedCrisis, firstGivesUp } = w.organisations;
  if (firstGivesUp[o] > w.now) return;
  firstGivesUp[o] = NEVER;
  giveUp(w, queued, o);
  giveUp(w, queuedCrisis, o);
}

function giveUp(w: World, queue: Queues, o: number): void {
  const { firstGivesUp } = w.organisations;
  let link = queue.head[o];
  while (link >= 0) {
    const following = queue.next(link);
    const givesUpAt = w.links.fields.givesUpAt[link];
    if (givesUpAt <= w.now) {
      queue.leave(o, link);
      failLink(w, link, FAILED.gave_up);
    } else firstGivesUp[o] = Math.min(firstGivesUp[o], givesUpAt);
    link = following;
  }
}

/**
 * Puts the week's linked people into the queues, each at a drawn rank among the other clients of the week;
 * gives how many they are.
 */
export function queueNewcomers(w: World, o: number, ordinary: number, crisis: number): number {
  const l = w.links.fields;
  let count = 0;
  for (let link = w.organisations.newcomers.serve(o); link >= 0; link = w.organisations.newcomers.serve(o)) {
    count++;
    const isCrisis = l.isCrisis[link] === 1 && w.triages;
    const queue = isCrisis ? w.organisations.queuedCrisis : w.organisations.queued;
    const before = isCrisis ? w.organisations.othersQueuedCrisis[o] : w.organisations.othersQueued[o];
    const u = drawOfLink(w, link, PURPOSE.rank);
    const ahead = before + Math.floor(u * ((isCrisis ? crisis : ordinary) + 1));
    l.ahead[link] = ahead;
    w.journal?.linkBecause(w, link, "inLine", { ahead });
    l.state[link] = isCrisis ? LINK.queuedCrisis : LINK.queued;
    w.organisations.firstGivesUp[o] = Math.min(w.organisations.firstGivesUp[o], l.givesUpAt[link]);
    // Those of earlier weeks have fewer ahead, or as many: only this week's newcomers are passed.
    let other = queue.head[o];
    while (other >= 0 && l.ahead[other] <= ahead) other = queue.next(other);
    queue.insertBefore(o, other, link);
  }
  return count;
}

/**
 * Fills free places up to a limit from a queue in its order, and gives how many other clients were taken.
 */
export function fill(w: World, queue: Queues, o: number, others: number, limit: number): number {
  const { ahead } = w.links.fields;
  let free = limit - w.organisations.othersInPlace[o] - w.organisations.inPlace.length[o];
  let taken = 0;
  while (free > 0) {
    const link = queue.head[o];
    if (link >= 0 && ahead[link] <= taken) {
      queue.leave(o, link);
      if (takesPlaceUp(w, link)) {
        startLink(w, link);
        free--;
      } else failLink(w, link, FAILED.not_taken_up);
      continue;
    }
    const next = link >= 0 ? ahead[link] : others;
    const count = Math.min(free, next - taken);
    if (count <= 0) break;
    taken += count;
    free -= count;
    w.organisations.othersInPlace[o] += count;
  }
  if (taken > 0) for (let link = queue.head[o]; link >= 0; link = queue.next(link)) ahead[link] -= taken;
  return taken;
}
