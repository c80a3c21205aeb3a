import { expect, it } from "vitest";
import { makeWorld } from "../../sim/experiment/simulator.ts";
import { Journal } from "../../sim/model/journal.ts";
import { runReplication } from "../../sim/model/run.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { aScenario } from "../support/a-scenario.ts";

/** Every other Wednesday of the year. */
const HOLIDAYS = Array.from({ length: 26 }, (_, n) =>
  new Date(Date.UTC(2014, 3, 9 + 14 * n)).toISOString().slice(0, 10),
);

it("never goes back in time, though requests of a holiday come on the next working day", () => {
  const { scenario, template } = aScenario([
    "referral.rate=90 per 1000 a year",
    `calendar.holidays=[${HOLIDAYS.map((day) => `"${day}"`).join(", ")}]`,
  ]);
  const w = makeWorld(scenario, template);
  w.journal = new Journal();
  runReplication(w, replicationKey(rootKey("holidays"), 0));
  const { minute } = w.journal.copy(w);
  expect(minute.length).toBeGreaterThan(1000);
  expect(minute.findIndex((at, row) => row > 0 && at < minute[row - 1])).toBe(-1);
});
