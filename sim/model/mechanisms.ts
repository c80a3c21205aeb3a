import type { Scenario } from "../scenario/schema.ts";
import { MECHANISMS, type Mechanism } from "../scenario/vocabulary.ts";
import type { MechanismDeclaration } from "./mechanism.ts";
import { absorption } from "./mechanisms/absorption.ts";
import { benefit } from "./mechanisms/benefit.ts";
import { bounce } from "./mechanisms/bounce.ts";
import { bureaucracy } from "./mechanisms/bureaucracy.ts";
import { confidence } from "./mechanisms/confidence.ts";
import { contact } from "./mechanisms/contact.ts";
import { cost } from "./mechanisms/cost.ts";
import { cover } from "./mechanisms/cover.ts";
import { displacement } from "./mechanisms/displacement.ts";
import { dropOff } from "./mechanisms/drop-off.ts";
import { funding } from "./mechanisms/funding.ts";
import { fundraising } from "./mechanisms/fundraising.ts";
import { holdOff } from "./mechanisms/hold-off.ts";
import { integration } from "./mechanisms/integration.ts";
import { matching } from "./mechanisms/matching.ts";
import { networking } from "./mechanisms/networking.ts";
import { onward } from "./mechanisms/onward.ts";
import { openDoor } from "./mechanisms/open-door.ts";
import { presence } from "./mechanisms/presence.ts";
import { referral } from "./mechanisms/referral.ts";
import { reliance } from "./mechanisms/reliance.ts";
import { shock } from "./mechanisms/shock.ts";
import { squeeze } from "./mechanisms/squeeze.ts";
import { surge } from "./mechanisms/surge.ts";
import { turnover } from "./mechanisms/turnover.ts";
import { uptake } from "./mechanisms/uptake.ts";

/** Declares every mechanism that a scenario can name: one without a declaration does not compile. */
const DECLARATIONS = {
  referral,
  uptake,
  contact,
  "drop-off": dropOff,
  matching,
  "hold-off": holdOff,
  bureaucracy,
  "open-door": openDoor,
  absorption,
  bounce,
  funding,
  shock,
  networking,
  squeeze,
  surge,
  confidence,
  displacement,
  integration,
  turnover,
  cover,
  fundraising,
  presence,
  onward,
  reliance,
  benefit,
  cost,
} satisfies { readonly [Id in Mechanism]: MechanismDeclaration<Id> };

/** Lists the mechanisms of the model, in the order of a patient's way through it. */
export const MECHANISM_DECLARATIONS: readonly MechanismDeclaration[] = MECHANISMS.map(
  (id) => DECLARATIONS[id],
);

/** Says whether a mechanism is on; it is unless the scenario switches it off. */
export function isOn(scenario: Scenario, id: MechanismDeclaration["id"]): boolean {
  return scenario.mechanisms[id] !== false;
}

/** Replaces the numbers of each mechanism that is off by neutral ones. */
export function neutralise(scenario: Scenario): Scenario {
  return MECHANISM_DECLARATIONS.reduce(
    (sofar, { id, off }) => (isOn(scenario, id) ? sofar : off(sofar)),
    scenario,
  );
}
