import type { Sums } from "./group-sums.ts";
import type { Metric } from "./metric.ts";
import { type GroupSink, ratio } from "./sink.ts";

/** Says what is measured of the work with those referred. */
export const CASEWORK_METRICS: readonly Metric[] = [
  {
    metric: "contacts.per_referral",
    unit: "contacts",
    words: "Contacts a referral",
    better: null,
    meaning: "Attended appointments for each person referred",
  },
  {
    metric: "appointments.per_referral",
    unit: "appointments",
    words: "Appointments a referral",
    better: null,
    meaning: "Booked appointments, attended or not, for each person referred",
  },
  {
    metric: "dna.share",
    unit: "share",
    words: "Appointments missed",
    better: "lower",
    meaning: "Share of booked appointments that were not attended",
  },
  {
    metric: "links.per_referral",
    unit: "links",
    words: "Links a referral",
    better: "higher",
    meaning: "Links sent to organisations for each person referred",
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

/** Puts what the work with a group came to, for each person. */
export function putCasework(group: GroupSink, sums: Sums): void {
  group.put("contacts.per_referral", ratio(sums.contacts, sums.referred));
  group.put("appointments.per_referral", ratio(sums.appointments, sums.referred));
  group.put("dna.share", ratio(sums.missed, sums.appointments));
  group.put("links.per_referral", ratio(sums.links, sums.referred));
  group.put("intervention.share", ratio(sums.intervention, sums.referred));
  group.put("bounces.per_patient", ratio(sums.bounces, sums.engaged));
  group.put("needs.met_share", ratio(sums.met, sums.needs));
}
