import { expect, it } from "vitest";
import { cutNames } from "../../sim/figures/internal/cut-names.ts";

it("cuts long names in the middle, and not where two would read alike", () => {
  const cut = cutNames(["glasgow-2024-cut-least-deprived", "glasgow-2024-cut-spread"], 20);
  expect([...cut.values()]).toEqual(["glasgow-20\u2026-deprived", "glasgow-20\u2026ut-spread"]);
  expect([...cut.values()].map((name) => name.length)).toEqual([20, 20]);
  expect([...cutNames(["short"], 20).values()]).toEqual(["short"]);
  const alike = ["glasgow-first-planned", "glasgow-other-planned"];
  expect([...cutNames(alike, 15).values()]).toEqual(alike);
});
