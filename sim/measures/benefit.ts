import { isOn } from "../model/mechanisms.ts";
import type { World } from "../model/world.ts";
import { groupsOf } from "../stats/groups.ts";
import type { Cohort } from "./cohort.ts";
import type { Grouping } from "./groupings.ts";
import type { Metric } from "./metric.ts";
import { ratio, type Sink } from "./sink.ts";

/** Says what is measured of the outcome layer. */
export const BENEFIT_METRICS: readonly Metric[] = [
  {
    metric: "benefit.mean",
    unit: "points",
    words: "Change of wellbeing",
    better: "higher",
    meaning:
      "Mean change of wellbeing of those referred; who they are and what happened to them are not told " +
      "apart by it",
  },
  {
    metric: "benefit.of_referral",
    unit: "points",
    words: "Change of wellbeing by the referral",
    better: "higher",
    meaning: "Mean change of wellbeing of those referred minus that of the same people not referred",
  },
  {
    metric: "benefit.better",
    unit: "people",
    words: "Better in wellbeing",
    better: "higher",
    meaning: "People referred whose wellbeing rose by what counts as better",
  },
];

const GROUPINGS = ["all", "quintile"];
const BY_CONTACTS = ["0", "1-2", "3+"] as const;

/**
 * Puts the outcome layer: changes of wellbeing for all, by quintile and by number of contacts. Without the
 * mechanism there are no rows.
 */
export function putBenefit(w: World, cohort: Cohort, sink: Sink): void {
  if (!isOn(w.scenario, "benefit")) return;
  for (const grouping of cohort.groupings)
    if (GROUPINGS.includes(grouping.groupBy)) putGroups(w, cohort.first, grouping, sink);
  putGroups(w, cohort.first, byContacts(w, cohort), sink);
}

function byContacts({ episodes }: World, { first, size }: Cohort): Grouping {
  const groups = groupsOf(size, BY_CONTACTS.length, (i) => {
    const contacts = episodes.columns.contacts[first + i];
    if (contacts === 0) return 0;
    return contacts < 3 ? 1 : 2;
  });
  return { groupBy: "contacts", names: BY_CONTACTS, ...groups };
}

function putGroups(w: World, first: number, { groupBy, names, code }: Grouping, sink: Sink): void {
  const e = w.episodes.columns;
  const { effect: ofNeed, counts_from: countsFrom } = w.scenario.benefit;
  const people = names.map(() => 0);
  const change = names.map(() => 0);
  const effect = names.map(() => 0);
  const better = names.map(() => 0);
  for (let i = 0; i < code.length; i++) {
    const group = code[i];
    const ofNeeds = ofNeed * e.met[first + i];
    const total = e.naturalChange[first + i] + ofNeeds;
    people[group]++;
    change[group] += total;
    effect[group] += ofNeeds;
    if (total >= countsFrom) better[group]++;
  }
  names.forEach((name, group) => {
    sink.put("benefit.mean", groupBy, name, ratio(change[group], people[group]));
    sink.put("benefit.of_referral", groupBy, name, ratio(effect[group], people[group]));
    sink.put("benefit.better", groupBy, name, better[group]);
  });
}
