import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FORMATS } from "../../cli/results/formats.ts";
import { loadAll } from "../../cli/scenarios/load-scenarios.ts";
import { perform } from "../../cli/work/perform.ts";
import type { Task } from "../../cli/work/task.ts";
import { QUIETLY } from "./quietly.ts";

/**
 * Gives a scenario of a few weeks with everything that makes a table: a standard, and the first of those
 * that are held side by side a variant.
 */
const scenarioOf = (name: string, n: number): string => `name: ${name}
horizon: 4 weeks
practices:
  - { id: elm, list_size: 3000 people }
link_workers: { fte: ${1 - n * 0.25} }
organisations:
  members:
    - { id: lunch-club, type: local, focus: isolation_wellbeing, locality: elm }
standards:
  - { id: seen, metric: wait.first_contact.within_4_weeks, at_least: 1 % }
${n === 0 ? VARIANT : ""}`;

const VARIANT = `variants:
  - { id: half, name: Half posts, why: To see, set: [link_workers.fte=0.5] }
`;

const SET = ["link_workers.fte=0.75"];
const COMMON = { seed: "7", formats: [...FORMATS] };
const TWO = { kind: "replications", count: 2 } as const;

const parameterOf = (path: string, grade: "A" | "C") => ({
  path,
  values: "x0.8:x1.2",
  unit: "",
  low: 0.8,
  high: 1.2,
  grade,
  evidence: null,
  of: "both" as const,
});

/** Folders are named by their command; a plan has three, each with its own table, and a comparison two. */
type FolderName = Task["kind"] | "compare-before" | "plan-frontier" | "plan-where";

/** Sets of values as an ensemble has them. */
const setsOf = (...factors: readonly string[]) =>
  factors.map((factor, i) => ({ member: i + 1, weight: 1, set: [`referral.rate=${factor}`] }));

/** Goals of a plan that every value meets, so that the first is looked at too. */
const GOALS = ["caseload.mean >= 0 people", "caseload.mean <= 1000 people"];

/** Orders that together give every table. */
const ORDERS: Readonly<Record<FolderName, { readonly task: Task; readonly names: readonly string[] }>> = {
  run: {
    task: { kind: "run", ...COMMON, extent: TWO, detail: "headlines", events: true, variants: true },
    names: ["a"],
  },
  compare: {
    task: { kind: "compare", ...COMMON, extent: TWO, twins: 1, variants: true },
    names: ["a", "b", "c"],
  },
  "compare-before": {
    task: {
      kind: "compare",
      ...COMMON,
      extent: TWO,
      twins: 1,
      variants: false,
      ensemble: {
        folder: "by hand",
        replications: 2,
        members: setsOf("x0.9", "x1.1"),
        before: setsOf("x0.5", "x2"),
        stated: [],
      },
    },
    names: ["a", "b"],
  },
  attribute: {
    task: { kind: "attribute", ...COMMON, extent: TWO, detail: "headlines", by: ["each"] },
    names: ["a", "b"],
  },
  sweep: {
    task: {
      kind: "sweep",
      ...COMMON,
      replications: 2,
      vary: [{ path: "referral.rate", values: ["x0.5", "x1", "x2"] }],
      design: "grid",
      points: null,
      metrics: null,
      groups: true,
    },
    names: ["a"],
  },
  calibrate: {
    task: {
      kind: "calibrate",
      ...COMMON,
      over: [
        { path: "referral.rate", values: "20:45 per 1000 a year" },
        { path: "waiting_list.uptake", values: "0.6:1.6" },
      ],
      targets: ["people.referred", "caseload.mean"].map((metric) => ({
        ...{ id: metric, metric, group_by: "all", group: "all", window: "whole", unit: "people" },
        ...{ value: 5, low: 0, high: 100, discrepancy: 0, source: "nobody" },
      })),
      held_out: null,
      waves: 2,
      points: 8,
      replications: 2,
      members: 2,
      candidates: 4,
      member_replications: 2,
      files: [],
      command: "linksim calibrate a",
    },
    names: ["a"],
  },
  sensitivity: {
    task: {
      kind: "sensitivity",
      ...COMMON,
      parameters: [parameterOf("drop_off.base", "A"), parameterOf("referral.rate", "C")],
      metrics: ["people.reached_3", "caseload.mean"],
      budget: 448,
    },
    names: ["a", "b"],
  },
  validate: {
    task: {
      kind: "validate",
      ...COMMON,
      extent: TWO,
      targets: (["fitted", "held_out"] as const).map((role, i) => ({
        ...{ id: role, role, metric: ["people.referred", "caseload.mean"][i], group_by: "all", group: "all" },
        ...{ window: "whole", unit: "people", value: 5, low: 0, high: 100, discrepancy: 0, source: "nobody" },
      })),
    },
    names: ["a"],
  },
  plan: {
    task: {
      kind: "plan",
      ...COMMON,
      at_most: 2,
      goals: GOALS,
      ask: { kind: "least", by: "referral.rate=x0.5,x1,x2" },
    },
    names: ["a"],
  },
  "plan-frontier": {
    task: {
      kind: "plan",
      ...COMMON,
      at_most: 2,
      goals: GOALS,
      ask: {
        kind: "frontier",
        by: ["link_workers.fte=0.5,1", "referral.rate=x1,x2"],
        prices: ["link_workers.fte=10"],
        budget: 100_000,
      },
    },
    names: ["a"],
  },
  "plan-where": {
    task: {
      kind: "plan",
      ...COMMON,
      at_most: 2,
      goals: [],
      ask: { kind: "where", change: "lose", fte: 0.25, part: null },
    },
    names: ["a"],
  },
};

/** Names results folders by their command. */
export type SmallFolders = Readonly<Record<FolderName, string>>;

/**
 * Makes a results folder of each command in every format beneath a folder, in a moment and in this process,
 * and names them by command.
 */
export async function smallFolders(beneath = tmpdir()): Promise<SmallFolders> {
  const home = mkdtempSync(join(beneath, "linksim-small-"));
  const made: Partial<Record<FolderName, string>> = {};
  for (const [folder, { task, names }] of Object.entries(ORDERS)) {
    const out = join(home, folder);
    const files = names.map((name, i) => {
      const file = join(home, `${name}.yaml`);
      writeFileSync(file, scenarioOf(name, i));
      return file;
    });
    // Scenarios that are held side by side keep what they differ in.
    const set = names.length > 1 ? ["referral.rate=x1.5"] : SET;
    await perform(task, loadAll(files, set), set, { ...QUIETLY, out });
    made[folder as FolderName] = out;
  }
  process.exitCode = 0;
  return made as Record<FolderName, string>;
}
