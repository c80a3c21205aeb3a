import { describe, expect, it } from "vitest";
import { compare } from "../../sim/experiment/compare.ts";
import type { Executor } from "../../sim/experiment/executor.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { replicate } from "../../sim/experiment/replicate.ts";
import { differencesOf } from "../../sim/findings/differences.ts";
import { gainedAndLost } from "../../sim/findings/gained-lost.ts";
import { TWIN_CLAIMS, TWIN_FIELDS } from "../../sim/measures/twins.ts";
import { differenceTable } from "../../sim/tables/differences.ts";
import { twinTables } from "../../sim/tables/twins.ts";
import { aScenario } from "../support/a-scenario.ts";

const SHORT = ["horizon=30 weeks"];
const replications = 3;

describe("a comparison", () => {
  it("of equal scenarios finds differences of exactly 0 and no twins", async () => {
    const { base, others } = await compare(aScenario(SHORT), [aScenario(SHORT)], { replications });
    const found = differencesOf(base, others[0]);
    expect(found.length).toBeGreaterThan(500);
    for (const { difference } of found) {
      expect([0, null]).toContain(difference.mean);
      expect([0, null]).toContain(difference.sdPaired);
      expect(difference.varianceReduction).toBeNull();
    }
    const twins = others[0].twins!;
    expect(twins.rows.map(({ base: rows }) => rows.practice.length)).toEqual([0, 0, 0]);
    for (const { referred, differ, gained, lost } of gainedAndLost(twins.counts)) {
      expect({ differ, gained, lost }).toEqual({ differ: 0, gained: 0, lost: 0 });
      expect(referred).toBeGreaterThan(0);
    }
  });

  it("measures of each world what simulating it alone does", async () => {
    const cut = aScenario([...SHORT, "link_workers.fte=0.5"]);
    const { base, others } = await compare(aScenario(SHORT), [cut], { replications });
    expect(base.results).toEqual((await replicate(aScenario(SHORT), { replications })).results);
    expect(others[0].results).toEqual((await replicate(cut, { replications })).results);
  });

  it("counts people so that gained - lost is the difference of people", async () => {
    const { base, others } = await compare(
      aScenario(SHORT),
      [aScenario([...SHORT, "link_workers.fte=0.3"])],
      {
        replications,
      },
    );
    const differences = differencesOf(base, others[0]);
    const counted = gainedAndLost(others[0].twins!.counts);
    for (const [what, metric, sign] of [
      ["referred", "people.referred", 1],
      ["seen", "people.engaged", 1],
      ["reached_3", "people.reached_3", 1],
      ["not_given_up", "people.gave_up", -1],
    ] as const) {
      const groups = counted.filter((row) => row.what === what);
      expect(groups).toHaveLength(6);
      for (const { groupBy, group, net } of groups) {
        const { difference } = differences.find(
          (row) => row.metric === metric && row.groupBy === groupBy && row.group === group,
        )!;
        expect(net.mean).toBeCloseTo(sign * (difference.mean as number), 10);
      }
    }
    expect(counted.find(({ what }) => what === "reached_3")?.lost).toBeGreaterThan(3);
  });

  it("leaves the people of a practice without any connection to a lever untouched", async () => {
    // The two practices share nothing: a locality each, and no organisation beyond it.
    const apart = (post: string): ReturnType<typeof aScenario> =>
      aScenario(
        [
          ...SHORT,
          "organisations.generate.posts_per_city_wide=1000",
          "organisations.generate.posts_per_statutory=1000",
        ],
        `link_workers:
  posts:
    - { id: one, practice: practice-1${post} }
    - { id: two, practice: practice-2 }
`,
      );
    const base = apart("");
    const { others } = await compare(base, [apart(", fte: 0.4")], { replications });
    const twins = others[0].twins!;
    const of = twins.rows.flatMap(({ base: rows, other }) => [
      ...rows.practice.map((p, i) => (rows.reason[i] === 255 ? other.practice[i] : p)),
    ]);
    expect(of.length).toBeGreaterThan(20);
    expect(new Set(of.map((number) => twins.practices.base[number]))).toEqual(new Set(["practice-1"]));
  });

  it("keeps people of the first replications only, and counts all", async () => {
    const cut = aScenario([...SHORT, "link_workers.fte=0.5"]);
    const { others } = await compare(aScenario(SHORT), [cut], { replications, twins: 1 });
    const twins = others[0].twins!;
    expect(twins.rows.map(({ replication }) => replication)).toEqual([0]);
    expect(twins.counts).toHaveLength(3);
    expect(twins.counts[2]).toHaveLength(6 * TWIN_FIELDS);
    expect(twins.counts[2][1]).toBeGreaterThan(0);
    const unpaired = await compare(aScenario(SHORT), [cut], { replications, twins: "none" });
    expect(unpaired.others[0].twins).toBeNull();
    expect(unpaired.others[0].results).toEqual(others[0].results);
  });

  it("names twins with both fates; who was referred in one world only has empty cells in the other", async () => {
    const more = aScenario([...SHORT, "referral.rate=30 per 1000 a year"]);
    const { others } = await compare(aScenario(SHORT), [more], { replications });
    const tables = [...twinTables([{ base: "a", scenario: "b", twins: others[0].twins! }], 50)];
    for (const table of tables.slice(0, -1)) expect(table.rows).toBe(50);
    const names = tables[0].declaration.columns.map(({ name }) => name);
    const rows = tables.flatMap(({ columns, rows: count }) =>
      Array.from({ length: count }, (_, row) =>
        Object.fromEntries(names.map((name, i) => [name, columns[i][row]])),
      ),
    );
    const added = rows.filter((row) => row.ended_base === null);
    expect(added.length).toBeGreaterThan(10);
    for (const row of added)
      expect(row).toMatchObject({ contacts_base: null, wait_days_base: null, needs_base: null });
    expect(
      added.every((row) => row.ended_scenario !== null && /^practice-[12]\/\d+$/.test(String(row.patient))),
    ).toBe(true);
    expect(rows.some((row) => row.ended_base !== null && row.ended_scenario !== null)).toBe(true);
  });

  it("gives the same on a executor that ends replications in another order", async () => {
    const inner = ownThread();
    const backwards: Executor = {
      ...inner,
      executeTogether: async (jobs, replications, onReplication) =>
        (await inner.executeTogether([...jobs].reverse(), [...replications].reverse(), onReplication))
          .map((results) => results.reverse())
          .reverse(),
    };
    const worlds = [aScenario(SHORT), [aScenario([...SHORT, "link_workers.fte=0.5"])]] as const;
    expect(await compare(...worlds, { replications, executor: backwards })).toEqual(
      await compare(...worlds, { replications }),
    );
  });

  it("simulates on until a sign is known, all worlds alike, and tells how many more", async () => {
    const more: number[] = [];
    const goal = { kind: "sign" } as const;
    const { base, others } = await compare(
      aScenario(["horizon=10 weeks"]),
      [aScenario(["horizon=10 weeks", "referral.rate=22 per 1000 a year"])],
      {
        replications: { kind: "differences", goal, metrics: ["people.referred"] },
        twins: "none",
        detail: "summary",
        onMore: (count) => more.push(count),
      },
    );
    const [{ known, results }] = others;
    expect(known).toMatchObject({ isReached: true, sufficed: results.length });
    expect(base.results).toHaveLength(results.length);
    expect(more.reduce((sum, count) => sum + count, 60)).toBe(2 * results.length);
  });

  it("simulates until half-widths of other metrics than measures.precision_on are known", async () => {
    const halfWidths = [{ metric: "people.referred", within: 50 }];
    const { others } = await compare(
      aScenario(["horizon=10 weeks"]),
      [aScenario(["horizon=10 weeks", "referral.rate=22 per 1000 a year"])],
      {
        replications: { kind: "differences", goal: { kind: "absolute", halfWidths } },
        twins: "none",
        detail: "summary",
      },
    );
    expect(others[0].known).toMatchObject({ isReached: true, missing: [] });
    expect(others[0].results.length).toBeLessThan(60);
  });

  it("declares the columns that notebooks rely on", async () => {
    const { base, others } = await compare(aScenario(["horizon=4 weeks"]), [aScenario(["horizon=4 weeks"])], {
      replications,
    });
    const { declaration } = differenceTable(base, others);
    expect(declaration.columns.map(({ name }) => name).join(" ")).toBe(
      "base scenario metric group_by group unit n mean_difference ci_low ci_high sd_paired sd_unpaired variance_reduction differ no_interval",
    );
    expect(TWIN_CLAIMS.map(({ what }) => what).join(" ")).toBe(
      "referred seen reached_3 seen_sooner link_started more_needs_met finished not_given_up post_kept",
    );
  });
});
