import { expect, it } from "vitest";
import { checkText } from "../../cli/screen/check-text.ts";
import { durationText } from "../../sim/words/durations.ts";
import { scenarioFrom } from "../support/a-scenario.ts";

it("reads titles back in any characters, beside ids that stay strict", () => {
  const loaded = scenarioFrom(`name: north
title: "Ceann a Tuath: 40 % gearradh, an dà bhliadhna"
horizon: 2 years
practices:
  - { id: practice-1, list_size: 4000, title: "Dr Ní Bhriain & Partners (Possilpark)" }
organisations:
  members: [{ id: pantry, type: local, focus: money_advice, locality: practice-1, title: "The Pantry, 12–14 High St" }]
`);
  const text = checkText(loaded, () => undefined, "north");
  expect(text).toContain("north: no problem found.\n  Ceann a Tuath: 40 % gearradh, an dà bhliadhna\n");
  expect(text.replaceAll(/\s+/g, " ")).toContain(
    "Titles: practice-1 is Dr Ní Bhriain & Partners (Possilpark) and pantry is The Pantry, 12–14 High St.",
  );
  expect(text).toContain("for 2 years.");
});

it("writes years and months where they are whole, and weeks as weeks", () => {
  expect([1_051_920, 524_160, 262_980, 10_080].map(durationText)).toEqual([
    "2 years",
    "52 weeks",
    "6 months",
    "1 week",
  ]);
});
