import { describe, expect, it } from "vitest";
import { cellKey } from "../../cli/store/job-content.ts";
import { jobOf, type ReplicateOptions } from "../../sim/experiment/replicate.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { aScenario } from "../support/a-scenario.ts";

const BLOCK = { from: 0, before: 4 };
const key = (
  loaded: LoadedScenario = aScenario(),
  options: ReplicateOptions = {},
  block = BLOCK,
  model = "0123456789ab",
): string => cellKey(jobOf(loaded, options), block, model);

describe("the name of a cell", () => {
  it("is the same for the same work", () => {
    expect(key()).toBe(key());
  });

  it.each([
    "link_workers.fte=0.8",
    "referral.rate=21 per 1000 a year",
    "horizon=51 weeks",
    "practices[practice-1].list_size=4001",
  ])("changes with %s", (change) => {
    expect(key(aScenario([change]))).not.toBe(key());
  });

  it("changes with a row of the template of organisations", () => {
    const loaded = aScenario();
    const [row, ...rows] = loaded.scenario.organisations.template;
    const template = [{ ...row, places: 77 }, ...rows];
    const organisations = { ...loaded.scenario.organisations, template };
    expect(key({ ...loaded, scenario: { ...loaded.scenario, organisations }, template })).not.toBe(key());
  });

  it("changes with seed, detail, what is kept, the replications and the model", () => {
    const names = [
      key(),
      key(aScenario(), { seed: "2" }),
      key(aScenario(), { detail: "summary" }),
      key(aScenario(), { keepsFates: true }),
      key(aScenario(), {}, { from: 0, before: 3 }),
      key(aScenario(), {}, { from: 4, before: 8 }),
      key(aScenario(), {}, BLOCK, "ba9876543210"),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  it("does not change with the scenario's name, rationale and variants, which move no number", () => {
    const loaded = aScenario();
    const renamed = { ...loaded.scenario, name: "other", rationale: "Because." };
    const variants = [{ id: "more", name: "More", why: "", set: ["link_workers.fte=1"] }];
    expect(key({ ...loaded, scenario: renamed })).toBe(key());
    expect(key({ ...loaded, scenario: { ...loaded.scenario, variants } })).toBe(key());
  });

  it("tells no limit from the word for it, and from a number", () => {
    const loaded = aScenario();
    const withHorizon = (horizon: unknown): LoadedScenario =>
      // Nothing simulates this: only its text counts here.
      ({ ...loaded, scenario: { ...loaded.scenario, horizon } }) as LoadedScenario;
    expect(key(withHorizon(Number.POSITIVE_INFINITY))).not.toBe(key(withHorizon(null)));
  });
});
