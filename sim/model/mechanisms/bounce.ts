import { PURPOSE } from "../../random/purposes.ts";
import { release } from "../episodes/returns.ts";
import { FAILED, type FailReason, HAPPENED, NEED } from "../events.ts";
import { drawOfLink } from "../link-draw.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import { setNeedState } from "../roster.ts";
import { WAIT } from "../state/records.ts";
import { endLinkWait, endNeedWait } from "../waits.ts";
import type { World } from "../world.ts";
import { learnFromFailure } from "./hold-off.ts";

/**
 * **Bounce.** A link that is refused, closed on, not right, given up in the queue or not taken up comes
 * back: the need is open again with one unit of work, the person has one more failed link, and the post has
 * learnt something, rightly or not. After so many failed links the need is given up. Whoever has ended with
 * the link worker by then has nobody to come back to: the need stays unmet.
 */
export const bounce: MechanismDeclaration<"bounce"> = {
  id: "bounce",
  evidence: ["M16"],
  parameters: ["needs.failed_links", "links.not_right"],
  observable: "bounces.per_patient",
  off: (scenario) => ({ ...scenario, needs: { ...scenario.needs, failed_links: 1 } }),
};

/** Fails a link that its caller has taken out of any queue. */
export function failLink(w: World, link: number, reason: FailReason): void {
  const l = w.links.fields;
  const patient = l.patient[link];
  const c = w.patients.fields;
  const need = w.patients.need(patient, l.need[link]);
  w.tally.countFailure(reason);
  w.tally.countOrganisation("failed", l.organisation[link], 1);
  w.journal?.linkFailed(w, link, reason);
  const isThroughPatient = reason === FAILED.gave_up || reason === FAILED.not_taken_up;
  learnFromFailure(w, l.edge[link], isThroughPatient, drawOfLink(w, link, PURPOSE.misread));
  c.openLinks[patient]--;
  endLinkWait(w, link, WAIT.ended);
  w.links.give(link);
  if (c.isOpen[patient] === 1) {
    c.failedLinks[patient]++;
    w.episodes.columns.bounces[c.record[patient]]++;
    const isGivenUp = w.needs.attempts[need] >= w.scenario.needs.failed_links;
    setNeedState(w, patient, need, isGivenUp ? NEED.givenUp : NEED.open);
    if (isGivenUp) {
      endNeedWait(w, need, WAIT.ended);
      w.journal?.need(w, HAPPENED.need_given_up, patient, need, 0);
    }
    w.needs.setWork(need, 1);
    return;
  }
  setNeedState(w, patient, need, NEED.unmet);
  endNeedWait(w, need, WAIT.ended);
  release(w, patient);
}
