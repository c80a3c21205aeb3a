import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import type { World } from "../model/world.ts";
import { COMPETING, EVENT } from "../stats/follow-up.ts";
import { LinedUp } from "../stats/lined-up.ts";
import { putCasework } from "./casework.ts";
import { type Cohort, ENDING_KINDS, REASON_KINDS } from "./cohort.ts";
import { putGaps } from "./contact-gaps.ts";
import { putEndings } from "./endings.ts";
import { firstWaitCurves, putFirstWait, putFirstWaits } from "./first-waits.ts";
import { groupSums, type Sums } from "./group-sums.ts";
import { type Metric, OF_REFERRED } from "./metric.ts";
import { type Shares, sharesBy } from "./shares.ts";
import { GroupSink, type Sink } from "./sink.ts";

/** Says what is measured of the people referred, by how far they come. */
export const PEOPLE_METRICS: readonly Metric[] = [
  {
    metric: "people.referred",
    unit: "people",
    words: "Referred",
    better: null,
    meaning: "People referred whose episode opened",
  },
  {
    metric: "people.engaged",
    unit: "people",
    words: "Seen at least once",
    better: "higher",
    meaning: "People referred with 1 or more contacts when the run ends",
  },
  {
    metric: "people.reached_3",
    unit: "people",
    words: "Reached three contacts",
    better: "higher",
    isHeadline: true,
    meaning: "People referred with 3 or more contacts when the run ends",
  },
  {
    metric: "people.gave_up",
    unit: "people",
    words: "Gave up waiting",
    better: "lower",
    meaning: "People referred who gave up waiting",
  },
  {
    metric: "people.waiting_4_weeks",
    unit: "people",
    words: "Over 4 weeks unseen",
    better: "lower",
    meaning: "People referred who were open and without a contact for more than 4 weeks",
  },
  {
    metric: "engaged.share",
    unit: "share",
    words: "Seen at least once",
    better: "higher",
    meaning: `Share with 1 or more contacts ${OF_REFERRED}`,
  },
  {
    metric: "reached_3.share",
    unit: "share",
    words: "Reached three contacts",
    better: "higher",
    isHeadline: true,
    meaning: `Share with 3 or more contacts ${OF_REFERRED}`,
  },
];

const FOUR_WEEKS = 4 * MINUTES_PER_WEEK;
const KINDS = COMPETING + 1;

/** Puts what happened to those referred, for all of them and by group. */
export function putPeople(w: World, cohort: Cohort, sink: Sink): void {
  putGaps(w, cohort, sink);
  const { firstContact } = cohort;
  putFirstWaits(w.clock.endMinute - w.clock.startMinute, firstContact, sink);
  const first = new LinedUp(firstContact);
  const third = new LinedUp(cohort.thirdContact);
  const ended = new LinedUp(cohort.ending);
  const endedByReason = new LinedUp(cohort.endingByReason);
  const { by } = w.scenario.measures;
  for (const grouping of cohort.groupings) {
    const engaged = sharesBy(w, grouping, first, { at: by, kinds: KINDS });
    const soon = sharesBy(w, grouping, first, { at: FOUR_WEEKS, kinds: KINDS });
    const reachedThree = sharesBy(w, grouping, third, { at: by, kinds: KINDS });
    const ending = sharesBy(w, grouping, ended, { at: by, kinds: ENDING_KINDS });
    const endingByReason = sharesBy(w, grouping, endedByReason, { at: by, kinds: REASON_KINDS });
    const staying = firstWaitCurves(first, grouping);
    groupSums(w, cohort, grouping, firstContact).forEach((sums, g) => {
      const group = new GroupSink(sink, grouping.groupBy, grouping.names[g]);
      putReached(group, g, { engaged, reachedThree }, sums);
      putFirstWait(group, g, soon(g, EVENT), staying);
      putCasework(group, sums);
      putEndings(group, g, { ending, endingByReason });
    });
  }
}

/** Puts how far the people of a group came. */
function putReached(
  group: GroupSink,
  g: number,
  { engaged, reachedThree }: Readonly<Record<"engaged" | "reachedThree", Shares>>,
  sums: Sums,
): void {
  group.put("people.referred", sums.referred);
  group.put("people.engaged", sums.engaged);
  group.put("people.reached_3", sums.reachedThree);
  group.put("people.gave_up", sums.gaveUp);
  group.put("people.waiting_4_weeks", sums.unseenForLong);
  group.put("engaged.share", engaged(g, EVENT));
  group.put("reached_3.share", reachedThree(g, EVENT));
}
