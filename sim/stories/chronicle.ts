import { makeWorld } from "../experiment/simulator.ts";
import { Journal, type ReasonsOf } from "../model/journal.ts";
import { type JournalNames, journalNames } from "../model/journal-names.ts";
import type { JournalColumns } from "../model/journal-rows.ts";
import type { ReasonColumns } from "../model/reasons.ts";
import { runReplication } from "../model/run.ts";
import { replicationKey, rootKey } from "../random/keys.ts";
import type { TemplateRow } from "../scenario/load.ts";
import type { Scenario } from "../scenario/schema.ts";
import { FOCUSES, type Focus } from "../words/focuses.ts";
import { ORGANISATION_TYPES, type OrganisationType } from "../words/organisation-types.ts";
import { splitPatientName } from "./patient-name.ts";

/** Holds all that is to be known of one replication to tell its stories. */
export interface Chronicle {
  readonly scenario: Scenario;
  readonly names: JournalNames;
  readonly journal: JournalColumns;
  readonly reasons: ReasonColumns;
  /** Type and focus of each organisation, by number. */
  readonly organisations: readonly { readonly type: OrganisationType; readonly focus: Focus }[];
  /** People on the list of each practice, by number. */
  readonly listSizes: readonly number[];
  readonly ageBands: readonly string[];
  /** Minutes at which measuring starts and the run ends. */
  readonly startMinute: number;
  readonly endMinute: number;
}

/**
 * Simulates one replication of a scenario under a seed and keeps what happened, with the reasons of
 * everybody or of one patient; nothing is measured.
 */
export function chronicle(
  scenario: Scenario,
  template: readonly TemplateRow[],
  seed: string,
  replication: number,
  patient?: string,
): Chronicle {
  const w = makeWorld(scenario, template);
  const names = journalNames(w);
  const journal = new Journal(patient === undefined ? "everybody" : personIn(names, patient));
  w.journal = journal;
  runReplication(w, replicationKey(rootKey(seed), replication));
  const { typeOf, focusOf, practices, organisations } = w.layout;
  return {
    scenario,
    names,
    journal: journal.copy(w),
    reasons: journal.reasons(),
    organisations: organisations.map((_, o) => ({
      type: ORGANISATION_TYPES[typeOf[o]],
      focus: FOCUSES[focusOf[o]],
    })),
    listSizes: practices.map(({ listSize }) => listSize),
    ageBands: Object.keys(scenario.people.age_bands),
    startMinute: w.clock.startMinute,
    endMinute: w.clock.endMinute,
  };
}

function personIn({ practices }: JournalNames, patient: string): ReasonsOf {
  const [practice, register] = splitPatientName(patient) ?? ["", 0];
  return { practice: practices.indexOf(practice), register };
}
