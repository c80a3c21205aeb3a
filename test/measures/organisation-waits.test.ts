import { describe, expect, it } from "vitest";
import { makeWorld } from "../../sim/experiment/simulator.ts";
import { organisationWaits } from "../../sim/measures/organisation-waits.ts";
import { runReplication } from "../../sim/model/run.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { EVENT, type FollowUp } from "../../sim/stats/follow-up.ts";
import { restrictedMean } from "../../sim/stats/kaplan-meier.ts";
import { aScenario } from "../support/a-scenario.ts";

/** The mean over those that started alone, as it would be if whoever still waits were dropped. */
function ofStarted({ order, time, kind }: FollowUp): number {
  const started = [...order].filter((i) => kind[i] === EVENT);
  return started.reduce((sum, i) => sum + time[i], 0) / started.length;
}

describe("waits for organisations", () => {
  const { scenario, template } = aScenario(["organisations.types.city_wide.background=150 %"]);
  const w = makeWorld(scenario, template);
  runReplication(w, replicationKey(rootKey("3"), 0));
  const { all, ofType, ofFocus } = organisationWaits(w);
  const year = 52 * 7 * 1440;

  it("keep those who still wait, so they are longer than those of who started", () => {
    expect(restrictedMean(all.link, year)).toBeGreaterThan(1.1 * ofStarted(all.link));
    expect(restrictedMean(all.need, year)).toBeGreaterThan(1.5 * ofStarted(all.need));
  });

  it("follow each link once and each need once, sent or held back", () => {
    const links = w.episodes.columns.links.slice(0, w.episodes.length).reduce((sum, n) => sum + n, 0);
    expect(all.link.order.length).toBe(links);
    expect(ofType.reduce((sum, { link }) => sum + link.order.length, 0)).toBe(links);
    expect(ofFocus.reduce((sum, { need }) => sum + need.order.length, 0)).toBe(all.need.order.length);
    // Needs that were never sent have no type of organisation.
    expect(ofType.reduce((sum, { need }) => sum + need.order.length, 0)).toBeLessThan(all.need.order.length);
  });
});
