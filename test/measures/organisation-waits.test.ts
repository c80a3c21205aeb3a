import { describe, expect, it } from "vitest";
import { makeWorld } from "../../sim/experiment/simulator.ts";
import { linkWaits, needWaits, organisationWaits } from "../../sim/measures/organisation-waits.ts";
import { runReplication } from "../../sim/model/run.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { CENSORED, EVENT, type FollowUp } from "../../sim/stats/follow-up.ts";
import { inOrder } from "../../sim/stats/order-by-time.ts";
import { LABELS } from "../../sim/stats/packed-waits.ts";
import { FOCUSES } from "../../sim/words/focuses.ts";
import { ORGANISATION_TYPES } from "../../sim/words/organisation-types.ts";
import { aScenario } from "../support/a-scenario.ts";
import { restrictedMean } from "../support/kaplan-meier.ts";

/** What a packed wait says. */
const unpackWait = (wait: number) => ({
  minutes: Math.floor(wait / (2 * LABELS)),
  isEvent: Math.floor(wait / LABELS) % 2 === 0,
  label: wait % LABELS,
});

const followUpOf = (waits: Uint32Array): FollowUp =>
  inOrder({
    time: Int32Array.from(waits, (wait) => unpackWait(wait).minutes),
    kind: Uint8Array.from(waits, (wait) => (unpackWait(wait).isEvent ? EVENT : CENSORED)),
  });

const YEAR = 52 * 7 * 1440;

/** The mean over those that started alone, as it would be if whoever still waits were dropped. */
function ofStarted(waits: Uint32Array): number {
  const started = [...waits].map(unpackWait).filter(({ isEvent }) => isEvent);
  return started.reduce((sum, { minutes }) => sum + minutes, 0) / started.length;
}

describe("waits for organisations", () => {
  const { scenario, template } = aScenario(["organisations.types.city_wide.background=150 %"]);
  const w = makeWorld(scenario, template);
  runReplication(w, replicationKey(rootKey("3"), 0));
  const links = linkWaits(w);
  const needs = needWaits(w);
  const { all, ofType, ofFocus } = organisationWaits(w);

  it("keep those who still wait, so they are longer than those of who started", () => {
    expect(all.link.curves.mean(0)).toBeGreaterThan(1.1 * ofStarted(links));
    expect(all.need.curves.mean(0)).toBeGreaterThan(1.5 * ofStarted(needs));
  });

  it("are the estimates of their follow-ups, for all and by type and focus", () => {
    for (const [waits, of] of [
      [links, "link"],
      [needs, "need"],
    ] as const) {
      const followUp = followUpOf(waits);
      const label = Int32Array.from(waits, (wait) => unpackWait(wait).label);
      const type = label.map((one) => Math.floor(one / FOCUSES.length));
      const focus = label.map((one) => one % FOCUSES.length);
      expect(all[of].curves.mean(0)).toBe(restrictedMean(followUp, YEAR));
      ofType.forEach((group, wanted) => {
        expect(group[of].curves.mean(wanted)).toBe(restrictedMean(followUp, YEAR, { code: type, wanted }));
      });
      ofFocus.forEach((group, wanted) => {
        expect(group[of].curves.mean(wanted)).toBe(restrictedMean(followUp, YEAR, { code: focus, wanted }));
      });
    }
  });

  it("follow each link once and each need once, sent or held back", () => {
    const sent = w.episodes.columns.links.slice(0, w.episodes.length).reduce((sum, n) => sum + n, 0);
    expect(links.length).toBe(sent);
    expect(needs.length).toBe(w.needWaits.length);
    // Needs that were never sent have no type of organisation.
    const types = [...needs].map((wait) => Math.floor(unpackWait(wait).label / FOCUSES.length));
    expect(Math.max(...types)).toBe(ORGANISATION_TYPES.length);
  });
});
