import { describe, expect, it } from "vitest";
import { openScenario } from "../../cli/scenarios/open-scenario.ts";
import { threads } from "../../cli/threads/threads.ts";
import { compare } from "../../sim/experiment/compare.ts";
import { planSweep } from "../../sim/experiment/design/sweep-plan.ts";
import type { SimulatedReplication } from "../../sim/experiment/executor.ts";
import { replicate } from "../../sim/experiment/replicate.ts";
import { simulate } from "../../sim/experiment/simulate.ts";
import { sweep } from "../../sim/experiment/sweep.ts";
import { aScenario } from "../support/a-scenario.ts";

const SHORT = ["horizon=2 weeks"];
const loaded = aScenario(SHORT);
const VARY = { "link_workers.fte": ["0.5", "1"] };

/** Hands something to a function as JavaScript would, whose callers no compiler has seen. */
const asJavaScript = <A, R>(call: (given: A) => R, given: unknown): R =>
  Reflect.apply(call, undefined, [given]);

const WHOLE = "expected a whole number from 1 to 100,000, got";
const NO_COUNTS: readonly [unknown, string][] = [
  ["3", '"3"'],
  [Number.NaN, "the number NaN"],
  [-1, "the number -1"],
  [0, "the number 0"],
  [1.5, "the number 1.5"],
  [Number.POSITIVE_INFINITY, "the number Infinity"],
  [1e9, "the number 1000000000"],
  [null, "nothing"],
  [true, "boolean true"],
  [3n, "bigint 3"],
];
const NO_SEEDS: readonly [unknown, string][] = [
  [1, "the number 1"],
  ["", '""'],
  ["1\n2", '"1\\n2"'],
  [null, "nothing"],
  [{}, "an object"],
];

async function first(points: AsyncGenerator): Promise<unknown> {
  return points.next();
}

describe("a number of replications", () => {
  it.each(NO_COUNTS)("%o is refused by each experiment", async (replications, got) => {
    const words = `replications: ${WHOLE} ${got}.`;
    const options = { replications };
    await expect(asJavaScript((given: object) => replicate(loaded, given), options)).rejects.toThrow(words);
    await expect(asJavaScript((given: object) => compare(loaded, [loaded], given), options)).rejects.toThrow(
      words,
    );
    const plan = { ...planSweep({ vary: VARY }), replications };
    await expect(first(asJavaScript((given: never) => sweep(() => loaded, given), plan))).rejects.toThrow(
      words,
    );
    expect(() => asJavaScript((given: object) => planSweep({ vary: VARY, ...given }), options)).toThrow(
      `--replications: found ${got}, expected a whole number from 1 to 100,000`,
    );
    const counted = { replications: { kind: "replications", count: replications } };
    await expect(asJavaScript((given: object) => replicate(loaded, given), counted)).rejects.toThrow(words);
    await expect(asJavaScript((given: object) => compare(loaded, [loaded], given), counted)).rejects.toThrow(
      words,
    );
  });
});

describe("a precision", () => {
  it.each<[unknown, string]>([
    [{ kind: "precision" }, "got nothing"],
    [{ kind: "precision", relative: Number.NaN }, "got the number NaN"],
    [{ kind: "precision", relative: 0 }, "got the number 0"],
    [{ kind: "precision", relative: -0.1 }, "got the number -0.1"],
    [{ kind: "precision", relative: "0.05" }, 'got "0.05"'],
    [{ kind: "precise" }, 'got "precise"'],
    [{}, "got nothing"],
  ])("%o of a run is refused", async (replications, got) => {
    const run = asJavaScript((given: object) => replicate(loaded, given), { replications });
    await expect(run).rejects.toThrow(got);
    await expect(run).rejects.toThrow(RangeError);
  });

  it.each<[unknown, string]>([
    [{ kind: "differences" }, "got nothing"],
    [{ kind: "differences", goal: {} }, "got nothing"],
    [{ kind: "differences", goal: { kind: "relative" } }, "got nothing"],
    [{ kind: "differences", goal: { kind: "absolute" } }, "got nothing"],
    [{ kind: "differences", goal: { kind: "absolute", halfWidths: [] } }, "got a list of 0"],
    [{ kind: "differences", goal: { kind: "absolute", halfWidths: [{ metric: "a" }] } }, "got nothing"],
    [{ kind: "differences", goal: { kind: "sign" }, metrics: [] }, "got a list of 0"],
    [{ kind: "differences", goal: { kind: "sign" }, metrics: ["none.such"] }, 'got "none.such"'],
    [{ kind: "precision", relative: 0.1 }, 'got "precision"'],
  ])("%o of differences is refused", async (replications, got) => {
    const comparison = asJavaScript((given: object) => compare(loaded, [loaded], given), { replications });
    await expect(comparison).rejects.toThrow(got);
  });

  it("on a metric that the scenario does not measure is refused before anything is simulated", async () => {
    const unmeasured = aScenario([...SHORT, "measures.precision_on=[none.such]"]);
    const replications = { kind: "precision", relative: 0.1 } as const;
    await expect(replicate(unmeasured, { replications })).rejects.toThrow('got "none.such"');
  });
});

