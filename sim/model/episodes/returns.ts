import { deriveChild, LEVEL } from "../../random/keys.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { exponential } from "../../random/quantiles.ts";
import { uniform, words } from "../../random/threefry.ts";
import { surgeryMinute } from "../clock.ts";
import { EVENT } from "../events.ts";
import type { World } from "../world.ts";

/** Draws whether somebody whose episode has just ended comes back, and when. */
export function scheduleReturn(w: World, patient: number, hasOpenNeeds: boolean): void {
  const { returns } = w.scenario.referral;
  const { key0, key1, practice, register } = w.patients.fields;
  const chance = Math.min(1, returns.chance * (hasOpenNeeds ? returns.open_needs_factor : 1));
  if (uniform(key0[patient], key1[patient], 0, PURPOSE.returns) >= chance) return;
  const delay = exponential(uniform(key0[patient], key1[patient], 0, PURPOSE.returnDelay), returns.delay);
  const minute = surgeryMinute(w.clock, (w.now + delay) * w.clock.surgeryShare);
  if (minute >= w.clock.endMinute) return;
  const slot = w.returns.take();
  deriveChild(key0[patient], key1[patient], LEVEL.return, 0);
  const store = w.returns.fields;
  store.key0[slot] = words[0];
  store.key1[slot] = words[1];
  store.practice[slot] = practice[patient];
  store.register[slot] = register[patient];
  w.calendar.schedule(Math.max(minute, w.now), EVENT.comesBack, slot, 0);
}
