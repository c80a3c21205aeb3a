import { describe, expect, it } from "vitest";
import { replicate } from "../../sim/experiment/replicate.ts";
import { parametersOf } from "../../sim/findings/parameters.ts";
import { findParameter, isParameter } from "../../sim/scenario/parameter.ts";
import { rangedNumbers } from "../../sim/scenario/ranged-numbers.ts";
import { aScenario } from "../support/a-scenario.ts";

const CUT =
  "timeline: [{ id: cut, date: 2014-10-01, kind: funding_cut, types: [local], share: { value: 50 %, range: [30 %, 60 %], evidence: O22 } }]";
const evidenceOf = () => ({ grade: "C", distribution: "uniform" }) as const;
const all = parametersOf(aScenario([], CUT), evidenceOf);
const at = (path: string) => all.find((one) => one.path === path);

describe("the parameters of a scenario", () => {
  it("are its numbers with a range, in one unit, by the path that --set takes", () => {
    expect(at("contact.first")).toMatchObject({ unit: "minutes", value: 60, low: 45, high: 60 });
    expect(at("funding.types.local.drift")).toMatchObject({
      unit: "% a year",
      value: -1.7,
      low: -3.6,
      high: 0,
    });
    expect(at("organisations.weeks_in_place.work")).toMatchObject({ unit: "weeks", low: 2, high: 40 });
    expect(at("timeline[cut].share")).toMatchObject({ unit: "%", value: 50, low: 30, high: 60 });
    expect(all.filter(({ path }) => !isParameter(findParameter(path)))).toEqual([]);
  });

  it("each say what reads them", () => {
    expect(all.filter(({ readBy }) => readBy.length === 0).map(({ path }) => path)).toEqual([]);
    expect(at("drop_off.base")?.mechanisms).toEqual(["drop-off"]);
    expect(at("timeline[cut].share")?.mechanisms).toEqual(["shock"]);
    expect(at("needs.own")?.readBy).toEqual(["what people need"]);
  });

  it("are idle where their mechanism is off, their share is 0 or nothing reads them", () => {
    const why = (path: string) => at(path)?.idleBecause;
    expect(why("reliance.from")).toBe("the mechanism that reads it is off");
    expect(why("contact.group.people")).toContain("contact.group.share is 0");
    expect(why("drop_off.base")).toBeNull();
    const calls = parametersOf(aScenario(["contact.telephone.share=20 %"]), evidenceOf);
    expect(calls.find(({ path }) => path === "contact.telephone.work")?.idleBecause).toBeNull();
  });

  it("change nothing at all where they are called idle", async () => {
    const set = ["horizon=26 weeks", "mechanisms.networking=off", "mechanisms.hold-off=off"];
    const idle = parametersOf(aScenario(set), evidenceOf).filter(({ idleBecause }) => idleBecause !== null);
    expect(idle.length).toBeGreaterThan(20);
    const [low, high] = await Promise.all(
      (["low", "high"] as const).map(async (end) => {
        const ends = idle.map((one) => `${one.path}=${one[end]} ${one.unit}`.trim());
        return (await replicate(aScenario([...set, ...ends]), { replications: 2 })).results;
      }),
    );
    expect(high.map(({ values }) => values)).toEqual(low.map(({ values }) => values));
  });

  it("of which one is not idle change something", async () => {
    const [low, high] = await Promise.all(
      ["drop_off.base=-3.5", "drop_off.base=-1.5"].map(
        async (set) => (await replicate(aScenario(["horizon=26 weeks", set]), { replications: 1 })).results,
      ),
    );
    expect(high[0].values).not.toEqual(low[0].values);
  });

  it("have no range where the scenario states a number without one", () => {
    const paths = rangedNumbers(aScenario(["drop_off.base=-2"])).map(({ path }) => path);
    expect(paths).not.toContain("drop_off.base");
  });
});
