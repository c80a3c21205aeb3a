import { never } from "../../sim/never.ts";
import { nearestName } from "../../sim/scenario/nearest-name.ts";
import { type Chronicle, chronicle } from "../../sim/stories/chronicle.ts";
import { type PatientReading, type PersonNumber, readPatient } from "../../sim/stories/person.ts";
import { messages } from "../messages/index.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { badInput, failed } from "../terminal/exit-codes.ts";

/** Says which replication is simulated; `set` was laid over the scenario already and is only told. */
export interface OneReplication {
  readonly seed: string;
  readonly replication: number;
  readonly set: readonly string[];
  /** Whose reasons are kept; everybody's if left out. */
  readonly patient?: string | undefined;
}

/** Simulates one replication of a scenario with the reasons of everybody, or of one patient only. */
export function simulateOne(
  { scenario, template, argument }: NamedScenario,
  { seed, replication, set, patient }: OneReplication,
): Chronicle {
  try {
    return chronicle(scenario, template, seed, replication, patient);
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : String(failure);
    const place = { scenario: scenario.name, argument, seed, set, replication };
    throw failed(messages.replicationFailed(place, why));
  }
}

/**
 * Finds a patient by name in worlds that were simulated, or says why there is no such life; the number is
 * the first world's.
 */
export function findPatient(worlds: readonly Chronicle[], name: string, replication: number): PersonNumber {
  const reading = readPatient(worlds, name);
  if (reading.kind === "found") return reading.person;
  throw badInput(refusal(worlds, name, reading, replication));
}

function refusal(
  worlds: readonly Chronicle[],
  name: string,
  reading: Exclude<PatientReading, { kind: "found" }>,
  replication: number,
): string {
  switch (reading.kind) {
    case "no name":
      return messages.badPatient(name);
    case "no practice":
      return messages.noSuchPractice(
        name,
        reading.practice,
        nearestName(reading.practice, worlds[0].names.practices),
      );
    case "not registered":
      return messages.notRegistered(name, reading.practice, reading.listSize);
    case "never referred":
      return messages.neverReferred(name, replication, reading.nearest);
    default:
      return never(reading);
  }
}
