import { ENDING_WORDS } from "../../words/endings.ts";
import { ENDING_COLOURS } from "../theme.ts";
import type { Stream } from "./flow-layout.ts";
import { numberOf, type Row } from "./rows.ts";

export const REFERRED = "Referred";
export const SEVERAL = "Three contacts or more";
export const FEW = "One or two contacts";
export const NONE = "No contact";
const MORE = "More than twelve contacts";

/** Endings with the columns of the table that count them. */
export const ENDINGS: readonly {
  readonly name: string;
  readonly columns: readonly string[];
  readonly colour: string;
}[] = [
  { name: ENDING_WORDS.finished, columns: ["finished"], colour: ENDING_COLOURS.finished },
  { name: MORE, columns: [], colour: "#009E73" },
  { name: ENDING_WORDS.open, columns: ["still_open"], colour: ENDING_COLOURS.open },
  { name: ENDING_WORDS.left, columns: ["left", "reviewed_out"], colour: ENDING_COLOURS.left },
  { name: ENDING_WORDS.ended, columns: ["post_ended"], colour: ENDING_COLOURS.ended },
  {
    name: ENDING_WORDS.unseen,
    columns: ["gave_up_waiting", "declined", "never_attended"],
    colour: ENDING_COLOURS.unseen,
  },
];
export const COLUMNS = [[REFERRED], [SEVERAL, FEW, NONE], ENDINGS.map(({ name }) => name)];

/** Counts everybody referred. */
export function referredOf(streams: readonly Stream[]): number {
  return streams.reduce((sum, { from, people }) => sum + (from === REFERRED ? people : 0), 0);
}

/** Counts those who come to a box. */
export function peopleTo(name: string, streams: readonly Stream[]): number {
  return streams.reduce((sum, { to, people }) => sum + (to === name ? people : 0), 0);
}

/** Adds the life table up: who comes to no contact, to one or two, to three or more, and how they end. */
export function streamsOf(rows: readonly Row[]): readonly Stream[] {
  const streams: Stream[] = [];
  const add = (from: string, to: string, people: number): void => {
    if (people > 0) streams.push({ from, to, people });
  };
  const stages = [
    { name: SEVERAL, first: 3, last: Number.POSITIVE_INFINITY },
    { name: FEW, first: 1, last: 2 },
    { name: NONE, first: 0, last: 0 },
  ];
  const last = rows.reduce((most, row) => Math.max(most, numberOf(row, "contacts") ?? 0), 0);
  for (const { name, first, last: end } of stages) {
    const own = rows.filter(
      (row) => (numberOf(row, "contacts") ?? -1) >= first && (numberOf(row, "contacts") ?? 0) <= end,
    );
    let people = 0;
    for (const { name: ending, columns } of ENDINGS) {
      // The table ends at a number of contacts; who comes to more is counted there as reached, and ends
      // later.
      const beyond =
        ending === MORE && end > last ? beyondOf(own.find((row) => numberOf(row, "contacts") === last)) : 0;
      const count = own.reduce(
        (sum, row) => sum + columns.reduce((all, column) => all + (numberOf(row, column) ?? 0), 0),
        beyond,
      );
      people += count;
      add(name, ending, count);
    }
    add(REFERRED, name, people);
  }
  return streams;
}

function beyondOf(row: Row | undefined): number {
  if (row === undefined) return 0;
  const of = (column: string): number => numberOf(row, column) ?? 0;
  return Math.max(0, of("reached") - of("left_after") - of("still_open"));
}
