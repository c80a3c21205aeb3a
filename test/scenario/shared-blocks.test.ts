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

  it("share a block to which the same was done, one change after another, and are told of it each time", () => {
    const sets = [
      ["link_workers.fte=0.5", "link_workers.caseload_cap=20 people"],
      ["link_workers.fte=0.5", "link_workers.caseload_cap=30 people"],
      ["link_workers.fte=0.5", "link_workers.caseload_cap=20 people", "referral.rate=x1.1"],
    ];
    const [one, two, three] = sets.map((set) => pilot.under(set).scenario.link_workers);
    expect(three).toBe(one);
    expect([one, two].map(({ fte, caseload_cap }) => [fte, caseload_cap])).toEqual([
      [0.5, 20],
      [0.5, 30],
    ]);
    const unknown = () => pilot.under(["link_workers.ftee=0.5"]);
    for (let time = 0; time < 2; time++) expect(unknown).toThrow("Did you mean fte?");
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
