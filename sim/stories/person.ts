import type { Chronicle } from "./chronicle.ts";
import { splitPatientName } from "./patient-name.ts";

/** Names a registered person of a chronicle by numbers. */
export interface PersonNumber {
  readonly practice: number;
  readonly register: number;
}

/** Writes a person's name as tables do: practice and register number. */
export function patientName({ names }: Chronicle, { practice, register }: PersonNumber): string {
  return `${names.practices[practice]}/${register}`;
}

/** Tells what became of reading a patient's name: somebody with a life to tell, or why there is none. */
export type PatientReading =
  | { readonly kind: "found"; readonly person: PersonNumber }
  | { readonly kind: "no name" }
  | { readonly kind: "no practice"; readonly practice: string }
  | { readonly kind: "not registered"; readonly practice: string; readonly listSize: number }
  | { readonly kind: "never referred"; readonly practice: string; readonly nearest: readonly string[] };

const NEAREST = 3;

/**
 * Reads a patient's name, `practice-3/1742`, and looks for that person in one chronicle or more; numbers are
 * those of the first that knows the practice.
 */
export function readPatient(chronicles: readonly Chronicle[], name: string): PatientReading {
  const split = splitPatientName(name);
  if (split === undefined) return { kind: "no name" };
  const [practice, register] = split;
  const knowing = chronicles.find(({ names }) => names.practices.includes(practice));
  if (knowing === undefined) return { kind: "no practice", practice };
  const listSize = Math.max(
    ...chronicles.map(({ names, listSizes }) => listSizes[names.practices.indexOf(practice)] ?? 0),
  );
  if (register < 1 || register > listSize) return { kind: "not registered", practice, listSize };
  const known = new Set(chronicles.flatMap((simulated) => registersOf(simulated, practice)));
  if (known.has(register))
    return { kind: "found", person: { practice: knowing.names.practices.indexOf(practice), register } };
  const nearest = [...known]
    .sort((a, b) => Math.abs(a - register) - Math.abs(b - register) || a - b)
    .slice(0, NEAREST)
    .map((other) => `${practice}/${other}`);
  return { kind: "never referred", practice, nearest };
}

function registersOf({ names, journal }: Chronicle, practice: string): number[] {
  const number = names.practices.indexOf(practice);
  const found = new Set<number>();
  journal.practice.forEach((other, row) => {
    if (other === number) found.add(journal.register[row]);
  });
  return [...found];
}
