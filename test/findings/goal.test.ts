import { describe, expect, it } from "vitest";
import { goalText, heldTo, indifferenceOf, readGoal } from "../../sim/findings/goal.ts";
import { aScenario } from "../support/a-scenario.ts";

const ofDemand = (metric: string) => ({ metric: `${metric}_of_demand`, ofReferred: metric });

describe("a goal", () => {
  it.each([
    ["90 % seen within 4 weeks", "wait.first_contact.within_4_weeks", 0.9, "90 %"],
    ["at least 80% within 6 weeks", "wait.first_contact.within_6_weeks", 0.8, "80 %"],
    ["75 % are seen within 20 working days", "wait.first_contact.within_20_working_days", 0.75, "75 %"],
    ["40 % reach three contacts", "reached_3.share", 0.4, "40 %"],
    ["70 % seen", "engaged.share", 0.7, "70 %"],
    ["wait.first_contact.within_4_weeks >= 80 %", "wait.first_contact.within_4_weeks", 0.8, "80 %"],
    ["wait.first_contact.p90 <= 28 days", "wait.first_contact.within_4_weeks", 0.9, "90 %"],
    ["wait.first_contact.p50 at most 10 days", "wait.first_contact.within_10_days", 0.5, "50 %"],
  ])("%j is read as a share of the reference demand", (text, metric, target, written) => {
    expect(readGoal(text, "--goal")).toEqual({
      ...ofDemand(metric),
      unit: "share",
      bound: "at least",
      target,
      written,
    });
  });

  it("of those who stay, or of what is no share of people, is read as it stands", () => {
    expect(readGoal("90 % of those who stay seen within 4 weeks", "--goal")).toMatchObject({
      metric: "wait.first_contact.staying_within_4_weeks",
      ofReferred: null,
    });
    expect(readGoal("caseload.mean <= 35 people", "--hold")).toMatchObject({ bound: "at most", target: 35 });
    expect(readGoal("wait.first_contact.mean at most 3 weeks", "--hold")).toMatchObject({
      target: 21,
      unit: "days",
    });
  });

  it("is read back as the metric", () => {
    expect(goalText(readGoal("90 % seen within 4 weeks", "--goal"))).toBe(
      "seen within 4 weeks, of the demand, at least 90 % (wait.first_contact.within_4_weeks_of_demand)",
    );
  });

  it.each([
    ["everybody soon", '--goal: found "everybody soon", expected a goal such as "90 % seen within 4 weeks"'],
    ["90 % happy", '--goal: found "90 % happy", expected a goal such as'],
    ["wait.first_contact.men <= 3 weeks", "expected a metric. Did you mean wait.first_contact.mean?"],
    ["caseload.mean <= many", '--goal: found "many", expected'],
  ])("%j is refused", (text, message) => {
    expect(() => readGoal(text, "--goal")).toThrow(message);
  });

  it("is a standard of the scenario that meets it, under an id of its own", () => {
    const { scenario } = aScenario([], "standards: [{ id: goal, metric: caseload.mean, at_most: 60 }]\n");
    const goals = [
      readGoal("90 % seen within 4 weeks", "--goal"),
      readGoal("caseload.mean <= 35 people", "--hold"),
    ];
    expect(
      heldTo(scenario, goals).standards.map(({ id, metric, at_least, at_most }) => [
        id,
        metric,
        at_least ?? at_most,
      ]),
    ).toEqual([
      ["goal", "caseload.mean", "60"],
      ["goal-planned", "wait.first_contact.within_4_weeks_of_demand", "90 %"],
      ["hold-1", "caseload.mean", "35 people"],
    ]);
  });

  it.each([
    ["90 % seen within 4 weeks", 0.005],
    ["people.reached_3 >= 4000 people", 20],
    ["cost.total <= 600000 GBP", 3000],
  ])("%s: so near its target the side does not matter: %d", (text, within) => {
    expect(indifferenceOf(readGoal(text, "--goal"))).toBe(within);
  });
});
