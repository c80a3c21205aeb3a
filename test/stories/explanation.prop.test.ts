import { describe, expect, it } from "vitest";
import { type Chronicle, chronicle } from "../../sim/stories/chronicle.ts";
import { explain } from "../../sim/stories/explanation.ts";
import { partingSentences, spreadSentences } from "../../sim/stories/explanation-words.ts";
import { storyOf } from "../../sim/stories/story.ts";
import { aScenario } from "../support/a-scenario.ts";

function simulated(set: readonly string[], timeline = "", replication = 0): Chronicle {
  const { scenario, template } = aScenario(set, timeline);
  return chronicle(scenario, template, "1", replication);
}

const base = simulated([]);
const CUT = "timeline: [{ id: cut, date: 2014-09-01, kind: funding_cut, types: [local], share: 90 % }]\n";
const names = ["A", "B"] as const;

describe("two equal worlds", () => {
  it.each([0, 1])("never part, in replication %i", (replication) => {
    const [first, second] = [simulated([], CUT, replication), simulated([], CUT, replication)];
    const explanation = explain(first, second);
    expect(explanation).toMatchObject({ causes: [], parting: undefined, number: undefined, suspects: [] });
    expect(explanation.events).toBeGreaterThan(1000);
    expect(partingSentences({ first, second, names }, explanation)[0]).toMatch(
      /^No event differs: both worlds have the same [\d,]+ events, for the same reasons\.$/,
    );
  });

  it("do not part by a dated change after the end", () => {
    const late = "timeline: [{ id: late, date: 2019-09-01, kind: funding_cut, share: 90 % }]\n";
    const second = simulated([], late);
    const explanation = explain(base, second);
    expect(explanation.parting).toBeUndefined();
    expect(explanation.causes.map(({ path }) => path)).toEqual(["timeline[late]"]);
    expect(partingSentences({ first: base, second, names }, explanation).join(" ")).toContain(
      "nothing came of it",
    );
  });
});

describe("two worlds that differ", () => {
  it("part by a dated change only after its day, and by nothing else", () => {
    const second = simulated([], CUT);
    const { parting, suspects, causes, spread } = explain(base, second);
    expect(causes).toHaveLength(1);
    expect(suspects).toEqual(causes);
    expect(parting?.minute).toBeGreaterThanOrEqual(causes[0]?.from ?? Infinity);
    expect(spread.touched.length).toBeGreaterThan(0);
    for (const { minute } of spread.touched)
      expect(minute).toBeGreaterThanOrEqual(parting?.minute ?? Infinity);
  });

  it("part by a request more where the rate is higher", () => {
    const second = simulated(["referral.rate=x1.3"]);
    const explanation = explain(base, second);
    expect(explanation.parting).toMatchObject({ kind: "only in second", rule: "referral" });
    expect(explanation.suspects.map(({ path }) => path)).toEqual(["referral.rate"]);
    const [where, ...why] = partingSentences({ first: base, second, names }, explanation);
    expect(where).toMatch(/in B practice-\d\/\d+ is referred \(.*\); in A that does not happen then\.$/);
    expect(why.join(" ")).toMatch(/The rule at work: referral\. .*referral\.rate: .* in A, .* in B/);
  });

  it("part by a number before an event where only a chance differs", () => {
    const { number, parting } = explain(base, simulated(["drop_off.base=-2.9"]));
    expect(number).toMatchObject({ rule: "drop-off", fields: ["chance"] });
    expect(number?.minute).toBeLessThanOrEqual(parting?.minute ?? -1);
  });

  it("name first the difference whose rule it is", () => {
    const { suspects } = explain(base, simulated(["hold_off.wait=1 week", "costs.post=x1.5"]));
    expect(suspects[0]?.path).toBe("hold_off.wait");
    expect(suspects).toHaveLength(2);
  });

  it("leave everybody who is not touched the same life, to the word of what happened", () => {
    const second = simulated([], CUT);
    const { spread } = explain(base, second);
    const touched = new Set(spread.touched.map(({ practice, register }) => `${practice}/${register}`));
    let untouched = 0;
    const seen = new Set<string>();
    base.journal.practice.forEach((practice, row) => {
      const register = base.journal.register[row] ?? 0;
      const name = `${practice}/${register}`;
      if (practice < 0 || seen.has(name)) return;
      seen.add(name);
      const lives = [base, second].map((world) =>
        storyOf(world, { practice, register })
          .life.filter(({ episode, what }) => episode > 0 && what !== "in_line")
          .map(({ reasons: _, ...happening }) => happening),
      );
      if (touched.has(name)) return;
      untouched++;
      expect(lives[1]).toEqual(lives[0]);
    });
    expect(untouched).toBeGreaterThan(20);
    expect(spread.people).toBeGreaterThan(spread.touched.length);
  });

  it("compare practices by name, wherever they stand in the list", () => {
    const { scenario, template } = aScenario([]);
    const turned = { ...scenario, practices: [...scenario.practices].reverse() };
    const second = chronicle(turned, template, "1", 0);
    const { spread } = explain(base, second);
    expect(spread.people).toBeGreaterThan(100);
    expect(spread.touched.length).toBeLessThan(spread.people);
  });

  it("say how many people are touched, and by when", () => {
    const second = simulated([], CUT);
    const { spread } = explain(base, second);
    const [all, by] = spreadSentences({ first: base, second, names }, spread);
    expect(all).toMatch(/^Of [\d,]+ people with an event in either world [\d,]+ \(\d+ %\) have another life/);
    expect(by).toMatch(/within one week \(by \d+ \w+ 201\d\), .*by the end\.$/);
  });
});

describe("two worlds with unlike practices", () => {
  it("part, and spread, at the practices that both have", () => {
    const second = simulated(["link_workers.fte=0.5"]);
    const { practices } = second.names;
    const alone: Chronicle = {
      ...second,
      names: { ...second.names, practices: practices.map((id, n) => (n === 0 ? "elsewhere" : id)) },
    };
    const { parting, spread, number } = explain(base, alone);
    expect(number).toBeUndefined();
    expect(base.journal.practice[parting?.first ?? -1]).not.toBe(0);
    expect(spread.touched.length).toBeGreaterThan(0);
    expect(new Set(spread.touched.map(({ practice }) => practices[practice]))).toEqual(
      new Set([practices[1]]),
    );
  });
});
