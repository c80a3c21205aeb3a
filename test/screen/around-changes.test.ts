import { beforeAll, describe, expect, it } from "vitest";
import { organisationsText, postsText } from "../../cli/report/sentences/service-sentences.ts";
import { summaryInput } from "../../cli/results/summary-of-run.ts";
import { aroundMean, aroundRows, aroundSentence } from "../../cli/screen/around-rows.ts";
import { briefScreen } from "../../cli/screen/brief-screen.ts";
import { compareScreen } from "../../cli/screen/compare-screen.ts";
import type { SummaryInput } from "../../cli/screen/summary-input.ts";
import { summaryScreen } from "../../cli/screen/summary-screen.ts";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import { meanOf, sumInterval } from "../../sim/findings/estimates.ts";
import type { AroundChanges } from "../../sim/tables/around-changes.ts";
import { aScenario } from "../support/a-scenario.ts";

const CUT = "  - { id: cut, date: 2014-10-08, kind: funding_cut, types: [local], share: 50 % }\n";
const SETTINGS = ["horizon=104 weeks", "referral.rate=40 per 1000 a year", "warm_up=8 weeks"];

function told(timeline: string): SummaryInput {
  const loaded = aScenario(SETTINGS, timeline === "" ? "" : `timeline:\n${timeline}`);
  const simulator = createSimulator(loaded.scenario, loaded.template, "around", { detail: "full" });
  const results = [0, 1, 2].map((replication) => simulator.run(replication));
  return summaryInput({
    named: { ...loaded, variantOf: null },
    plan: simulator.plan,
    results,
    precision: null,
  });
}

describe("a run in which a cut comes", () => {
  let base: SummaryInput;
  let run: SummaryInput;
  let around: AroundChanges;
  beforeAll(() => {
    base = told("");
    run = told(CUT);
    around = run.around as AroundChanges;
  });

  it("is told before the cut and after it has settled, and an undisturbed one is not", () => {
    expect(base.around).toBeNull();
    expect([around.before, around.after].map(({ change, firstDay }) => `${change} ${firstDay}`)).toEqual([
      "cut 2014-04-02",
      "cut 2015-04-08",
    ]);
    const [load] = aroundRows(around).filter(({ label }) => label.startsWith("Local: demand"));
    const [before, after] = [around.before, around.after].map((time) => aroundMean(load, time).mean ?? 0);
    expect(after).toBeGreaterThan(1.2 * before);
  });

  it("has demand and wait of the same 26 weeks side by side, not the wait of the whole run", () => {
    const ofLocal = (metric: string): number =>
      sumInterval(run, { terms: [[metric, 1]], groupBy: "organisation_type", group: "local" }).mean ?? 0;
    const [recent, whole] = ["organisation.recent_wait.p50", "organisation.wait.p50"].map(ofLocal);
    expect(recent).toBeGreaterThan(whole + 1);
    expect(organisationsText(run)).toContain(`with a wait of ${recent.toFixed(1)}`);
    const line = summaryScreen([run], "1", [])
      .split("\n")
      .find((text) => /^ {2}Local: place for/.test(text));
    expect(line).toMatch(new RegExp(` ${recent.toFixed(1)}[ ;]`));
  });

  it("says so on every screen, with its days, and in the report beside the share of the whole run", () => {
    const times = "before cut: 2 April 2014 to 7 October 2014; after cut has settled: 8 April 2015 to 29";
    const compared = { base, others: [{ run, gainedLost: [], known: null }], variants: [] };
    for (const screen of [
      summaryScreen([run], "1", []),
      compareScreen(compared, [], { seed: "1", last: [] }),
    ])
      expect(screen.replaceAll(/\s+/g, " ")).toContain(times);
    const brief = briefScreen([run], { seed: "1", width: 100, last: [] });
    expect(brief).toContain("Before cut, and settled after it: seen within 4 weeks ");
    expect(postsText(run)).toMatch(/over the whole run .* % before cut and \d+ % after cut has settled/);
    expect(meanOf(run, "waiting_list.end")).not.toBeNull();
  });

  it("says why where it has not settled when the run ends", () => {
    const late = told(CUT.replace("2014-10-08", "2015-12-02")).around as AroundChanges;
    expect(aroundSentence(late, "", 100)).toBe("cut has not settled when the run ends.");
    expect(aroundSentence(late, "", 120)).toBe(
      "cut has not settled when the run ends, fewer than 30 weeks are left after it, 26 to settle and 4 to measure.",
    );
  });
});
