import { poisson } from "../../random/counts.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { category, geometric } from "../../random/quantiles.ts";
import { uniform } from "../../random/threefry.ts";
import { NEED } from "../events.ts";
import { FOCUS_COUNT } from "../kinds.ts";
import { NEED_STEP } from "../state/needs.ts";
import { beginNeedWait } from "../waits.ts";
import type { World } from "../world.ts";

/**
 * Draws the needs of an episode, beside those that a returner has brought along: 1 + Poisson of somebody
 * new, Poisson of a returner (and one more who has none). Each has severity, kind and work in contacts, and
 * a focus of its own.
 */
export function drawNeeds(w: World, patient: number, brought: number, isReturn: boolean): void {
  const { needs: rule, referral } = w.scenario;
  const { key0, key1 } = w.patients.fields;
  const k0 = key0[patient];
  const k1 = key1[patient];
  const mean = isReturn ? referral.returns.new_needs : rule.extra;
  const drawn = poisson(uniform(k0, k1, 0, PURPOSE.needCount), mean) + (brought === 0 ? 1 : 0);
  const most = Math.max(brought, Math.min(rule.at_most, brought + drawn));
  const first = w.patients.firstNeed(patient);
  let count = brought;
  while (count < most) {
    const focus = drawFocus(w, first, count, uniform(k0, k1, count, PURPOSE.needFocus));
    if (focus < 0) break;
    const isOwn = uniform(k0, k1, count, PURPOSE.needKind) < rule.own;
    const severity = 1 + category(uniform(k0, k1, count, PURPOSE.needSeverity), w.shares.severity);
    const work = (isOwn ? rule.work_own : rule.work_link) * (1 + rule.work_per_severity * (severity - 1));
    const need = w.patients.need(patient, count);
    w.needs.focus[need] = focus;
    w.needs.severity[need] = severity;
    w.needs.isOwn[need] = isOwn ? 1 : 0;
    w.needs.state[need] = NEED.open;
    w.needs.setWork(
      need,
      rule.work_law === "fixed" ? work : geometric(uniform(k0, k1, count, PURPOSE.needWork), work),
    );
    w.needs.attempts[need] = 0;
    if (isOwn) w.needs.setEntry(need, -1);
    else beginNeedWait(w, need);
    count++;
  }
  w.patients.fields.needs[patient] = count;
}

/** Weights of the focuses that are left for a need; one array, so that none is made for each need. */
const weights = new Float64Array(FOCUS_COUNT);

/**
 * Draws the focus of a person's next need among those that the person has no need of yet: by their shares,
 * times the clustering multiplier where it goes together with one that the person has. Gives -1 if none is
 * left.
 */
function drawFocus(w: World, first: number, count: number, u: number): number {
  const { focusShare, goTogether } = w.shares;
  let had = 0;
  let near = 0;
  for (let need = first; need < first + count * NEED_STEP; need += NEED_STEP) {
    had |= 1 << w.needs.focus[need];
    near |= goTogether[w.needs.focus[need]];
  }
  let total = 0;
  for (let focus = 0; focus < FOCUS_COUNT; focus++) {
    const isNear = (near & (1 << focus)) !== 0;
    const share = (had & (1 << focus)) !== 0 ? 0 : focusShare[focus] * (isNear ? w.shares.clustering : 1);
    weights[focus] = share;
    total += share;
  }
  if (total <= 0) return -1;
  let left = u * total;
  let last = -1;
  for (let focus = 0; focus < FOCUS_COUNT; focus++) {
    if (weights[focus] <= 0) continue;
    last = focus;
    left -= weights[focus];
    if (left < 0) break;
  }
  return last;
}
