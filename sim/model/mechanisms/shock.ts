import { LEVERS } from "../levers/levers.ts";
import type { MechanismDeclaration } from "../mechanism.ts";

/**
 * **Shock.** On a date organisations of some types, focuses or names lose a share of their income in real
 * terms: in one step, over a stated time, or for some of them only, drawn at random. Or they close on that
 * day, or statutory ones give up a share of their places at once. An action dated on or after the end of the
 * run changes nothing.
 */
export const shock: MechanismDeclaration<"shock"> = {
  id: "shock",
  evidence: ["M14", "O9", "O22"],
  parameters: ["timeline"],
  observable: "organisations.places, organisations.closed after the date",
  off: (scenario) => ({
    ...scenario,
    timeline: scenario.timeline.filter(({ kind }) => LEVERS[kind].rule !== "shock"),
  }),
};
