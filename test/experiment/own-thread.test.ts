import { expect, it } from "vitest";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { jobOf } from "../../sim/experiment/replicate.ts";
import { aScenario } from "../support/a-scenario.ts";
import { bytesHeld } from "../support/bytes-held.ts";

it("an executor in the caller's thread lets its world go when it is closed, and can make another", async () => {
  const job = jobOf(aScenario(["horizon=520 weeks"]), { seed: "1" });
  // What measures count in is kept for the next of any executor.
  const first = ownThread();
  await first.execute(job, [0]);
  await first.close();
  const executor = ownThread();
  const before = await bytesHeld();
  const [{ values }] = await executor.execute(job, [0]);
  const results = values.byteLength;
  const ofWorld = (await bytesHeld()) - before;
  await executor.close();
  const left = (await bytesHeld()) - before;
  expect(ofWorld).toBeGreaterThan(1e6);
  expect(left).toBeLessThan(0.2 * ofWorld + results);
  expect((await executor.execute(job, [0]))[0].values).toEqual(values);
});
