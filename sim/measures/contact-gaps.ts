import { MINUTES_PER_DAY } from "../engine/minutes.ts";
import type { World } from "../model/world.ts";
import { countedQuantiles } from "../stats/counted-quantiles.ts";
import { Counter } from "../stats/counter.ts";
import type { Cohort } from "./cohort.ts";
import type { Metric } from "./metric.ts";
import { ratio, type Sink } from "./sink.ts";

/** Says what is measured of the time between contacts. */
export const GAP_METRICS: readonly Metric[] = [
  {
    metric: "wait.next_contact.mean",
    unit: "days",
    words: "Time to the next contact, mean",
    better: null,
    meaning: "Mean time from a contact to the next with the same person",
  },
  {
    metric: "wait.next_contact.pN",
    unit: "days",
    words: "N % have the next contact within",
    better: null,
    longTailed: true,
    meaning: "Time from a contact to the next with the same person that N % of them do not exceed",
  },
];

const QUANTILES = [50, 90, 95] as const;
/** Gaps by their minutes. */
const GAPS = new Counter();

/** Puts how long it is from one contact to the next. */
export function putGaps(w: World, cohort: Cohort, sink: Sink): void {
  const log = w.contacts.columns;
  const last = new Int32Array(cohort.size).fill(-1);
  GAPS.reset();
  let total = 0;
  for (let entry = 0; entry < w.contacts.length; entry++) {
    const i = log.record[entry] - cohort.first;
    if (i < 0) continue;
    if (last[i] >= 0) {
      const minutes = log.at[entry] - last[i];
      GAPS.add(minutes);
      total += minutes / MINUTES_PER_DAY;
    }
    last[i] = log.at[entry];
  }
  sink.put("wait.next_contact.mean", "all", "all", ratio(total, GAPS.total));
  const values = countedQuantiles(
    GAPS,
    QUANTILES.map((p) => p / 100),
    (minutes) => minutes / MINUTES_PER_DAY,
  );
  QUANTILES.forEach((p, n) => {
    sink.put(`wait.next_contact.p${p}`, "all", "all", values[n]);
  });
}
