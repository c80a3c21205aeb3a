import { sumInterval } from "../../../sim/findings/estimates.ts";
import type { Table } from "../../../sim/tables/table.ts";
import { numberText } from "../../../sim/words/numbers.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import { rowsWith } from "../input/table-rows.ts";
import { estimateText } from "./interval-words.ts";

/** Says how many people are referred and how far they come; people first, shares beside them. */
export function peopleText(run: SummaryInput, retention: Table | undefined): string {
  if (isNobodyReferred(run)) return "nobody is referred.";
  const people = (metric: string): string => estimateText(sumInterval(run, { terms: [[metric, 1]] }));
  const reached = sumInterval(run, { terms: [["reached_3.share", 1]] });
  const share = estimateText(reached, 1, { factor: 100, inside: [0, 1] });
  const within =
    reached.mean === null
      ? `The run is shorter than ${run.by}, so it is not known what share reaches three contacts by then.`
      : `Within ${run.by} of referral ${share} % reach three contacts; those referred late in the run ` +
        "have had less time than that.";
  const ends = endingsOf(run, retention);
  const ended =
    ends === undefined
      ? ""
      : ` By the end ${count(ends.finished)} had finished with every need met or passed on, and ` +
        `${count(ends.left)} had left with needs open.`;
  return (
    `of ${people("people.referred")} people referred, ${people("people.engaged")} were seen at least ` +
    `once and ${people("people.reached_3")} reached three contacts by the end of the run. ` +
    `${within}${ended}`
  );
}

/** Says how many were never seen, and how many found no post to be referred to. */
export function unseenText(run: SummaryInput, retention: Table | undefined): string | undefined {
  const ends = endingsOf(run, retention);
  if (ends === undefined) return undefined;
  const asked = sumInterval(run, { terms: [["requests.usual_care", 1]] });
  const waiting = sumInterval(run, { terms: [["waiting_list.end", 1]] });
  const nobody =
    (asked.mean ?? 0) < 0.5
      ? ""
      : ` Another ${estimateText(asked)} requests came at practices without a post: they are in no ` +
        "list and in no share here.";
  if (isNobodyReferred(run)) return nobody === "" ? undefined : nobody.replace(" Another ", "");
  return (
    `${count(ends.neverSeen)} of those referred ended without being seen once: ${count(ends.gaveUp)} ` +
    `gave up waiting, ${count(ends.declined)} declined what was offered or never came. ` +
    `${estimateText(waiting)} people were waiting for a first contact at the end.${nobody}`
  );
}

/** Says whether nobody was referred, of whom there is nothing to tell. */
export function isNobodyReferred(run: SummaryInput): boolean {
  return (sumInterval(run, { terms: [["people.referred", 1]] }).mean ?? 0) === 0;
}

interface Endings {
  readonly finished: number;
  readonly left: number;
  readonly neverSeen: number;
  readonly gaveUp: number;
  readonly declined: number;
}

/** Adds up how those referred ended, from the life table; undefined where it is not there. */
function endingsOf({ plan }: SummaryInput, retention: Table | undefined): Endings | undefined {
  const rows = rowsWith(retention, { scenario: plan.scenario, group_by: "all", group: "all" });
  const unseen = rows.find((row) => row.contacts === 0);
  if (unseen === undefined) return undefined;
  const sum = (column: string): number =>
    rows.reduce((total, row) => total + (row.contacts === 0 ? 0 : Number(row[column] ?? 0)), 0);
  return {
    finished: sum("finished"),
    left: sum("left"),
    neverSeen: Number(unseen.left_after),
    gaveUp: Number(unseen.gave_up_waiting),
    declined: Number(unseen.declined) + Number(unseen.never_attended),
  };
}

const count = (people: number): string => numberText(people, 0);
