import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import type { World } from "../model/world.ts";
import { COMPETING, EVENT } from "../stats/follow-up.ts";
import { LinedUp } from "../stats/lined-up.ts";
import { type DemandCohort, demandReaching } from "./demand-cohort.ts";
import { seenByWeeks, WAIT_WEEKS } from "./first-waits.ts";
import { type Metric, OF_DEMAND, OF_REFERENCE_DEMAND } from "./metric.ts";
import { sharesBy } from "./shares.ts";
import { GroupSink, type Sink } from "./sink.ts";

/** Says what is measured of the reference demand. */
export const DEMAND_METRICS: readonly Metric[] = [
  {
    metric: "people.demand",
    unit: "people",
    words: "Reference demand",
    better: null,
    meaning: `People of the reference demand: ${OF_REFERENCE_DEMAND}`,
  },
  {
    metric: "engaged.share_of_demand",
    unit: "share",
    words: "Seen at least once, of the demand",
    better: "higher",
    meaning: `Share with 1 or more contacts by the stated time ${OF_DEMAND}`,
  },
  {
    metric: "reached_3.share_of_demand",
    unit: "share",
    words: "Reached three contacts, of the demand",
    better: "higher",
    isHeadline: true,
    meaning: `Share with 3 or more contacts by the stated time ${OF_DEMAND}`,
  },
  {
    metric: "wait.first_contact.within_4_weeks_of_demand",
    unit: "share",
    words: "Seen within 4 weeks, of the demand",
    better: "higher",
    isHeadline: true,
    meaning: `Share with a first contact within 4 weeks ${OF_DEMAND}`,
  },
  {
    metric: "wait.first_contact.within_N_weeks_of_demand",
    unit: "share",
    words: "Seen within N weeks, of the demand",
    better: "higher",
    meaning: `Share with a first contact within N weeks ${OF_DEMAND}`,
  },
];

const FOUR_WEEKS = 4 * MINUTES_PER_WEEK;
const KINDS = COMPETING + 1;

/** Puts what the reference demand came to, for all of it and by group. */
export function putDemand(w: World, demand: DemandCohort, sink: Sink): void {
  const firstContact = demandReaching(w, demand, 1);
  const first = new LinedUp(firstContact);
  const third = new LinedUp(demandReaching(w, demand, 3));
  const followed = w.clock.endMinute - w.clock.startMinute;
  seenByWeeks(firstContact).forEach((seen, n) => {
    const weeks = WAIT_WEEKS[n];
    // Put with those of the groups.
    if (weeks === 4) return;
    const share = followed >= weeks * MINUTES_PER_WEEK ? seen : NaN;
    sink.put(`wait.first_contact.within_${weeks}_weeks_of_demand`, "all", "all", share);
  });
  const { by } = w.scenario.measures;
  for (const grouping of demand.groupings) {
    const engaged = sharesBy(w, grouping, first, { at: by, kinds: KINDS });
    const reachedThree = sharesBy(w, grouping, third, { at: by, kinds: KINDS });
    const soon = sharesBy(w, grouping, first, { at: FOUR_WEEKS, kinds: KINDS });
    grouping.names.forEach((name, g) => {
      const group = new GroupSink(sink, grouping.groupBy, name);
      group.put("people.demand", grouping.sizes[g]);
      group.put("engaged.share_of_demand", engaged(g, EVENT));
      group.put("reached_3.share_of_demand", reachedThree(g, EVENT));
      group.put("wait.first_contact.within_4_weeks_of_demand", soon(g, EVENT));
    });
  }
}
