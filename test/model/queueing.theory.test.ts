import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import { loadScenario } from "../../sim/scenario/load.ts";
import { sourcesFromMap } from "../../sim/scenario/sources.ts";
import { meanInterval } from "../../sim/stats/mean-interval.ts";
import { blockedShare, finiteSourceBusy, pollaczekKhinchine } from "../support/queueing-theory.ts";

/*
 * The whole model, reduced to a queue by its scenario file alone, against queueing theory. Each check asks
 * for the known answer inside the run's own 99.9 % interval at a fixed seed: at another seed a correct model
 * would fail one check in a thousand (11 checks: about 1 % together).
 */
const FOLDER = "test/model/theory";
const FILES = ["base", "m-m-1", "m-m-4", "m-m-4-m", "m-g-1", "m-m-1-k", "finite-source", "unlimited-places"];
const MINUTES_PER_DAY = 1440;
const MINUTES_PER_YEAR = 525_960;
/** The mean length of a contact, and the horizon, as base.yaml has them. */
const MEAN = 2000;
const HORIZON = 8 * MINUTES_PER_YEAR;

function intervals(name: string, replications: number): (metric: string) => { low: number; high: number } {
  const files = new Map(
    FILES.map((file) => [`/t/${file}.yaml`, readFileSync(`${FOLDER}/${file}.yaml`, "utf8")]),
  );
  files.set("/t/defaults.yaml", readFileSync("scenarios/defaults.yaml", "utf8"));
  const loaded = loadScenario(
    `/t/${name}.yaml`,
    sourcesFromMap(files, { defaults: "/t/defaults.yaml", roots: ["/t"] }),
  );
  const simulator = createSimulator(loaded.scenario, loaded.template, "theory");
  const results = Array.from({ length: replications }, (_, r) => simulator.run(r));
  return (metric) => {
    const n = simulator.plan.metrics.findIndex((key) => key.metric === metric && key.groupBy === "all");
    const interval = meanInterval(
      results.map((result) => result.values[n]),
      0.999,
    );
    return { low: interval.ciLow as number, high: interval.ciHigh as number };
  };
}

function expectInside(interval: { low: number; high: number }, known: number): void {
  expect(interval.low).toBeLessThan(known);
  expect(interval.high).toBeGreaterThan(known);
  // An interval so wide that it proves nothing would pass everything.
  expect(interval.high - interval.low).toBeLessThan(0.25 * known);
}

describe("the model, reduced to a queue by a scenario file", () => {
  it("waits like M/M/1: Lq = rho^2 / (1 - rho), and the mean wait by Little", () => {
    const of = intervals("m-m-1", 105);
    expectInside(of("waiting_list.mean"), 0.8 ** 2 / (1 - 0.8));
    expectInside(of("wait.first_contact.mean"), (0.8 / 0.2) * (MEAN / MINUTES_PER_DAY));
    expectInside(of("utilisation.casework"), 0.8);
  });

  it("waits like M/M/4 (Erlang C = 0.7878 at 3.6 offered)", () => {
    const of = intervals("m-m-4", 80);
    expectInside(of("waiting_list.mean"), 0.7878 * 9);
    expectInside(of("wait.first_contact.mean"), 1.9694 * (MEAN / MINUTES_PER_DAY));
  });

  it("loses like M/M/4+M: the share that gives up, and the number waiting", () => {
    const of = intervals("m-m-4-m", 20);
    expectInside(of("lost.share.gave_up_waiting"), 0.1272);
    expectInside(of("waiting_list.mean"), 3.6 * 0.2545);
  });

  it("waits like M/G/1 with lognormal contacts (Pollaczek-Khinchine)", () => {
    const of = intervals("m-g-1", 150);
    expectInside(of("waiting_list.mean"), pollaczekKhinchine(0.7, Math.E - 1));
  });

  it("turns away like M/M/1/5", () => {
    const of = intervals("m-m-1-k", 40);
    const blocked = blockedShare(0.9, 5);
    expectInside(of("requests.turned_away"), (blocked * 0.9 * HORIZON) / MEAN);
  });

  it("serves a saturated caseload cap like a finite-source queue (Campello, Ingolfsson & Shumsky 2017)", () => {
    const of = intervals("finite-source", 40);
    const busy = finiteSourceBusy(5, 1 / 4, 6);
    expectInside(of("contacts.per_link_worker_year"), (busy * MINUTES_PER_YEAR) / MEAN);
    expect(of("caseload.mean")).toEqual({ low: 5, high: 5 });
  });

  it("holds lambda / (1 - exp(-1/tau)) people in unlimited places after intake", () => {
    const of = intervals("unlimited-places", 60);
    expectInside(of("organisation.in_place"), 20 / (1 - Math.exp(-1 / 12)));
  });
});
