import type { Scenario } from "../scenario/schema.ts";
import type { Mechanism } from "../scenario/vocabulary.ts";

/**
 * Declares a mechanism: what it rests on, which numbers steer it, and what it is when it is switched off.
 */
export interface MechanismDeclaration<Id extends Mechanism = Mechanism> {
  readonly id: Id;
  /** Rows of the evidence register that it sets to work. */
  readonly evidence: readonly string[];
  /** Paths of the scenario that steer it. */
  readonly parameters: readonly string[];
  /** What a run shows of it. */
  readonly observable: string;
  /**
   * Gives the scenario in which the mechanism does nothing: neutral numbers, so that "off" takes no branch
   * in the model.
   */
  readonly off: (scenario: Scenario) => Scenario;
}
