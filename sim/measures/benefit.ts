import { isOn } from "../model/mechanisms.ts";
import type { World } from "../model/state.ts";
import type { Cohort } from "./cohort.ts";
import { ratio, type Sink } from "./sink.ts";

const BY_CONTACTS = ["0", "1-2", "3+"] as const;

/** Puts the outcome layer: changes of wellbeing for all, by quintile and by number of contacts. Without the mechanism there are no rows. */
export function putBenefit(w: World, cohort: Cohort, sink: Sink): void {
  if (!isOn(w.scenario, "benefit")) return;
  const e = w.episodes.columns;
  const by = (groupBy: string, names: readonly string[], code: (record: number) => number): void => {
    const people = names.map(() => 0);
    const change = names.map(() => 0);
    const effect = names.map(() => 0);
    const better = names.map(() => 0);
    for (let record = cohort.first; record < cohort.first + cohort.size; record++) {
      const group = code(record);
      const ofNeeds = w.scenario.benefit.effect * e.met[record];
      const total = e.naturalChange[record] + ofNeeds;
      people[group]++;
      change[group] += total;
      effect[group] += ofNeeds;
      if (total >= w.scenario.benefit.counts_from) better[group]++;
    }
    names.forEach((name, group) => {
      sink.put("benefit.mean", groupBy, name, ratio(change[group], people[group]));
      sink.put("benefit.of_referral", groupBy, name, ratio(effect[group], people[group]));
      sink.put("benefit.better", groupBy, name, better[group]);
    });
  };
  by("all", ["all"], () => 0);
  by("quintile", ["1", "2", "3", "4", "5"], (record) => e.quintile[record]);
  by("contacts", BY_CONTACTS, (record) => (e.contacts[record] === 0 ? 0 : e.contacts[record] < 3 ? 1 : 2));
}
