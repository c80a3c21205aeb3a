import { Calendar } from "../../engine/calendar.ts";
import { Log } from "../../engine/columns.ts";
import { Rows } from "../../engine/rows.ts";
import { Patients } from "./patients.ts";
import { CONTACT, DEMAND, EPISODE, LINK_WAIT, LINKS, NEED_WAIT, RETURNS } from "./records.ts";

/**
 * Holds what of a world grows while a replication runs. It grows to what the largest replication needs and
 * is kept from one replication to the next and, where scenarios are simulated one after another, from one
 * world to the next. Only one world may use it at a time.
 */
export class Memory {
  readonly calendar = new Calendar(4096);
  readonly patients = new Patients();
  readonly links = new Rows(LINKS);
  readonly returns = new Rows(RETURNS);
  readonly episodes = new Log(EPISODE);
  readonly demand = new Log(DEMAND);
  readonly contacts = new Log(CONTACT);
  readonly linkWaits = new Log(LINK_WAIT);
  readonly needWaits = new Log(NEED_WAIT);

  /** Forgets what is to come and everybody's records, and keeps the logs. */
  resetRecords(): void {
    this.calendar.reset();
    this.patients.reset();
    this.links.reset();
    this.returns.reset();
  }

  /** Forgets everything and keeps the memory. */
  reset(): void {
    this.resetRecords();
    this.episodes.reset();
    this.demand.reset();
    this.contacts.reset();
    this.linkWaits.reset();
    this.needWaits.reset();
  }
}
