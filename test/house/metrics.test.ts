import { describe, expect, it } from "vitest";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import { CATALOGUE } from "../../sim/measures/catalogue.ts";
import { KeySink } from "../../sim/measures/key-sink.ts";
import { aScenario } from "../support/a-scenario.ts";

/** A scenario in which every mechanism that has metrics is on, and standards ask for each kind of wait. */
function everyMetric(): ReadonlySet<string> {
  const waits = ["within_9_days", "within_9_working_days"].flatMap((wait) => [wait, `staying_${wait}`]);
  const standards = [...waits, "staying_within_9_weeks"].map(
    (wait, i) => `{ id: s${i}, metric: wait.first_contact.${wait}, at_least: 50 % }`,
  );
  const { scenario, template } = aScenario(
    ["mechanisms.benefit=on", "mechanisms.cost=on"],
    `standards: [${standards.join(", ")}]\n`,
  );
  const { metrics, series } = createSimulator(scenario, template, "1").plan;
  return new Set([...metrics, ...series].map(({ metric }) => metric));
}

/** Finds the names that an entry of the catalogue stands for. */
function pattern(metric: string): RegExp {
  return new RegExp(`^${metric.replaceAll(".", "\\.").replace("N", "\\d+").replace("<metric>", ".+")}$`);
}

describe("every metric that is declared", () => {
  it("is put by the file that declares it", () => {
    const put = [...everyMetric()];
    const silent = CATALOGUE.filter(({ metric }) => !put.some((one) => pattern(metric).test(one)));
    expect(silent.map(({ metric }) => metric)).toEqual([]);
  });

  it("is declared once", () => {
    const names = CATALOGUE.map(({ metric }) => metric);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it("has words of its own among the metrics of its unit, and a meaning, each a beginning of a sentence", () => {
    const named = CATALOGUE.map(({ words, unit }) => `${words}, ${unit}`);
    expect(named.filter((name, i) => named.indexOf(name) !== i)).toEqual([]);
    for (const { words, meaning } of CATALOGUE)
      for (const text of [words, meaning]) expect(text).toMatch(/^[A-Z0-9N].*[^.]$/);
  });

  it("says which way is better if scenarios are ranked by it", () => {
    const headlines = CATALOGUE.filter(({ isHeadline }) => isHeadline);
    expect(headlines.filter(({ better }) => better === null)).toEqual([]);
    expect(headlines.length).toBeGreaterThan(3);
  });
});

describe("a metric that is put and declared nowhere", () => {
  it("is refused when the plan is made", () => {
    expect(() => new KeySink().put("happiness.mean", "all", "all")).toThrow("happiness.mean");
  });
});
