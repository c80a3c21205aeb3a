import { didYouMean, list } from "./parts.ts";

export const noSuchPractice = (patient: string, practice: string, nearest: string | undefined): string =>
  `--patient ${patient}: found no practice ${practice} in the scenario.${didYouMean(nearest)}`;

export const notRegistered = (patient: string, practice: string, listSize: number): string =>
  `--patient ${patient}: expected a register number from 1 to ${listSize.toLocaleString("en")}, the ` +
  `people on the list of ${practice}.`;

export const neverReferred = (patient: string, replication: number, nearest: readonly string[]): string =>
  `--patient ${patient}: registered, but never referred in replication ${replication}, so there is no story.${
    nearest.length === 0 ? "" : ` Among those who were referred: ${list(nearest)}.`
  } Without --patient, linksim trace names people whose stories are worth reading.`;