describe("a seed", () => {
  it.each(NO_SEEDS)("%o is refused by each experiment", async (seed, got) => {
    const words = `seed: expected a text of one line without control characters, such as 1 or winter, got ${got}.`;
    const options = { seed, replications: 1 };
    await expect(asJavaScript((given: object) => replicate(loaded, given), options)).rejects.toThrow(words);
    await expect(asJavaScript((given: object) => compare(loaded, [loaded], given), options)).rejects.toThrow(
      words,
    );
    expect(() => asJavaScript((given: object) => simulate(loaded, given), options)).toThrow(words);
    expect(() => asJavaScript((given: object) => planSweep({ vary: VARY, ...given }), options)).toThrow(
      `--seed: found ${got}, expected a text`,
    );
  });
});

describe("any other option", () => {
  it.each<[string, object, string]>([
    ["twins", { twins: "5" }, 'twins: expected a whole number from 0 to 100,000, got "5"'],
    ["twins below none", { twins: -1 }, "twins: expected"],
    ["a detail", { detail: "all" }, 'detail: expected one of full, summary, got "all"'],
    ["an executor", { executor: {} }, "executor: expected an executor"],
    ["a signal", { signal: {} }, "signal: expected the signal of an AbortController"],
    ["who hears", { onReplication: "me" }, 'onReplication: expected a function, got "me"'],
  ])("is refused if it is wrong: %s", async (_, options, words) => {
    const given = { replications: 1, ...options };
    await expect(asJavaScript((more: object) => compare(loaded, [loaded], more), given)).rejects.toThrow(
      words,
    );
  });

  it("is refused where a scenario is none", async () => {
    const words = "scenario: expected a scenario with its template";
    for (const none of [undefined, "glasgow-pilot", {}, { scenario: {} }]) {
      await expect(asJavaScript((given: never) => replicate(given), none)).rejects.toThrow(words);
      await expect(asJavaScript((given: never) => compare(loaded, [given]), none)).rejects.toThrow(words);
    }
    await expect(asJavaScript((given: never) => compare(loaded, given), loaded)).rejects.toThrow("others:");
    expect(() => asJavaScript(openScenario, 7)).toThrow("scenario: expected the name of a file");
    expect(() => asJavaScript((set: never) => openScenario("glasgow-pilot", { set }), "a=b")).toThrow(
      "expected a list of PATH=VALUE texts",
    );
  });

  it.each<[string, object, string]>([
    ["a design", { design: "random" }, '--design: found "random", expected one of grid, lhs, sobol'],
    ["metrics", { metrics: "load.referrals" }, "expected a list of metrics"],
    [
      "values that are numbers",
      { vary: { "link_workers.fte": [0.5, 1] } },
      "link_workers.fte: found a list of 2",
    ],
    ["nothing to vary", { vary: undefined }, "found nothing to vary"],
  ])("is refused in a plan of a sweep: %s", (_, question, words) => {
    expect(() => asJavaScript(planSweep, { vary: VARY, ...question })).toThrow(words);
  });

  it.each<[string, object, string]>([
    ["points at once", { atOnce: 0 }, "atOnce: expected a whole number from 1"],
    ["points left out", { without: [1] }, "without: expected a set"],
  ])("is refused in a sweep: %s", async (_, options, words) => {
    const points = asJavaScript(
      (given: object) => sweep(() => loaded, planSweep({ vary: VARY }), given),
      options,
    );
    await expect(first(points)).rejects.toThrow(words);
  });

  it("is refused where threads are counted", () => {
    for (const count of ["2", 0, -1, 1.5, Number.NaN, 257])
      expect(() => asJavaScript(threads, count)).toThrow("workers: expected a whole number from 1 to 256");
  });

  it("is refused where one replication is named", () => {
    for (const replication of ["0", -1, 0.5, Number.NaN, 100_000])
      expect(() => asJavaScript((given: object) => simulate(loaded, given), { replication })).toThrow(
        "replication: expected a whole number from 0 to 99,999",
      );
  });
});

describe("a signal", () => {
  it("is heard between any two replications, also of what an executor had kept", async () => {
    const { plan, names, results } = simulate(loaded);
    const [result] = results;
    const kept = {
      plan: async () => plan,
      names: async () => names,
      close: async () => {},
      execute: async (
        _: unknown,
        numbers: readonly number[],
        hear: (one: SimulatedReplication) => unknown = () => {},
      ) => {
        for (const replication of numbers)
          await hear({ result: { ...result, replication }, journal: undefined, fates: undefined });
        return numbers.map((replication) => ({ ...result, replication }));
      },
      executeTogether: () => Promise.reject(new Error("not asked for")),
    };
    const stop = new AbortController();
    setImmediate(() => stop.abort("from outside"));
    await expect(
      replicate(loaded, { replications: 100_000, signal: stop.signal, executor: kept }),
    ).rejects.toBe("from outside");
  });
});
