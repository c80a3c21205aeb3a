import type { Sums } from "./group-sums.ts";
import type { Metric } from "./metric.ts";
import { type GroupSink, ratio } from "./sink.ts";

const EVENTS = "in the measured time, with people carried in";

/** Says what is measured of the work with people, event by event. */
export const CASEWORK_METRICS: readonly Metric[] = [
  {
    metric: "contacts.count",
    unit: "contacts",
    words: "Contacts",
    better: null,
    meaning: `Attended appointments ${EVENTS}`,
  },
  {
    metric: "contacts.third",
    unit: "contacts",
    words: "Third contacts",
    better: "higher",
    meaning: `Third contacts, one for each person who came so far, ${EVENTS}`,
  },
  {
    metric: "contacts.per_referral",
    unit: "contacts",
    words: "Contacts a referral",
    better: null,
    ratio: { of: "contacts.count", per: "people.referred" },
    meaning: `Attended appointments over referrals, both ${EVENTS}`,
  },
  {
    metric: "appointments.count",
    unit: "appointments",
    words: "Appointments",
    better: null,
    meaning: `Booked appointments that came due, attended or not, ${EVENTS}`,
  },
  {
    metric: "appointments.missed",
    unit: "appointments",
    words: "Missed appointments",
    better: "lower",
    meaning: `Booked appointments that were not attended, ${EVENTS}`,
  },
  {
    metric: "appointments.per_referral",
    unit: "appointments",
    words: "Appointments a referral",
    better: null,
    ratio: { of: "appointments.count", per: "people.referred" },
    meaning: `Booked appointments, attended or not, over referrals, both ${EVENTS}`,
  },
  {
    metric: "dna.share",
    unit: "share",
    words: "Appointments missed",
    better: "lower",
    ratio: { of: "appointments.missed", per: "appointments.count" },
    meaning: "Share of booked appointments that were not attended",
  },
  {
    metric: "links.per_referral",
    unit: "links",
    words: "Links a referral",
    better: "higher",
    ratio: { of: "links.sent", per: "people.referred" },
    meaning: `Links sent to organisations over referrals, both ${EVENTS}`,
  },
  {
    metric: "intervention.share",
    unit: "share",
    words: "Started at an organisation",
    better: "higher",
    meaning: "Share of those referred with 1 or more links started",
  },
  {
    metric: "bounces.per_patient",
    unit: "bounces",
    words: "Failed links that came back, a person seen",
    better: "lower",
    meaning: "Failed links that came back for each episode with a contact",
  },
  {
    metric: "needs.met_share",
    unit: "share",
    words: "Needs met",
    better: "higher",
    isHeadline: true,
    meaning:
      "Share of the needs of those referred that are met, also after the person ended with the link worker",
  },
];

/** Puts what the work with a group came to. Links of all are put with those of organisations. */
export function putCasework(group: GroupSink, sums: Sums): void {
  group.put("contacts.count", sums.contacts);
  group.put("contacts.third", sums.thirdContacts);
  group.put("contacts.per_referral", ratio(sums.contacts, sums.referred));
  group.put("appointments.count", sums.appointments);
  group.put("appointments.missed", sums.missed);
  group.put("appointments.per_referral", ratio(sums.appointments, sums.referred));
  group.put("dna.share", ratio(sums.missed, sums.appointments));
  if (group.groupBy !== "all") group.put("links.sent", sums.links);
  group.put("links.per_referral", ratio(sums.links, sums.referred));
  group.put("intervention.share", ratio(sums.intervention, sums.referred));
  group.put("bounces.per_patient", ratio(sums.bounces, sums.engaged));
  group.put("needs.met_share", ratio(sums.met, sums.needs));
}
