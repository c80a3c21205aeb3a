import { expect, it } from "vitest";
import { listenForInterruption } from "../../cli/terminal/interruption.ts";

it("listens to each signal once, however many pieces of work a process does", () => {
  const heard = () => ["SIGINT", "SIGTERM", "SIGHUP"].map((name) => process.listenerCount(name));
  listenForInterruption();
  const before = heard();
  const signals = Array.from({ length: 12 }, () => listenForInterruption());
  expect(heard()).toEqual(before);
  expect(new Set(signals).size).toBe(12);
});
