import { Rows } from "../../engine/rows.ts";
import { NEED_STEP, Needs } from "./needs.ts";
import { PATIENT } from "./records.ts";

const AT_FIRST = 256;

/** Keeps the records of the people in episodes, and with each the person's needs and readiness. */
export class Patients extends Rows<(typeof PATIENT)[number]> {
  readonly needs = new Needs(AT_FIRST);

  constructor() {
    super(PATIENT, AT_FIRST);
  }

  /** Takes a record, with room for the needs. */
  override take(): number {
    const patient = super.take();
    const place = patient >> this.shift;
    if (place === this.needs.people) this.needs.widen(place * 2);
    return patient;
  }

  /** Gives the number of a patient's need `n`, from 0. */
  need(patient: number, n: number): number {
    return this.needs.numberOf(patient >> this.shift, n);
  }

  /** Gives the number of a patient's first need; the others follow in steps of `NEED_STEP`. */
  firstNeed(patient: number): number {
    return this.need(patient, 0);
  }

  /** Gives the number past a patient's last need. */
  needsEnd(patient: number): number {
    return this.firstNeed(patient) + this.fields.needs[patient] * NEED_STEP;
  }

  setReadiness(patient: number, readiness: number): void {
    this.needs.setReadiness(patient >> this.shift, readiness);
  }

  readinessOf(patient: number): number {
    return this.needs.readinessOf(patient >> this.shift);
  }
}
