/** Says what a metric means, once, for measures, tables and reports. */
export interface CatalogueEntry {
  /** The name; N stands for a whole number in it, and `<metric>` for another metric's name. */
  readonly metric: string;
  /** Unit of its numbers; `<unit>` is that of the other metric. */
  readonly unit: string;
  readonly meaning: string;
}

const REFERRED = "of those referred, by the stated time (Aalen-Johansen, other endings compete)";
const STAYS = "for one who stays (Kaplan-Meier, leavers censored)";

/** Lists every metric with its unit and meaning. Shares go from 0 to 1, waits are calendar days, money is GBP of the scenario's price year. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  {
    metric: "caseload.mean",
    unit: "people",
    meaning:
      "Mean caseload of a filled post over time: active and assigned, plus waiting with a first appointment booked",
  },
  { metric: "caseload.peak", unit: "people", meaning: "Highest caseload of a filled post" },
  {
    metric: "caseload.at_cap",
    unit: "share",
    meaning: "Share of filled post time with the caseload at its cap",
  },
  {
    metric: "waiting_list.mean",
    unit: "people",
    meaning: "Mean number waiting over time: open without a contact yet, booked or not",
  },
  { metric: "waiting_list.end", unit: "people", meaning: "Number waiting when the run ends" },
  {
    metric: "wait.first_contact.mean",
    unit: "days",
    meaning: `Mean wait from referral to first contact, restricted to 52 weeks, ${STAYS}`,
  },
  {
    metric: "wait.first_contact.pN",
    unit: "days",
    meaning: `Wait from referral to first contact that N % do not exceed, ${STAYS}; none where the curve never comes so far`,
  },
  {
    metric: "wait.first_contact.within_N_weeks",
    unit: "share",
    meaning:
      "Share with a first contact within N weeks of those referred (Aalen-Johansen, other endings compete)",
  },
  ...["days", "weeks", "working_days"].flatMap((unit) => {
    const words = unit === "working_days" ? "working days by the scenario's calendar" : unit;
    return [
      ...(unit === "weeks"
        ? []
        : [
            {
              metric: `wait.first_contact.within_N_${unit}`,
              unit: "share",
              meaning: `Share with a first contact within N ${words} of those referred (Aalen-Johansen, other endings compete); measured where a standard asks for it`,
            },
          ]),
      {
        metric: `wait.first_contact.staying_within_N_${unit}`,
        unit: "share",
        meaning: `Share with a first contact within N ${words} ${STAYS}; measured where a standard asks for it`,
      },
    ];
  }),
  {
    metric: "lost.unseen.within_N_weeks",
    unit: "share",
    meaning:
      "Share that ended without a first contact within N weeks of those referred (Aalen-Johansen, a first contact competes)",
  },
  {
    metric: "wait.link.mean",
    unit: "days",
    meaning: "Mean wait from a link being sent to its start at the organisation, restricted to 52 weeks",
  },
  {
    metric: "wait.link.pN",
    unit: "days",
    meaning: "Wait from a link being sent to its start that N % do not exceed",
  },
  {
    metric: "wait.need.mean",
    unit: "days",
    meaning:
      "Mean wait from a need being known to its link starting, restricted to 52 weeks; holding off cannot shorten it",
  },
  {
    metric: "wait.need.pN",
    unit: "days",
    meaning: "Wait from a need being known to its link starting that N % do not exceed",
  },
  {
    metric: "contacts.per_referral",
    unit: "contacts",
    meaning: "Attended appointments for each person referred",
  },
  {
    metric: "contacts.per_link_worker_year",
    unit: "contacts per year",
    meaning: "Attended appointments for each funded full-time year of a post",
  },
  {
    metric: "appointments.per_referral",
    unit: "appointments",
    meaning: "Booked appointments, attended or not, for each person referred",
  },
  {
    metric: "referrals.per_link_worker_year",
    unit: "referrals per year",
    meaning: "Referrals for each funded full-time year of a post",
  },
  { metric: "dna.share", unit: "share", meaning: "Share of booked appointments that were not attended" },
  { metric: "engaged.share", unit: "share", meaning: `Share with 1 or more contacts ${REFERRED}` },
  { metric: "reached_N.share", unit: "share", meaning: `Share with N or more contacts ${REFERRED}` },
  {
    metric: "dropoff.after_N",
    unit: "share",
    meaning: `Share that left after exactly N contacts with needs open ${REFERRED}`,
  },
  {
    metric: "left_or_finished.after_N",
    unit: "share",
    meaning: `Share that left or finished after exactly N contacts, as sources count them together, ${REFERRED}`,
  },
  {
    metric: "lost.share",
    unit: "share",
    meaning: `Share that ended before a first contact, for any reason, ${REFERRED}`,
  },
  {
    metric: "lost.share.gave_up_waiting",
    unit: "share",
    meaning: `Share that gave up waiting before an appointment was offered ${REFERRED}`,
  },
  {
    metric: "lost.share.declined",
    unit: "share",
    meaning: `Share that did not take the appointment offered ${REFERRED}`,
  },
  {
    metric: "lost.share.never_attended",
    unit: "share",
    meaning: `Share closed after missing appointments in a row without a contact ${REFERRED}`,
  },
  {
    metric: "lost.share.left",
    unit: "share",
    meaning: `Share that left between contacts with needs open ${REFERRED}`,
  },
  {
    metric: "lost.share.reviewed_out",
    unit: "share",
    meaning: `Share ended by the policy's maximum of contacts ${REFERRED}`,
  },
  {
    metric: "lost.share.post_ended",
    unit: "share",
    meaning: `Share ended because no post was left for them ${REFERRED}`,
  },
  {
    metric: "links.per_referral",
    unit: "links",
    meaning: "Links sent to organisations for each person referred",
  },
  {
    metric: "intervention.share",
    unit: "share",
    meaning: "Share of those referred with 1 or more links started",
  },
  {
    metric: "utilisation.casework",
    unit: "share",
    meaning: "Casework minutes used, of those available after absence",
  },
  { metric: "hours.casework", unit: "hours", meaning: "Hours of posts on casework" },
  { metric: "hours.networking", unit: "hours", meaning: "Hours of posts on visits to organisations" },
  {
    metric: "hours.networking_lost",
    unit: "hours",
    meaning:
      "Hours that the plan of posts gives to visits to organisations, less those kept for them: what casework, competing innovations and vacancies took; below 0 where visits took more",
  },
  { metric: "hours.practice", unit: "hours", meaning: "Hours of posts on practice development" },
  {
    metric: "hours.admin",
    unit: "hours",
    meaning: "Hours of posts on the administration that contacts bring, a part of casework",
  },
  {
    metric: "load.hours",
    unit: "ratio",
    meaning:
      "Offered load against hours: casework minutes that would be taken up at no wait, of those available; overloaded from 1",
  },
  {
    metric: "load.places",
    unit: "ratio",
    meaning:
      "Offered load against the caseload cap: open weeks that would be taken up at no wait, of cap-weeks; overloaded from 1",
  },
  { metric: "organisations.places", unit: "places", meaning: "Mean places of organisations that are open" },
  { metric: "organisations.closed", unit: "organisations", meaning: "Organisations that closed" },
  {
    metric: "organisation.load",
    unit: "ratio",
    meaning: "Arrivals times weeks in a place, of places, over organisations",
  },
  {
    metric: "organisation.wait.pN",
    unit: "weeks",
    meaning:
      "Wait expected at an organisation that N % do not exceed: clients ahead times weeks in a place, by places",
  },
  {
    metric: "needs.met_share",
    unit: "share",
    meaning:
      "Share of the needs of those referred that are met, also after the person ended with the link worker",
  },
  {
    metric: "bounces.per_patient",
    unit: "bounces",
    meaning: "Failed links that came back for each episode with a contact",
  },
  {
    metric: "relationship.mean",
    unit: "0 to 1",
    meaning: "Mean strength of the ties between posts and the organisations that they know",
  },
  { metric: "integrated.share", unit: "share", meaning: "Share of practices that are fully integrated" },
  { metric: "cost.total", unit: "GBP", meaning: "Cost of the service over the scenario" },
  {
    metric: "cost.per_reached_N",
    unit: "GBP",
    meaning: "Cost of the service for each person with N or more contacts",
  },
  { metric: "people.referred", unit: "people", meaning: "People referred whose episode opened" },
  {
    metric: "people.engaged",
    unit: "people",
    meaning: "People referred with 1 or more contacts when the run ends",
  },
  {
    metric: "people.reached_N",
    unit: "people",
    meaning: "People referred with N or more contacts when the run ends",
  },
  { metric: "people.gave_up", unit: "people", meaning: "People referred who gave up waiting" },
  {
    metric: "people.waiting_4_weeks",
    unit: "people",
    meaning: "People referred who were open and without a contact for more than 4 weeks",
  },
  {
    metric: "closing_list",
    unit: "people",
    meaning: "People open with a post on the day that it was cut or moved",
  },
  {
    metric: "equity.<metric>.gap",
    unit: "<unit>",
    meaning: "Quintile 1 (most deprived) minus quintile 5; none under 30 referred in either. Of: <meaning>",
  },
  {
    metric: "appointments.per_link_worker_year",
    unit: "appointments per year",
    meaning: "Booked appointments, attended or not, for each funded full-time year of a post",
  },
  { metric: "posts.left", unit: "people", meaning: "Link workers who left their post" },
  {
    metric: "posts.vacant_share",
    unit: "share",
    meaning: "Share of weeks in which a post was vacant",
  },
  { metric: "hours.supervision", unit: "hours", meaning: "Hours of posts on supervision and meetings" },
  {
    metric: "requests.count",
    unit: "requests",
    meaning: "Requests for a link worker, whether or not they opened an episode",
  },
  {
    metric: "requests.already_open",
    unit: "requests",
    meaning: "Requests for somebody who was open already; they open nothing",
  },
  {
    metric: "requests.turned_away",
    unit: "requests",
    meaning: "Requests that found the waiting list at its limit",
  },
  {
    metric: "requests.never_referred",
    unit: "requests",
    meaning: "Requests that GPs kept back for want of confidence in the service",
  },
  {
    metric: "requests.clipped",
    unit: "requests",
    meaning: "Requests taken while the rate of referral was cut to the ceiling of candidates",
  },
  {
    metric: "confidence.mean",
    unit: "ratio",
    meaning: "Mean over practices of GPs' confidence when the run ends; 1 at the start",
  },
  {
    metric: "requests.usual_care",
    unit: "requests",
    meaning: "Requests at a practice without a post: nobody to refer to",
  },
  {
    metric: "load.change",
    unit: "ratio",
    meaning: "Change of the offered load (the larger of hours and places) at the last dated change",
  },
  {
    metric: "load.growth",
    unit: "people per week",
    meaning:
      "Growth of waiting list and caseload together over the last 26 weeks, or since the last dated change",
  },
  {
    metric: "organisation.load_change",
    unit: "ratio",
    meaning: "Change of organisations' load at the last dated change",
  },
  {
    metric: "organisation.queue_growth",
    unit: "people per week",
    meaning: "Growth of organisations' queues over the last 26 weeks, or since the last dated change",
  },
  {
    metric: "organisation.quality",
    unit: "share",
    meaning:
      "Quality of what people in places get, as places over people where there are more people; mean over people and weeks",
  },
  {
    metric: "organisations.income",
    unit: "GBP per year",
    meaning: "Income of organisations from the first day to the end, warm-up included, in real terms",
  },
  {
    metric: "wait.next_contact.mean",
    unit: "days",
    meaning: "Mean time from a contact to the next with the same person",
  },
  {
    metric: "wait.next_contact.pN",
    unit: "days",
    meaning: "Time from a contact to the next with the same person that N % of them do not exceed",
  },
  {
    metric: "cost.posts",
    unit: "GBP",
    meaning: "Cost of the posts over the scenario, without the development fund",
  },
  { metric: "cost.per_referral", unit: "GBP", meaning: "Cost of the posts for each person referred" },
  { metric: "cost.per_contact", unit: "GBP", meaning: "Cost of the posts for each contact" },
  {
    metric: "finished.share",
    unit: "share",
    meaning:
      "Share that finished: no need was left, of those referred, by the stated time (Aalen-Johansen, other endings compete)",
  },
  { metric: "organisations.count", unit: "organisations", meaning: "Organisations simulated" },
  {
    metric: "organisation.arrivals",
    unit: "people per week",
    meaning: "Mean number of people who come to organisations in a week, linked or not",
  },
  {
    metric: "organisation.in_place",
    unit: "people",
    meaning: "Mean number of people in a place, linked or not",
  },
  {
    metric: "organisation.over_places",
    unit: "people",
    meaning: "Mean number of people in place beyond the places",
  },
  { metric: "organisation.queue", unit: "people", meaning: "People waiting at organisations, linked or not" },
  { metric: "links.sent", unit: "links", meaning: "Links sent by link workers" },
  {
    metric: "links.right_share",
    unit: "share",
    meaning: "Share of the links sent that were right for the person",
  },
  { metric: "links.started", unit: "links", meaning: "Links that started" },
  { metric: "links.failed", unit: "links", meaning: "Links that failed" },
  { metric: "links.failed.ineligible", unit: "links", meaning: "Links refused by eligibility" },
  {
    metric: "links.failed.full",
    unit: "links",
    meaning: "Links refused because the wait was over the organisation's limit",
  },
  {
    metric: "links.failed.not_right",
    unit: "links",
    meaning: "Links that the organisation found not right for the person",
  },
  {
    metric: "links.failed.gave_up",
    unit: "links",
    meaning: "Links that the person gave up in the organisation's queue",
  },
  {
    metric: "links.failed.not_taken_up",
    unit: "links",
    meaning: "Places offered that the person did not take up",
  },
  {
    metric: "links.failed.closed",
    unit: "links",
    meaning: "Links that failed because the organisation closed",
  },
  {
    metric: "links.held",
    unit: "needs",
    meaning: "Needs held back because no known organisation would take them soon",
  },
  { metric: "links.calls", unit: "calls", meaning: "Calls that link workers made to organisations" },
  {
    metric: "links.direct",
    unit: "people",
    meaning: "People whose request reached an organisation through the practice, without a link worker",
  },
  {
    metric: "links.onward",
    unit: "links",
    meaning: "Links that an organisation passed on to another instead of refusing",
  },
  { metric: "posts.end", unit: "posts", meaning: "Posts that are funded when the run ends" },
  { metric: "posts.funded", unit: "posts", meaning: "Mean number of funded posts over the week" },
  {
    metric: "posts.practices",
    unit: "practices",
    meaning: "Practices that share the waiting list when the run ends",
  },
  {
    metric: "organisations.places_gained",
    unit: "places",
    meaning: "Places beyond those at the start that grants and growth funding pay for when the run ends",
  },
  {
    metric: "belief.age",
    unit: "weeks",
    meaning: "Mean age of what posts believe of the waits of organisations that they know, when the run ends",
  },
  {
    metric: "belief.error",
    unit: "weeks",
    meaning: "Mean distance of the waits that posts believe in from the true ones, when the run ends",
  },
  {
    metric: "belief.false_holds",
    unit: "share",
    meaning:
      "Share of known organisations that are held off though their wait is under the threshold, when the run ends",
  },
  {
    metric: "benefit.mean",
    unit: "points",
    meaning:
      "Mean change of wellbeing of those referred; who they are and what happened to them are not told apart by it",
  },
  {
    metric: "benefit.of_referral",
    unit: "points",
    meaning: "Mean change of wellbeing of those referred minus that of the same people not referred",
  },
  {
    metric: "benefit.better",
    unit: "people",
    meaning: "People referred whose wellbeing rose by what counts as better",
  },
  {
    metric: "spreadsheet.posts",
    unit: "posts",
    meaning:
      "Full-time posts that a linear spreadsheet asks for: people who ask or would be referred in a year x appointments a referral / appointments a post a year",
  },
  {
    metric: "spreadsheet.load",
    unit: "share",
    meaning: "Those posts over the full-time posts that there were",
  },
  {
    metric: "spreadsheet.reached_3",
    unit: "people",
    meaning:
      "People who reach three contacts, as a linear spreadsheet has it: the observed share of those it serves",
  },
  {
    metric: "spreadsheet.waiting",
    unit: "people",
    meaning: "People whom a linear spreadsheet leaves waiting at the end: those over what the posts serve",
  },
  { metric: "referrals.week", unit: "people", meaning: "Episodes opened in the week" },
  { metric: "contacts.week", unit: "contacts", meaning: "Contacts in the week" },
];
