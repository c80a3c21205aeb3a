import { civilDate, dayNumber } from "../engine/civil-date.ts";
import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from "../engine/minutes.ts";
import type { Reason, ReasonKind } from "../model/reasons.ts";
import { countWords } from "../words/counts-in-letters.ts";
import { dateText } from "../words/dates.ts";
import { shortened } from "../words/lines.ts";
import { dayWords, timeWords } from "../words/moments.ts";
import { numberText, wholePercentText } from "../words/numbers.ts";
import { sentence } from "../words/sentences.ts";
import type { Chronicle } from "./chronicle.ts";
import { eventWords } from "./event-words.ts";
import type { Cause, Explanation, NumberParting } from "./explanation.ts";
import { patientName } from "./person.ts";
import type { Spread } from "./spread.ts";

/** Two worlds with the names by which they are told apart. */
export interface TwoWorlds {
  readonly first: Chronicle;
  readonly second: Chronicle;
  readonly names: readonly [string, string];
}

/** Says where two worlds part, and by which rule. */
export function partingSentences(worlds: TwoWorlds, explanation: Explanation): string[] {
  const { parting, number, events } = explanation;
  const numberLines = number === undefined ? [] : [numberSentence(worlds, number, parting !== undefined)];
  if (parting === undefined)
    return [
      ...(number === undefined
        ? [
            `No event differs: both worlds have the same ${numberText(events, 0)} events, for the same ` +
              "reasons.",
          ]
        : [`No event differs: both worlds have the same ${numberText(events, 0)} events.`, ...numberLines]),
      ...(number === undefined ? sameInSpite(worlds, explanation) : ruleSentences(worlds, explanation)),
    ];
  const { first, second, names } = worlds;
  const firstText = parting.first < 0 ? "" : eventWords(first, parting.first);
  const secondText = parting.second < 0 ? "" : eventWords(second, parting.second);
  const when = `${dayWords(first.names.firstDay, parting.minute)} at ${timeWords(parting.minute)}`;
  const what = {
    "only in first": `in ${names[0]} ${firstText}; in ${names[1]} that does not happen then`,
    "only in second": `in ${names[1]} ${secondText}; in ${names[0]} that does not happen then`,
    differs: `in ${names[0]} ${firstText}; in ${names[1]} ${secondText}`,
  }[parting.kind];
  return [sentence(`${when}: ${what}`), ...numberLines, ...ruleSentences(worlds, explanation)];
}

function sameInSpite(worlds: TwoWorlds, { causes }: Explanation): string[] {
  if (causes.length === 0) return ["The two scenarios do not differ either."];
  return ["The scenarios do differ, but in this replication nothing came of it:", ...listOf(worlds, causes)];
}

function ruleSentences(worlds: TwoWorlds, { parting, number, suspects, causes }: Explanation): string[] {
  const rule = parting?.rule ?? number?.rule;
  const at = `The rule at work: ${rule}.`;
  if (causes.length === 0)
    return [
      at,
      "The two scenarios do not differ: the same input gave two worlds. That is a fault in linksim; " +
        "report it with this command.",
    ];
  if (suspects.length === 0)
    return [
      at,
      "None of the differences was in force by then. That is a fault in linksim; report it with this " +
        "command.",
    ];
  const [only] = suspects;
  if (suspects.length === 1)
    return [
      `${at} One difference alone was in force by then, so it made the worlds part: ` +
        `${causeWords(worlds, only)}.`,
    ];
  const rules = new Set([rule, number?.rule]);
  const own = suspects.filter((cause) => cause.rules.some((name) => rules.has(name)));
  if (own.length === 0 || own.length === suspects.length)
    return [`${at} ${suspects.length} differences were in force by then:`, ...listOf(worlds, suspects)];
  return [
    `${at} ${suspects.length} differences were in force by then; of this rule:`,
    ...listOf(worlds, own),
    "and of others, which may have led to it:",
    ...listOf(worlds, suspects.slice(own.length)),
  ];
}

const MAX_LISTED = 12;

/** Lists differences of the scenarios, a line each. */
export function listOf(worlds: TwoWorlds, causes: readonly Cause[]): string[] {
  const lines = causes.slice(0, MAX_LISTED).map((cause) => `- ${causeWords(worlds, cause)}`);
  const more = causes.length - MAX_LISTED;
  return more > 0 ? [...lines, `- and ${more} more`] : lines;
}

