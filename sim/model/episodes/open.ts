import { PURPOSE } from "../../random/purposes.ts";
import { category, normal } from "../../random/quantiles.ts";
import { uniform } from "../../random/threefry.ts";
import { hasPlace } from "../caseload.ts";
import { ENDED, HAPPENED } from "../events.ts";
import { naturalChange } from "../mechanisms/benefit.ts";
import { goWithoutLinkWorker } from "../mechanisms/presence.ts";
import { joinWaitingList, wouldTakeUpAtOnce } from "../mechanisms/uptake.ts";
import type { Request, World } from "../world.ts";
import { drawNeeds } from "./draw-needs.ts";
import { bringNeeds } from "./returns.ts";

/**
 * Opens episodes. A person is waiting (open, no contact yet), active (open, one contact or more) or ended by
 * exactly one reason.
 */

/**
 * Opens an episode for a request, unless the person is open already, the practice has no post or the list is
 * at its limit: those are counted.
 */
export function openEpisode(w: World, request: Request): void {
  const { scenario, tally } = w;
  const pool = w.staffing.poolOfPractice[request.practice];
  tally.countPool("requests", pool, 1);
  if (w.staffing.postsOf[pool].length === 0) {
    tally.countPool("usualCare", pool, 1);
    w.journal?.refused(w, HAPPENED.usual_care, request);
    goWithoutLinkWorker(w, request);
    return;
  }
  if (w.register.isOpen(request.practice, request.register)) {
    tally.countPool("alreadyOpen", pool, 1);
    w.journal?.refused(w, HAPPENED.already_open, request);
    return;
  }
  if (w.pools.waitingCount[pool] >= scenario.waiting_list.limit && !hasRoom(w, pool)) {
    tally.countPool("turnedAway", pool, 1);
    w.journal?.refused(w, HAPPENED.turned_away, request);
    return;
  }
  tally.countPool("episodes", pool, 1);
  w.register.mark(request.practice, request.register, true);

  const patient = w.patients.take();
  const c = w.patients.fields;
  const { person0, person1, key0, key1 } = request;
  c.key0[patient] = key0;
  c.key1[patient] = key1;
  c.practice[patient] = request.practice;
  c.register[patient] = request.register;
  c.quintile[patient] = request.quintile;
  w.patients.setReadiness(
    patient,
    normal(uniform(person0, person1, 0, PURPOSE.readiness), scenario.people.readiness_sd),
  );
  c.crisis[patient] = uniform(key0, key1, 0, PURPOSE.crisisAtReferral) < scenario.people.crisis ? 1 : 0;
  c.pool[patient] = pool;
  c.post[patient] = -1;
  c.isOpen[patient] = 1;
  c.isWaiting[patient] = 0;
  c.requestedAt[patient] = w.now;
  c.contacts[patient] = 0;
  c.missedInARow[patient] = 0;
  c.appointments[patient] = 0;
  c.crises[patient] = 0;
  c.failedLinks[patient] = 0;
  c.seenAt[patient] = -1;
  c.mode[patient] = 0;
  c.wantedAt[patient] = w.now;
  c.openLinks[patient] = 0;
  c.mayReturn[patient] = 0;
  c.day[patient] = -1;
  c.isLeaving[patient] = 0;
  c.newFor[patient] = 0;
  c.isCrisisContact[patient] = 0;
  c.token[patient]++;
  c.crisisToken[patient]++;
  const kept = request.former < 0 ? 0 : bringNeeds(w, request.former, patient);
  drawNeeds(w, patient, kept, request.former >= 0);
  c.record[patient] = recordEpisode(w, patient, request);
  w.journal?.opened(w, patient);
  tally.countPool("wouldTakeUp", pool, wouldTakeUpAtOnce(w, patient));
  joinWaitingList(w, patient);
}

function hasRoom(w: World, pool: number): boolean {
  return w.pools.list.length[pool] === 0 && w.staffing.postsOf[pool].some((post) => hasPlace(w, post));
}

function recordEpisode(w: World, patient: number, request: Request): number {
  const record = w.episodes.add();
  const c = w.patients.fields;
  const e = w.episodes.columns;
  const { person0, person1, key0, key1 } = request;
  e.practice[record] = request.practice;
  e.pool[record] = c.pool[patient];
  e.post[record] = -1;
  e.register[record] = request.register;
  e.quintile[record] = request.quintile;
  e.sex[record] = uniform(person0, person1, 0, PURPOSE.sex) < w.scenario.people.women ? 0 : 1;
  e.ageBand[record] = category(uniform(person0, person1, 0, PURPOSE.ageBand), w.shares.age);
  e.crisis[record] = c.crisis[patient];
  e.source[record] =
    request.former >= 0 ? 3 : category(uniform(key0, key1, 0, PURPOSE.source), w.shares.source);
  e.requestedAt[record] = w.now;
  e.assignedAt[record] = -1;
  e.firstContactAt[record] = -1;
  e.endedAt[record] = -1;
  e.reason[record] = ENDED.open;
  e.contacts[record] = 0;
  e.appointments[record] = 0;
  e.missed[record] = 0;
  e.met[record] = 0;
  e.links[record] = 0;
  e.started[record] = 0;
  e.bounces[record] = 0;
  e.contactsBefore[record] = 0;
  e.appointmentsBefore[record] = 0;
  e.missedBefore[record] = 0;
  e.linksBefore[record] = 0;
  e.needs[record] = c.needs[patient];
  e.naturalChange[record] = naturalChange(w, patient);
  return record;
}
