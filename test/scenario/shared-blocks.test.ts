import { describe, expect, it } from "vitest";
import { openScenario } from "../../cli/scenarios/open-scenario.ts";

const SETS = [
  ["link_workers.fte=0.5"],
  ["contact.gap=x1.5", "practices[*].list_size=x1.2"],
  ["name=other", "horizon=20 weeks", "link_workers.time.casework=50 %"],
  [],
];

describe("scenarios that are loaded under changes, one after another", () => {
  const pilot = openScenario("glasgow-pilot");

  it("are what each is when it is loaded alone, to the order of keys", () => {
    for (const set of SETS) {
      const alone = openScenario("glasgow-pilot", { set });
      expect(JSON.stringify(pilot.under(set).scenario)).toBe(JSON.stringify(alone.scenario));
    }
  });

  it("share the blocks that nothing changed, and no other", () => {
    const [one, two] = [["link_workers.fte=0.5"], ["link_workers.fte=0.75"]].map(
      (set) => pilot.under(set).scenario,
    );
    expect(one.contact).toBe(two.contact);
    expect(one.practices).toBe(two.practices);
    expect([one.link_workers.fte, two.link_workers.fte]).toEqual([0.5, 0.75]);
  });

  it("are refused with every problem, before and after others were read", () => {
    const refusal = () => pilot.under(["link_workers.fte=2", "contact.gap=-1 days", "nothing=1"]);
    const said = (() => {
      try {
        refusal();
      } catch (failure) {
        return String((failure as Error).message);
      }
      return "";
    })();
    expect(said.split("\n")).toHaveLength(3);
    expect(pilot.under(["link_workers.fte=1"]).scenario.link_workers.fte).toBe(1);
    expect(refusal).toThrow(said);
  });
});
