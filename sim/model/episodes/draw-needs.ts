import { poisson } from "../../random/counts.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { category, geometric } from "../../random/quantiles.ts";
import { uniform } from "../../random/threefry.ts";
import { NEED } from "../events.ts";
import { beginNeedWait } from "../waits.ts";
import type { World } from "../world.ts";

/** Draws the needs of an episode: 1 + Poisson, each with focus, severity, kind and work in contacts. */
export function drawNeeds(w: World, patient: number): void {
  const { needs: rule } = w.scenario;
  const { key0, key1 } = w.patients.fields;
  const k0 = key0[patient];
  const k1 = key1[patient];
  const count = Math.min(rule.at_most, 1 + poisson(uniform(k0, k1, 0, PURPOSE.needCount), rule.extra));
  w.patients.fields.needs[patient] = count;
  for (let n = 0; n < count; n++) {
    const need = w.patients.firstNeed(patient) + n;
    const isOwn = uniform(k0, k1, n, PURPOSE.needKind) < rule.own;
    const severity = 1 + category(uniform(k0, k1, n, PURPOSE.needSeverity), w.shares.severity);
    const mean = (isOwn ? rule.work_own : rule.work_link) * (1 + rule.work_per_severity * (severity - 1));
    w.needs.focus[need] = category(uniform(k0, k1, n, PURPOSE.needFocus), w.shares.focus);
    w.needs.severity[need] = severity;
    w.needs.isOwn[need] = isOwn ? 1 : 0;
    w.needs.state[need] = NEED.open;
    w.needs.work[need] =
      rule.work_law === "fixed" ? mean : geometric(uniform(k0, k1, n, PURPOSE.needWork), mean);
    w.needs.attempts[need] = 0;
    if (isOwn) w.needs.entry[need] = -1;
    else beginNeedWait(w, need);
  }
}
