import { createHash } from "node:crypto";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { rehash } from "../../bench/hostile/doctor-results.ts";
import { QUIETLY } from "../../bench/hostile/quietly.ts";
import { verifyQuietly } from "../../bench/hostile/verify-quietly.ts";
import { reportInput } from "../../cli/report/input/report-input.ts";
import { reportOf } from "../../cli/report/report.ts";
import { openResults } from "../../cli/results/open-results.ts";
import { recalledRuns } from "../../cli/results/recalled-runs.ts";
import { loadAll } from "../../cli/scenarios/load-scenarios.ts";
import { perform } from "../../cli/work/perform.ts";
import type { CompareTask, RunTask } from "../../cli/work/task.ts";
import { simulate } from "../../sim/experiment/simulate.ts";
import { keptPlaces } from "../../sim/findings/kept-values.ts";
import { regimeVerdicts, typeVerdicts } from "../../sim/findings/regime.ts";
import { judgeStandards } from "../../sim/findings/standards.ts";
import { CATALOGUE } from "../../sim/measures/catalogue.ts";
import { aFolder, aSharedFolder, SMALL } from "../support/a-folder.ts";

const TWO = { kind: "replications", count: 2 } as const;
const RUN: RunTask = { kind: "run", seed: "1", extent: TWO, formats: ["csv"], events: false, variants: true };
const COMPARE: CompareTask = {
  ...{ kind: "compare", seed: "1", extent: { kind: "replications", count: 4 }, formats: ["csv"] },
  ...{ twins: 1, variants: true },
};

/** Standards of groups that are kept for nothing else, one of demand, one of a quantile and one of a ratio. */
const STANDARDS = `standards:
  - { id: seen, metric: wait.first_contact.within_4_weeks, group_by: quintile, group: "1", at_least: 60 % }
  - { id: wait, metric: wait.first_contact.p90, group_by: practice, group: harbour, at_most: 6 weeks }
  - { id: links, metric: links.per_referral, group_by: sex, group: women, at_least: 0.5 }
`;
const CUT = `${STANDARDS}start: 2014-04-02
timeline:
  - { id: fewer, date: 2014-08-01, kind: posts_cut, to: 1 }
  - { id: shut, date: 2014-09-01, kind: closure, organisations: [advice] }
`;

const home = aSharedFolder();
const folder = (name: string): string => join(home, name);
beforeAll(async () => {
  const files = { s: SMALL, a: SMALL + STANDARDS, b: SMALL.replace("name: small", "name: cut") + CUT };
  for (const [name, text] of Object.entries(files)) writeFileSync(folder(`${name}.yaml`), text);
  const [one, a, b] = Object.keys(files).map((name) => folder(`${name}.yaml`));
  const set = ["horizon=24 weeks"];
  for (const detail of ["headlines", "full"] as const) {
    await perform({ ...RUN, detail }, loadAll([one], set), set, { ...QUIETLY, out: folder(`run-${detail}`) });
    await perform({ ...COMPARE, detail }, loadAll([a, b], []), [], {
      ...QUIETLY,
      out: folder(`compare-${detail}`),
    });
  }
  process.exitCode = 0;
});

const tableIn = (name: string, table: string): string =>
  readFileSync(join(folder(name), `${table}.csv`), "utf8");
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

describe("--detail full", () => {
  it("gives the table replications as before there was a choice, to the byte", () => {
    // Of the commit before, by `linksim run small.yaml --replications 2 --set 'horizon=24 weeks'`.
    expect(sha256(tableIn("run-full", "replications"))).toBe(
      "05e136f49b5687cf9c7235dfd2172fc58845973e6bbe4f0ec8d944bd081b695a",
    );
  });
});

