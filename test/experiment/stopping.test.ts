import { describe, expect, it } from "vitest";
import { compare } from "../../sim/experiment/compare.ts";
import { planSweep } from "../../sim/experiment/design/sweep-plan.ts";
import { replicate } from "../../sim/experiment/replicate.ts";
import { simulate } from "../../sim/experiment/simulate.ts";
import { sweep } from "../../sim/experiment/sweep.ts";
import { aScenario } from "../support/a-scenario.ts";

const SHORT = ["horizon=4 weeks"];
const under = (set: readonly string[]) => aScenario([...SHORT, ...set]);
const plan = planSweep({ vary: { "link_workers.fte": "0.5:1:0.1" }, replications: 2 });

async function pointsOf(points: ReturnType<typeof sweep>): Promise<number[]> {
  const found: number[] = [];
  for await (const { point } of points) found.push(point.point);
  return found;
}

describe("an experiment that is told to stop", () => {
  it("rejects with the signal's reason and simulates no further, whatever the experiment", async () => {
    const experiments = [
      (signal: AbortSignal, onReplication: () => void) =>
        replicate(under([]), { replications: 50, signal, onReplication }),
      (signal: AbortSignal, onReplication: () => void) =>
        compare(under([]), [under(["link_workers.fte=0.5"])], { replications: 50, signal, onReplication }),
      (signal: AbortSignal, onReplication: () => void) =>
        pointsOf(sweep(under, plan, { signal, onReplication })),
    ];
    for (const experiment of experiments) {
      const stop = new AbortController();
      let simulated = 0;
      const ended = experiment(stop.signal, () => {
        if (++simulated === 3) stop.abort("enough");
      });
      await expect(ended).rejects.toBe("enough");
      expect(simulated).toBe(3);
    }
  });

  it("does not begin under a signal that was given before", async () => {
    const signal = AbortSignal.abort("too late");
    await expect(replicate(under([]), { signal })).rejects.toBe("too late");
  });

  it("lets others have a turn in its own thread, so that they can stop it", async () => {
    const stop = new AbortController();
    setImmediate(() => stop.abort("from outside"));
    await expect(replicate(under([]), { replications: 100_000, signal: stop.signal })).rejects.toBe(
      "from outside",
    );
  });

  it("simulates no point of a sweep that nobody asks for", async () => {
    let simulated = 0;
    for await (const { point } of sweep(under, plan, { onReplication: () => void simulated++ }))
      if (point.point === 2) break;
    expect(simulated).toBe(4);
  });
});

describe("an experiment", () => {
  it("takes a number of replications, or says what is wrong with it", async () => {
    expect((await replicate(under([]), { replications: 2 })).results).toHaveLength(2);
    for (const replications of [0, -1, 2.5, Number.NaN])
      await expect(replicate(under([]), { replications })).rejects.toThrow("a whole number from 1");
  });

  it("holds what simulating each of its replications alone gives", async () => {
    const { plan: measures, results } = await replicate(under([]), { replications: 3, seed: "7" });
    const alone = [0, 1, 2].map((replication) => simulate(under([]), { seed: "7", replication }));
    expect(results).toEqual(alone.flatMap((one) => one.results));
    expect(alone[0].plan).toEqual(measures);
    expect(alone[0].journal).toBeUndefined();
  });

  it("keeps what happened if asked for, without a change of what is measured", () => {
    const kept = simulate(under([]), { keepsJournal: true });
    expect(kept.journal?.what.length).toBeGreaterThan(0);
    expect(kept.results).toEqual(simulate(under([])).results);
  });
});