/** Says what a difference of two scenarios is. */
export function causeWords({ names }: TwoWorlds, { path, first, second, action }: Cause): string {
  const only = first === undefined ? names[1] : second === undefined ? names[0] : undefined;
  if (action !== undefined) {
    const isWhole = path === `timeline[${action.id}]`;
    const change =
      `the dated change "${action.id}" (${action.kind.replaceAll("_", " ")}, ` +
      `${dateWords(dayNumber(action.date))})`;
    if (isWhole && only !== undefined) return `${change}, only in ${only}`;
    return (
      `of ${change} ${path}: ${first ?? "nothing"} in ${names[0]}, ${second ?? "nothing"} in ` + `${names[1]}`
    );
  }
  if (only !== undefined) return `${path} is only in ${only}`;
  return `${path}: ${briefly(first)} in ${names[0]}, ${briefly(second)} in ${names[1]}`;
}

const MAX_LETTERS = 60;

/** Shortens the text of a long value, such as a list of holidays. */
const briefly = (value = "nothing"): string => shortened(value, MAX_LETTERS);

const NUMBER_WORDS: Readonly<Record<ReasonKind, string>> = {
  who: "who somebody is",
  waits: "why somebody waits",
  offer: "what was free at an offer",
  uptake: "whether a first appointment is taken up",
  booking: "when an appointment is wanted",
  leaving: "whether somebody will have left by the next appointment",
  missing: "whether an appointment is missed",
  worked: "the work on a need",
  held: "why a need is held back",
  chosen: "what a link worker believes of an organisation",
  calls: "what a link takes before it is answered",
  refusal: "how an organisation stands",
  inLine: "the place in an organisation's line",
  takeUp: "whether a place is taken up",
  leavesPlace: "what a place did for somebody",
  onceMore: "whether somebody comes once more",
};

function numberSentence({ first, names }: TwoWorlds, number: NumberParting, hasEvent: boolean): string {
  const { practice, register } = first.journal;
  const person = { practice: practice[number.row], register: register[number.row] };
  const who = number.row < 0 ? "" : ` (${patientName(first, person)})`;
  const values = number.fields.map(
    (field) =>
      `${fieldWords(field)} ${valueWords(first, field, number.first)} in ${names[0]} and ` +
      `${valueWords(first, field, number.second)} in ${names[1]}`,
  );
  const when = dayWords(first.names.firstDay, number.minute);
  const lead = hasEvent
    ? "A number behind the events differed first, on"
    : "But a number behind them does, from";
  return `${lead} ${when}, in ${NUMBER_WORDS[number.first.kind]}${who}: ${values.join("; ")}.`;
}

const fieldWords = (field: string): string => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function valueWords({ names }: Chronicle, field: string, reason: Reason): string {
  // The field is one of the reason's kind.
  const value = (reason as unknown as Readonly<Record<string, number>>)[field];
  if (field === "minute" || field === "wanted" || field === "arrival" || field === "filledAt")
    return dayWords(names.firstDay, value);
  if (field.startsWith("chance")) return value.toPrecision(4);
  return Number.isInteger(value) ? String(value) : value.toPrecision(4);
}

const WEEKS = [1, 4, 13, 26, 52];

/** Says how many people have another life, and by when. */
export function spreadSentences({ first, second }: TwoWorlds, { people, touched }: Spread): string[] {
  const [earliest] = touched;
  if (earliest === undefined)
    return [`All ${numberText(people, 0)} people live the same life in both worlds.`];
  const share = wholePercentText(touched.length / Math.max(1, people));
  const end = Math.max(first.endMinute, second.endMinute);
  const since = touched.filter(({ minute }) => minute >= earliest.minute);
  const by = WEEKS.filter((weeks) => earliest.minute + weeks * MINUTES_PER_WEEK < end).map((weeks) => {
    const until = earliest.minute + weeks * MINUTES_PER_WEEK;
    const count = since.filter(({ minute }) => minute < until).length;
    const date = dateWords(first.names.firstDay + Math.floor(until / MINUTES_PER_DAY));
    return `${numberText(count, 0)} within ${countWords(weeks, "week")} (by ${date})`;
  });
  return [
    `Of ${numberText(people, 0)} people with an event in either world ${numberText(touched.length, 0)} ` +
      `(${share}) have another life in the other.`,
    `The first is touched on ${dayWords(first.names.firstDay, earliest.minute)}; ` +
      `${[...by, `${numberText(touched.length, 0)} by the end`].join(", ")}.`,
  ];
}

const dateWords = (day: number): string => dateText(civilDate(day));
