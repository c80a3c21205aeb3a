import { describe, expect, it } from "vitest";
import { attribute } from "../../sim/experiment/attribute.ts";
import { compare } from "../../sim/experiment/compare.ts";
import type { Executor } from "../../sim/experiment/executor.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { attributedPeople } from "../../sim/findings/attributed-people.ts";
import { attributedMetrics } from "../../sim/findings/attribution.ts";
import { gainedAndLost } from "../../sim/findings/gained-lost.ts";
import { placeOf } from "../../sim/measures/place-of.ts";
import { shapleyNumerators } from "../../sim/stats/shapley.ts";
import { SMALL } from "../support/a-folder.ts";
import { aScenario, scenarioFrom } from "../support/a-scenario.ts";

const SHORT = ["horizon=30 weeks"];
const replications = 3;
const base = aScenario(SHORT);
const TIMELINE = `timeline:
  - { id: cut, date: 2014-05-05, kind: posts_cut, to: 1, rule: smallest_list }
  - { id: money, date: 2014-05-05, kind: funding_cut, share: 60 % }
`;
// The rise that nobody feels: it comes on the last day but one.
const other = aScenario(
  SHORT,
  `${TIMELINE}  - { id: late, date: 2014-10-27, kind: caseload_cap, cap: 39 people }\n`,
);
const attributed = await attribute(base, other, { replications });
const { changes, worlds, people } = attributed;

describe("an attribution", () => {
  it("simulates every world between two scenarios, the two at its ends as compare does", async () => {
    expect(changes.map(({ name }) => name)).toEqual(["posts", "places", "casework"]);
    expect(worlds.map(({ scenario: { name } }) => name)).toEqual([
      "small",
      "small + posts",
      "small + places",
      "small + posts + places",
      "small + casework",
      "small + posts + casework",
      "small + places + casework",
      "small",
    ]);
    const compared = await compare(base, [other], { replications });
    expect(worlds[0].results).toEqual(compared.base.results);
    expect(worlds[7].results).toEqual(compared.others[0].results);
  });

  it("gives shares of people that add up to the difference in every replication, exactly", () => {
    for (const metric of ["people.referred", "people.engaged", "people.reached_3", "people.gave_up"])
      for (let r = 0; r < replications; r++) {
        const worths = worlds.map(({ plan, results }) => results[r].values[placeOf(plan, metric)]);
        const sum = shapleyNumerators(worths).reduce((total, share) => total + share, 0);
        expect(sum).toBe(6 * (worths[7] - worths[0]));
      }
  });

  it("gives exactly 0 to a change that changes nothing, and something to the others", () => {
    const metrics = attributedMetrics(worlds);
    const of = (name: string) => metrics.find(({ metric, groupBy }) => metric === name && groupBy === "all")!;
    const [posts, , casework] = of("people.reached_3").shares;
    expect(casework).toMatchObject({ share: { mean: 0, sd: 0 }, alone: 0, last: 0, least: 0, greatest: 0 });
    expect(posts.share.mean).toBeLessThan(0);
    expect(of("organisations.places").shares[1].share.mean).toBeLessThan(0);
    for (const { difference, shares } of metrics) {
      if (difference.mean === null) continue;
      const sum = shares.reduce((total, { share }) => total + (share.mean as number), 0);
      expect(sum).toBeCloseTo(difference.mean, 6);
    }
  });

  it("counts people so that lost - gained is the difference of people, and as compare counts them", async () => {
    const rows = attributedPeople(people, changes);
    const { others } = await compare(base, [other], { replications });
    const counted = gainedAndLost(others[0].twins!.counts);
    for (const what of ["seen", "reached_3"] as const)
      for (const { groupBy, group, gained, lost } of counted.filter((row) => row.what === what)) {
        const sum = (change: string): number =>
          rows
            .filter((row) => row.outcome === what && row.groupBy === groupBy && row.group === group)
            .filter((row) => row.change === change)
            .reduce((total, row) => total + (row.people.mean as number), 0);
        expect(sum("lost")).toBeCloseTo(lost as number, 10);
        expect(sum("gained")).toBeCloseTo(gained as number, 10);
      }
    const ofAll = rows.filter(({ groupBy, outcome }) => groupBy === "all" && outcome === "reached_3");
    const alone = (because: string, change: string) =>
      ofAll.find((row) => row.because === because && row.change === change)?.people.mean;
    expect(alone("posts alone", "lost")).toBeGreaterThan(1);
    expect(alone("casework alone", "lost")).toBe(0);
  });

  it("gives the same on an executor that ends replications in another order", async () => {
    const inner = ownThread();
    const backwards: Executor = {
      ...inner,
      executeTogether: async (jobs, numbers, onReplication) =>
        (await inner.executeTogether([...jobs].reverse(), [...numbers].reverse(), onReplication))
          .map((results) => results.reverse())
          .reverse(),
    };
    const again = await attribute(base, other, { replications, executor: backwards });
    expect(again.worlds).toEqual(worlds);
    expect(attributedPeople(again.people, changes)).toEqual(attributedPeople(people, changes));
  });

  it("refuses scenarios that measure otherwise, and worlds that cannot be", async () => {
    await expect(attribute(base, aScenario([...SHORT, "measures.by=20 weeks"]))).rejects.toThrow(
      "measures.by: found 20 weeks, expected 39 weeks as in small",
    );
    const twoPosts = `link_workers:
  posts:
    - { id: ada, practice: practice-1 }
    - { id: bob, practice: practice-2 }
timeline:
  - { id: gone, date: 2014-05-05, kind: posts_cut, posts: [bob] }
`;
    await expect(
      attribute(base, aScenario(SHORT, twoPosts), { by: ["staff=link_workers", "cut=timeline"] }),
    ).rejects.toThrow(
      /small \+ cut timeline\[gone\].*Changes that need each other are taken as one: of staff and cut/s,
    );
  });

  it("of more than six changes goes by sampled orders, whose shares add up in every replication", async () => {
    const many = [
      ...["referral.rate=x1.5", "link_workers.fte=0.5", "drop_off.base=-1", "waiting_list.uptake=1"],
      ...["contact.first=50 minutes", "needs.extra=2", "mechanisms.turnover=off"],
    ];
    const short = ["horizon=8 weeks"];
    const found = await attribute(scenarioFrom(SMALL, short), scenarioFrom(SMALL, [...short, ...many]), {
      replications: 1,
      by: ["each"],
    });
    expect(found.changes.length).toBe(7);
    expect(found.worlds.length).toBeLessThan(2 ** 7);
    expect([found.people, found.orders?.orders.length]).toEqual([[], 12]);
    const cost = attributedMetrics(found.worlds, found.orders).find(
      ({ metric, groupBy }) => metric === "cost.total" && groupBy === "all",
    );
    const sum = cost?.shares.reduce((total, { share }) => total + (share.mean ?? 0), 0);
    expect(sum).toBeCloseTo(cost?.difference.mean ?? NaN, 9);
    expect(cost?.difference.mean).toBeLessThan(0);
  });
});
