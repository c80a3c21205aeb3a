import { dayNumber } from "../engine/civil-date.ts";
import { MINUTES_PER_DAY, MINUTES_PER_YEAR } from "../engine/minutes.ts";
import { dateText } from "../words/dates.ts";
import { listText } from "../words/lists.ts";
import { numberText } from "../words/numbers.ts";
import { moneyText } from "../words/rounded.ts";
import type { AnsweredRun } from "./answer.ts";
import { boardDifference, boardLine } from "./board.ts";

const REACHED = boardLine("people.reached_3");
const COST = boardLine("cost.total");
const PLACES = boardLine("cost.places");
const FTE = boardLine("posts.fte_end");

/**
 * Says in plain words what a change saves or costs a year, what that means for people, and per pound; for
 * posts also in full-time equivalents. Since the first dated change that the other world alone has, else
 * over the whole run. Nothing where neither money nor posts differ.
 */
export function conclusionOf(base: AnsweredRun, other: AnsweredRun): string | null {
  const { since, isPlaces, money, people: each, fte } = changeAYear(base, other);
  if (money === 0 && fte === 0) return null;
  const what = isPlaces ? "organisations' places cost those who pay for them" : "the programme costs";
  const paid =
    money === 0 ? [] : [`${what} ${moneyText(Math.abs(money))} a year ${money < 0 ? "less" : "more"}`];
  const helped = each === 0 ? [] : [`${peopleAYear(each)} reach three contacts`];
  const per = hasPrice(money, each)
    ? `, one for each ${moneyText(money / each)} ${money < 0 ? "saved" : "spent"}`
    : "";
  const staff = isOfPosts(fte)
    ? ` There ${postsText(fte).startsWith("1 ") ? "is" : "are"} ${postsText(fte)}.`
    : "";
  const parts = [...paid, ...helped];
  return `${parts.length === 0 ? "" : `${since} ${listText(parts)}${per}.`}${staff}`.trim();
}

/**
 * Says the same in a few words: what each person fewer saves, or each more costs, and posts in full-time
 * equivalents; null where there is no price and no posts differ.
 */
export function briefConclusionOf(base: AnsweredRun, other: AnsweredRun): string | null {
  const { money, people, fte } = changeAYear(base, other);
  const [what, way] = money < 0 ? ["saved", "fewer"] : ["spent", "more"];
  const parts = [
    ...(hasPrice(money, people) ? [`${moneyText(money / people)} ${what} for each person ${way}`] : []),
    ...(isOfPosts(fte) ? [`${fteText(fte)} FTE ${fte < 0 ? "fewer" : "more"}`] : []),
  ];
  return parts.length === 0 ? null : parts.join("; ");
}

/** Says whether posts differ by what can be written. */
const isOfPosts = (fte: number): boolean => Math.abs(fte) >= 0.05;

/** Says whether money buys people: both fall, or both grow. */
const hasPrice = (money: number, people: number): boolean => money * people > 0;

/** What a change comes to a year, as far as it is beyond chance. */
interface ChangeAYear {
  readonly since: string;
  /** Whether the money is that of those who pay for places, as the programme costs the same. */
  readonly isPlaces: boolean;
  /** In GBP. */
  readonly money: number;
  /** Who reach three contacts. */
  readonly people: number;
  /** Of posts at the end, in full-time equivalents; not by year. */
  readonly fte: number;
}

function changeAYear(base: AnsweredRun, other: AnsweredRun): ChangeAYear {
  const sure = (line: typeof COST): number => {
    const { mean, surety } = boardDifference(base, other, line);
    return mean !== null && surety !== "unknown" && surety !== "same" ? mean : 0;
  };
  const { years, since } = timeOf(base, other);
  const [people, cost, places, fte] = [sure(REACHED), sure(COST), sure(PLACES), sure(FTE)];
  const isPlaces = cost === 0;
  return { since, isPlaces, money: (isPlaces ? places : cost) / years, people: people / years, fte };
}

function postsText(fte: number): string {
  const count = fteText(fte);
  return `${count} ${fte < 0 ? "fewer" : "more"} ${count === "1" ? "post" : "posts"} (FTE)`;
}

function fteText(fte: number): string {
  const size = Math.abs(fte);
  return numberText(size, Number.isInteger(Number(size.toFixed(1))) ? 0 : 1);
}

function peopleAYear(people: number): string {
  const size = numberText(Number(Math.abs(people).toPrecision(3)), Math.abs(people) < 9.95 ? 1 : 0);
  return `${size} ${people < 0 ? "fewer" : "more"} people a year`;
}

/** Years over which a change works: from the first dated change that the other alone has. */
function timeOf(base: AnsweredRun, other: AnsweredRun): { readonly years: number; readonly since: string } {
  const { start, horizon } = other.time;
  const date = other.dates.find((_, i) => !base.timeline.includes(other.timeline[i]));
  const whole = { years: horizon / MINUTES_PER_YEAR, since: "Over the run" };
  if (date === undefined) return whole;
  const before = (dayNumber(date) - dayNumber(start)) * MINUTES_PER_DAY;
  if (!(before > 0 && before < horizon)) return whole;
  return { years: (horizon - before) / MINUTES_PER_YEAR, since: `Since ${dateText(date)}` };
}
