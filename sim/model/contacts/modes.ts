import { PURPOSE } from "../../random/purposes.ts";
import { uniform } from "../../random/threefry.ts";
import { slotsFor } from "../diary.ts";
import type { World } from "../world.ts";

/** Says how a contact is held. */
export const MODE = { meeting: 0, telephone: 1, group: 2 } as const;

/** Draws how the next contact is held. */
export function drawMode(w: World, patient: number): number {
  const { telephone, group } = w.scenario.contact;
  if (telephone.share + group.share === 0) return MODE.meeting;
  const c = w.patients.fields;
  const u = uniform(c.key0[patient], c.key1[patient], c.contacts[patient], PURPOSE.contactMode);
  if (u < telephone.share) return MODE.telephone;
  return u < telephone.share + group.share ? MODE.group : MODE.meeting;
}

/** Gives the part of a unit of work that a contact does. */
export function workDone(w: World, patient: number, isFirst: boolean): number {
  if (isFirst) return w.scenario.needs.first_contact;
  const { telephone, group } = w.scenario.contact;
  const mode = w.patients.fields.mode[patient];
  return mode === MODE.telephone ? telephone.work : mode === MODE.group ? group.work : 1;
}

/** Gives the minutes that a person's next contact takes, with its administration. */
export function contactMinutes(w: World, patient: number): number {
  const { contact: rule } = w.scenario;
  const c = w.patients.fields;
  if (c.contacts[patient] === 0) return rule.first + rule.first_admin;
  switch (c.mode[patient]) {
    case MODE.telephone:
      return rule.telephone.minutes + rule.follow_up_admin;
    case MODE.group:
      // A person's part of the session: those of a group stand in the diary one by one.
      return rule.group.minutes / rule.group.people + rule.follow_up_admin;
    default:
      return rule.follow_up + rule.follow_up_admin;
  }
}

/** Gives the slots of a first contact. */
export function firstSlots(w: World): number {
  return slotsFor(w.scenario.contact.first + w.scenario.contact.first_admin);
}
