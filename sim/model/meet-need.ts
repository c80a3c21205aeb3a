import { HAPPENED, NEED } from "./events.ts";
import { setNeedState } from "./roster.ts";
import type { World } from "./world.ts";

/** Counts a need as met. */
export function meetNeed(w: World, patient: number, need: number): void {
  setNeedState(w, patient, need, NEED.met);
  w.journal?.need(w, HAPPENED.need_met, patient, need, 0);
  w.episodes.columns.met[w.patients.fields.record[patient]]++;
}
