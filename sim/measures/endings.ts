import { END_REASONS, ENDED } from "../model/events.ts";
import { endingKind } from "./cohort.ts";
import { type Metric, OF_REFERRED } from "./metric.ts";
import type { Shares } from "./shares.ts";
import type { GroupSink } from "./sink.ts";

/** Says what is measured of how episodes end. */
export const ENDING_METRICS: readonly Metric[] = [
  {
    metric: "lost.share",
    unit: "share",
    words: "Lost before a first contact",
    better: "lower",
    meaning: `Share that ended before a first contact, for any reason, ${OF_REFERRED}`,
  },
  {
    metric: "lost.share.gave_up_waiting",
    unit: "share",
    words: "Gave up waiting",
    better: "lower",
    meaning: `Share that gave up waiting before an appointment was offered ${OF_REFERRED}`,
  },
  {
    metric: "lost.share.declined",
    unit: "share",
    words: "Declined the appointment offered",
    better: "lower",
    meaning: `Share that did not take the appointment offered ${OF_REFERRED}`,
  },
  {
    metric: "lost.share.never_attended",
    unit: "share",
    words: "Never attended",
    better: "lower",
    meaning: `Share closed after missing appointments in a row without a contact ${OF_REFERRED}`,
  },
  {
    metric: "lost.share.left",
    unit: "share",
    words: "Left between contacts",
    better: "lower",
    meaning: `Share that left between contacts with needs open ${OF_REFERRED}`,
  },
  {
    metric: "lost.share.reviewed_out",
    unit: "share",
    words: "Ended by the maximum of contacts",
    better: "lower",
    meaning: `Share ended by the policy's maximum of contacts ${OF_REFERRED}`,
  },
  {
    metric: "lost.share.post_ended",
    unit: "share",
    words: "Ended as no post was left",
    better: "lower",
    meaning: `Share ended because no post was left for them ${OF_REFERRED}`,
  },
  {
    metric: "finished.share",
    unit: "share",
    words: "Finished with no need left",
    better: "higher",
    meaning: `Share that finished: no need was left, ${OF_REFERRED}`,
  },
  {
    metric: "dropoff.after_N",
    unit: "share",
    words: "Left after N contacts",
    better: "lower",
    meaning: `Share that left after exactly N contacts with needs open ${OF_REFERRED}`,
  },
  {
    metric: "left_or_finished.after_N",
    unit: "share",
    words: "Left or finished after N contacts",
    better: null,
    meaning:
      "Share that left or finished after exactly N contacts, as sources count them together, " +
      `${OF_REFERRED}`,
  },
];

const LEAVING = END_REASONS.filter((reason) => reason !== "finished");
const LOST_BEFORE: readonly string[] = ["gave_up_waiting", "declined", "never_attended"];
const LAST_DROPOFF = 6;
const DROPOFF = Array.from({ length: LAST_DROPOFF + 1 }, (_, n) => `dropoff.after_${n}`);
const LEFT_OR_FINISHED = Array.from({ length: LAST_DROPOFF + 1 }, (_, n) => `left_or_finished.after_${n}`);

/** Puts how the episodes of a group ended: by reason, and after how many contacts. */
export function putEndings(
  group: GroupSink,
  g: number,
  { ending, endingByReason }: Readonly<Record<"ending" | "endingByReason", Shares>>,
): void {
  let lost = 0;
  for (const reason of LEAVING) {
    const share = endingByReason(g, ENDED[reason] + 1);
    if (LOST_BEFORE.includes(reason)) lost += share;
    group.put(`lost.share.${reason}`, share);
  }
  group.put("lost.share", lost);
  group.put("finished.share", endingByReason(g, ENDED.finished + 1));
  for (let n = 0; n <= LAST_DROPOFF; n++) {
    const left = ending(g, endingKind(n, false));
    group.put(DROPOFF[n], left);
    group.put(LEFT_OR_FINISHED[n], left + ending(g, endingKind(n, true)));
  }
}
