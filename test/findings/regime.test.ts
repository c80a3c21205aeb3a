import { describe, expect, it } from "vitest";
import { loadFolder, simulatePool } from "../../bench/pool.ts";
import { judge, regimeVerdicts, typeVerdicts } from "../../sim/findings/regime.ts";
import type { MeasureKey } from "../../sim/measures/result.ts";

/** Values around a mean, alternately above and below it. */
const around = (mean: number, spread: number, n: number): number[] =>
  Array.from({ length: n }, (_, i) => mean + (i % 2 === 0 ? spread : -spread));

function judged(load: number, { spread = 0.05, growth = 0, change = 0, n = 40 } = {}) {
  return judge({
    load: around(load, spread, n),
    change: around(change, 0.01, n),
    growth: around(growth, 0.02, n),
    open: around(50, 1, n),
    lists: 7,
  });
}

describe("a verdict on a list", () => {
  it("is overloaded above 1, stable below it, and undecided where the bounds hold 1", () => {
    expect(judged(1.2).regime).toBe("overloaded");
    expect(judged(0.8).regime).toBe("stable");
    expect(judged(1.02).regime).toBe("undecided");
  });

  it("is at its limit where the bounds lie within 0.97 to 1.03 and hold 1", () => {
    expect(judged(1.002, { spread: 0.01 }).regime).toBe("at its limit");
    expect(judged(1.002, { spread: 0.05 }).regime).toBe("undecided");
  });

  it("is filling below 1 where list and caseload grow by over 0.2 % of the caseload a week", () => {
    expect(judged(0.8, { growth: 0.3 }).regime).toBe("filling");
    expect(judged(0.8, { growth: 0.1 }).regime).toBe("undecided");
    expect(judged(0.8, { growth: 0.05 }).regime).toBe("stable");
  });

  it("is never decided from fewer than ten replications, nor known without a load", () => {
    expect(judged(3, { n: 9 }).regime).toBe("undecided");
    expect(judged(Number.NaN).regime).toBe("unknown");
  });

  it("has a dated change's shock beside it as a flag", () => {
    expect(judged(0.8, { change: 0.2 })).toMatchObject({ regime: "stable", isShocked: true });
    expect(judged(0.8, { change: 0.05 })).toMatchObject({ regime: "stable", isShocked: false });
  });

  it("says how many replications would decide it, which then do", () => {
    const { replicationsToDecide } = judged(1.05, { n: 12 });
    expect(replicationsToDecide).toBeGreaterThan(12);
    expect(judged(1.05, { n: Math.ceil(1.3 * (replicationsToDecide ?? 0)) }).regime).toBe("overloaded");
    expect(judged(1.2).replicationsToDecide).toBeNull();
  });
});

describe("organisations", () => {
  const metrics = [
    "organisations.count",
    "organisations.places",
    "organisation.load",
    "organisation.load_change",
    "organisation.queue_growth",
    "organisation.in_place",
  ];
  const regimes = (...values: number[]) => {
    const keys = metrics.map(
      (metric): MeasureKey => ({ metric, groupBy: "organisation_type", group: "local", unit: "" }),
    );
    const plan = {
      scenario: "s",
      weeks: 0,
      metrics: keys,
      series: [],
      retention: [],
      windows: [],
      windowed: [],
    };
    const results = Array.from({ length: 10 }, (_, replication) => ({
      replication,
      events: 0,
      values: Float64Array.from(values),
      series: new Float64Array(),
      retention: new Float64Array(),
      windowed: new Float64Array(),
    }));
    return typeVerdicts(plan, results).map(({ regime }) => regime);
  };

  it("are judged by type as lists are", () => {
    expect(regimes(3, 0, 0.5, 0, 0, 9)).toEqual(["closed"]);
    expect(regimes(3, 40, 1.2, 0.5, 1, 40)).toEqual(["overloaded"]);
    expect(regimes(3, 40, 0.9, 0, 1, 40)).toEqual(["filling"]);
    expect(regimes(3, 40, 0.9, 0, 0, 40)).toEqual(["stable"]);
    expect(regimes(0, 0, 0, 0, 0, 0)).toEqual([]);
  });
});

describe("the lists that bench:verdicts judges beside the pilot's", () => {
  it("are overloaded in one practice and at ease in another, at twelve replications already", () => {
    const { loaded, plan, results } = simulatePool(loadFolder("bench/mixed-lists"), {
      seed: "pool",
      count: 12,
      detail: "full",
    });
    const loads = new Map(
      regimeVerdicts(plan, results, loaded.scenario).map(({ pool, load }) => [pool, load]),
    );
    expect([...loads.keys()]).toEqual(["overrun", "full", "busy", "at-ease"]);
    expect(loads.get("overrun")).toBeGreaterThan(1.2);
    expect(Math.abs((loads.get("full") ?? 0) - 1)).toBeLessThan(0.15);
    expect(loads.get("at-ease")).toBeLessThan(0.5);
  });
});
