import type { Story } from "../../sim/stories/story.ts";
import type { WorthReading } from "../../sim/stories/worth-reading.ts";
import { wrap } from "../../sim/words/lines.ts";
import { columnsText } from "./text-table.ts";

const WIDTH = 100;

/** Says which replication a story is from. */
export interface StoryPlace {
  readonly scenario: string;
  readonly seed: string;
  readonly replication: number;
}

/** Lays a story out: a paragraph a day. */
export function storyText({ patient, person, days, ending }: Story, place: StoryPlace): string {
  return [
    `${patient} in ${placeText(place)}`,
    ...wrap(person, WIDTH),
    "",
    ...days.flatMap(dayLines),
    ...(ending === undefined ? [] : wrap(ending, WIDTH)),
    "",
  ].join("\n");
}

/** Names a replication. */
export const placeText = ({ scenario, seed, replication }: StoryPlace): string =>
  `${scenario}, seed ${seed}, replication ${replication}`;

/** Lays a day of a story out. */
export function dayLines({ date, sentences }: Story["days"][number]): string[] {
  return wrap(`${date}. ${sentences.join(" ")}`, WIDTH - 2).map((line, i) => (i === 0 ? line : `  ${line}`));
}

/** Lists people whose stories are worth reading, and how to read one. */
export function worthReadingText(
  people: readonly WorthReading[],
  place: StoryPlace,
  command: string,
): string {
  if (people.length === 0) return `Nobody was referred in ${placeText(place)}.\n`;
  return [
    `People whose stories are worth reading, in ${placeText(place)}:`,
    "",
    columnsText(people.map(({ patient, why }) => [`  ${patient}`, why])).trimEnd(),
    "",
    `Read one with: ${command} --patient ${people[0].patient}`,
    "Anybody else is found by practice and register number, as in the column `patient` of the tables " +
      "events and twins.",
    "",
  ].join("\n");
}

const COLUMN = 48;
const GAP = " | ";

/** Lays two stories out side by side, days of one date beside each other. */
export function sideBySide(
  names: readonly [string, string],
  first: readonly Story["days"][number][],
  second: readonly Story["days"][number][],
): string {
  const minutes = [...new Set([...first, ...second].map(({ minute }) => minute))].sort((a, b) => a - b);
  const lines = [row(...names), row("-".repeat(COLUMN), "-".repeat(COLUMN))];
  for (const minute of minutes) {
    const [left, right] = [first, second].map((days) => {
      const day = days.find((other) => other.minute === minute);
      return day === undefined ? [] : wrap(`${day.date}. ${day.sentences.join(" ")}`, COLUMN);
    });
    for (let i = 0; i < Math.max(left.length, right.length); i++)
      lines.push(row(left[i] ?? "", right[i] ?? ""));
    lines.push(row("", ""));
  }
  return `${lines.join("\n")}\n`;
}

const row = (left: string, right: string): string => `${left.padEnd(COLUMN)}${GAP}${right}`.trimEnd();