describe("--detail headlines", () => {
  it("keeps rows of the full table, in a sixth of the space, and changes no other table", () => {
    const [few, all] = ["run-headlines", "run-full"].map((name) => tableIn(name, "replications").split("\n"));
    expect(few).toEqual(all.filter((line) => new Set(few).has(line)));
    expect(few.length).toBeLessThan(all.length / 6);
    const others = (name: string) =>
      openResults(folder(name)).record.files.filter((file) => file.name !== "replications.csv");
    expect(others("run-headlines")).toEqual(others("run-full"));
    expect(others("compare-headlines")).toEqual(others("compare-full"));
  });

  it("keeps headline metrics of everybody, and what precision is asked of", () => {
    const { scenario, template } = openResults(folder("run-full")).scenario("small");
    const { plan } = simulate({ scenario, template }, { seed: "1", replication: 0 });
    const measures = { ...scenario.measures, precision_on: ["hours.admin"] };
    const kept = keptPlaces(plan, { ...scenario, measures }).map((place) => plan.metrics[place]);
    const ofAll = kept.filter(({ groupBy }) => groupBy === "all").map(({ metric }) => metric);
    const headlines = CATALOGUE.flatMap(({ metric, isHeadline }) => (isHeadline === true ? [metric] : []));
    expect(ofAll).toEqual(expect.arrayContaining(["hours.admin", ...headlines]));
    expect(ofAll).not.toContain("hours.casework");
  });

  it("keeps every value that verdicts, standards and the page read, and gives the same", async () => {
    const all = await reportInput(openResults(folder("compare-full")));
    const few = await recalledRuns(openResults(folder("compare-headlines")));
    const mains = few.filter(({ variantOf }) => variantOf === null);
    expect(reportOf({ ...all, runs: few, mains })).toEqual(reportOf(all));

    const missing = new Set<string>();
    let reads = 0;
    const watched = all.runs.map((run, i) => {
      const { knownMean } = few[i];
      const { scenario } = all.scenarioOf(run.plan.scenario);
      const kept = new Set(keptPlaces(run.plan, scenario).map(String));
      const results = Array.from(run.results, (result) => ({
        ...result,
        values: new Proxy(result.values, {
          get(values, place) {
            if (typeof place === "symbol" || !/^\d+$/.test(place)) return Reflect.get(values, place, values);
            reads++;
            const { metric, groupBy } = run.plan.metrics[Number(place)];
            if (!kept.has(place)) missing.add(`${metric} by ${groupBy}`);
            return values[Number(place)];
          },
        }),
      }));
      regimeVerdicts(run.plan, results, scenario, knownMean);
      typeVerdicts(run.plan, results, knownMean);
      judgeStandards(scenario.standards, run.plan, results);
      return { ...run, results, knownMean };
    });
    reportOf({ ...all, runs: watched, mains: watched.filter(({ variantOf }) => variantOf === null) });
    expect([...missing]).toEqual([]);
    expect(reads).toBeGreaterThan(1000);
  });

  it.each(["run-headlines", "compare-headlines", "run-full"])(
    "of %s is verified whole and by a sample",
    async (name) => {
      expect(await verifyQuietly(folder(name))).toMatchObject({ code: 0, message: "" });
      const { code, stdout } = await verifyQuietly(folder(name), 1);
      expect(code).toBe(0);
      expect(/the rows of .*summary\.csv/.test(stdout)).toBe(name !== "run-full");
    },
  );

  it("is verified by a sample in what follows from the values that are kept", async () => {
    const copy = aFolder();
    cpSync(folder("run-headlines"), copy, { recursive: true });
    const doctor = async (row: RegExp, sample: number) => {
      const lines = tableIn("run-headlines", "summary").split("\n");
      const at = lines.findIndex((line) => row.test(line));
      lines[at] = lines[at].replace(/,2,(\d)/, ",2,7$1");
      writeFileSync(join(copy, "summary.csv"), lines.join("\n"));
      rehash(copy);
      return (await verifyQuietly(copy, sample)).code;
    };
    expect(await doctor(/^small,caseload\.mean,all,/, 1)).toBe(3);
    expect(await doctor(/^small,people\.reached_3,practice,elm,/, 1)).toBe(3);
    // What is said to be not verified.
    expect(await doctor(/^small,people\.referred,sex,men,/, 1)).toBe(0);
    expect(await doctor(/^small,people\.referred,sex,men,/, Number.POSITIVE_INFINITY)).toBe(3);
  });
});
