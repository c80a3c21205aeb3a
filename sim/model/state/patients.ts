import { type Columns, makeColumns, widenColumns } from "../../engine/columns.ts";
import { Rows } from "../../engine/rows.ts";
import { NEEDS, NEEDS_EACH, PATIENT } from "./records.ts";

const AT_FIRST = 256;

/** Keeps the records of the people in episodes, and with each the person's needs and readiness. */
export class Patients extends Rows<(typeof PATIENT)[number]> {
  readonly needs: Columns<typeof NEEDS> = makeColumns(NEEDS, AT_FIRST * NEEDS_EACH);
  private readiness = new Float64Array(AT_FIRST);

  constructor() {
    super(PATIENT, AT_FIRST);
  }

  /** Takes a record, with room for the needs. */
  override take(): number {
    const patient = super.take();
    const place = patient >> this.shift;
    if (place === this.readiness.length) {
      const wider = new Float64Array(place * 2);
      wider.set(this.readiness);
      this.readiness = wider;
      widenColumns(this.needs, NEEDS, this.readiness.length * NEEDS_EACH);
    }
    return patient;
  }

  /** Gives the place of a patient's first need among all needs. */
  firstNeed(patient: number): number {
    return (patient >> this.shift) * NEEDS_EACH;
  }

  setReadiness(patient: number, readiness: number): void {
    this.readiness[patient >> this.shift] = readiness;
  }

  readinessOf(patient: number): number {
    return this.readiness[patient >> this.shift];
  }
}
