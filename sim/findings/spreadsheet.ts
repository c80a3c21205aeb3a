import type { ScenarioResults } from "../measures/scenario-results.ts";
import { meanOf } from "./estimates.ts";
import type { RegimeVerdict } from "./regime.ts";

/** Share by which two figures must differ before they are called different. */
const APART = 0.1;
/** Share by which the spreadsheet's load may differ where it gives two scenarios the same answer. */
const ALIKE = 0.02;

/** What a linear spreadsheet does not see, set against it in a comparison. */
const MISSED = ["wait.first_contact.mean", "finished.share", "waiting_list.end"] as const;

/** What a scenario measured, with the verdicts on its waiting lists. */
export interface JudgedResults extends ScenarioResults {
  readonly verdicts: readonly RegimeVerdict[];
}

/** Holds where a spreadsheet misjudges a scenario. */
export interface Misjudged {
  readonly scenario: string;
  /** Full-time posts that it asks for, over those there are. */
  readonly load: number;
  readonly lists: number;
  readonly listsOver: number;
  /** It finds room for all, where lists are overloaded or closed. */
  readonly findsRoom: boolean;
  /** It finds too few posts, where lists are not overloaded. */
  readonly findsTooFew: boolean;
  /**
   * People who reach three contacts, by the spreadsheet and by the simulation; null where both say about the
   * same.
   */
  readonly reachedThree: { readonly sheet: number; readonly simulated: number } | null;
}

/** Finds where the spreadsheet misjudges a scenario; null where it does not. */
export function misjudged(run: JudgedResults): Misjudged | null {
  const load = meanOf(run, "spreadsheet.load");
  const sheet = meanOf(run, "spreadsheet.reached_3");
  const simulated = meanOf(run, "people.reached_3");
  if (load === null || sheet === null || simulated === null) return null;
  // What is undecided or unknown stands on neither side.
  const lists = run.verdicts.filter(({ regime }) => regime !== "undecided" && regime !== "unknown").length;
  const listsOver = run.verdicts.filter(
    ({ regime }) => regime === "overloaded" || regime === "closed",
  ).length;
  const findsRoom = load < 1 && listsOver > 0;
  const findsTooFew = load >= 1 && listsOver < lists;
  const isApart = Math.abs(sheet - simulated) > APART * simulated;
  if (!findsRoom && !findsTooFew && !isApart) return null;
  const reachedThree = isApart ? { sheet, simulated } : null;
  return { scenario: run.plan.scenario, load, lists, listsOver, findsRoom, findsTooFew, reachedThree };
}

/** A metric in which two scenarios differ. */
export interface MissedChange {
  readonly metric: (typeof MISSED)[number];
  readonly before: number;
  readonly after: number;
}

/**
 * Finds what changes from one scenario to another to which the spreadsheet gives the same answer; nothing
 * where it gives another.
 */
export function missedChanges(base: ScenarioResults, other: ScenarioResults): readonly MissedChange[] {
  const [before, after] = [meanOf(base, "spreadsheet.load"), meanOf(other, "spreadsheet.load")];
  if (before === null || after === null || Math.abs(after - before) > ALIKE * before) return [];
  return MISSED.flatMap((metric): MissedChange[] => {
    const [one, two] = [meanOf(base, metric), meanOf(other, metric)];
    if (one === null || two === null || Math.abs(two - one) <= APART * one) return [];
    return [{ metric, before: one, after: two }];
  });
}
