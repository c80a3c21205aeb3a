import { dayNumber } from "../engine/civil-date.ts";
import { MINUTES_PER_DAY, MINUTES_PER_YEAR } from "../engine/minutes.ts";
import type { ScenarioResults } from "../measures/scenario-results.ts";
import { dateText } from "../words/dates.ts";
import { durationText } from "../words/durations.ts";
import { listText } from "../words/lists.ts";
import { numberText } from "../words/numbers.ts";
import { moneyText, roundedText } from "../words/rounded.ts";
import { type BoardDifference, boardDifference, boardLine, boardNumber, SEEN_SOON } from "./board.ts";
import { boardText, boardTexts, decimalsOf } from "./difference-words.ts";
import type { SimulatedTime } from "./unlike-worlds.ts";

/** A run, with what its answer names: its time and its dated changes. */
export interface AnsweredRun extends ScenarioResults {
  readonly time: SimulatedTime;
  /** Dated changes in plain words, in order of date. */
  readonly timeline: readonly string[];
  /** The date of each of them. */
  readonly dates: readonly string[];
}

const REACHED = boardLine("people.reached_3");
const REFERRED = boardLine("people.referred");
const SOON = boardLine(SEEN_SOON);
const FINISHED = boardLine("finished.share");
const COST = boardLine("cost.total");
const PLACES = boardLine("cost.places");
const FTE = boardLine("posts.fte_end");

/**
 * Answers in one sentence what runs say: of one alone how many are helped, how soon and for how much; of
 * two what the second changes; of more which helps most. Runs are to simulate the same time.
 */
export function answerOf([base, ...others]: readonly AnsweredRun[]): string {
  if (others.length === 0) return aloneText(base);
  return others.length === 1 ? pairText(base, others[0]) : manyText([base, ...others]);
}

function aloneText(run: AnsweredRun): string {
  const text = (line: typeof REACHED): string | null => {
    const number = boardNumber(run, line);
    return number.mean === null ? null : boardText(number, line);
  };
  const [referred, reached, soon, cost] = [REFERRED, REACHED, SOON, COST].map(text);
  const time = durationText(run.time.horizon);
  if (referred === null || referred === "0") return `In ${time} nobody is referred.`;
  const parts = [
    ...(reached === null ? [] : [`${reached} reach three contacts`]),
    ...(soon === null ? [] : [`${soon} % of the reference demand are seen within 4 weeks`]),
    ...(cost === null ? [] : [`the programme costs GBP ${cost}`]),
  ];
  return `Of ${referred} people referred in ${time} ${listText(parts)}.`;
}

function pairText(base: AnsweredRun, other: AnsweredRun): string {
  const reached = boardDifference(base, other, REACHED);
  const parts = [
    peopleText(reached, base.plan.scenario),
    ...[SOON, FINISHED].flatMap((line) => shareText(base, other, line)),
    ...costPart(boardDifference(base, other, COST)),
  ];
  return `In ${other.plan.scenario} ${listText(parts)}.`;
}

function peopleText(difference: BoardDifference, base: string): string {
  const { mean, low, high, surety } = difference;
  if (mean === null) return `it is not known how many people reach three contacts beside ${base}`;
  if (surety === "same") return `as many people reach three contacts as in ${base}`;
  const decimals = decimalsOf(difference, REACHED);
  const size = (value: number): string => roundedText(Math.abs(value), decimals);
  if (surety === "unknown")
    return `about as many people reach three contacts as in ${base} (no difference beyond chance)`;
  const [near, far] = mean < 0 ? [high, low] : [low, high];
  const isRange = near !== null && far !== null && size(near) !== size(far);
  const interval = isRange ? ` (${size(near)} to ${size(far)})` : "";
  const people = mean < 0 ? "fewer people" : "more people";
  return `${size(mean)} ${people}${interval} reach three contacts than in ${base}`;
}

const SHARE_WORDS: Readonly<Record<string, string>> = {
  [SEEN_SOON]: "the share of the reference demand seen within 4 weeks",
  "finished.share": "the share that finishes",
};
/** Points of a share under which it is not worth a board's attention. */
const SMALL = 2;

function shareText(base: AnsweredRun, other: AnsweredRun, line: typeof SOON): string[] {
  const { mean, surety } = boardDifference(base, other, line);
  if (mean === null || Math.abs(mean) < SMALL || (surety !== "surely" && surety !== "likely")) return [];
  const [from, to] = boardTexts(
    [base, other].map((run) => boardNumber(run, line)),
    line,
  );
  return [`${SHARE_WORDS[line.metric]} ${mean < 0 ? "falls" : "rises"} from ${from} to ${to} %`];
}

function costPart({ mean, surety }: BoardDifference): string[] {
  if (mean === null) return [];
  if (surety === "same") return ["the programme costs the same"];
  if (surety === "unknown") return [];
  return [`the programme costs ${moneyText(Math.abs(mean))} ${mean < 0 ? "less" : "more"}`];
}

function manyText(runs: readonly AnsweredRun[]): string {
  const [base] = runs;
  const ordered = runs
    .map((run) => ({ name: run.plan.scenario, number: boardNumber(run, REACHED) }))
    .filter(({ number }) => number.mean !== null)
    .sort((a, b) => (b.number.mean ?? 0) - (a.number.mean ?? 0));
  if (ordered.length === 0) return "Nobody reaches three contacts in any scenario.";
  const people = ({ name, number }: (typeof ordered)[number]): string =>
    `${name} (${boardText(number, REACHED)} people)`;
  const [first, last] = [ordered[0], ordered[ordered.length - 1]];
  const beside = [first, last].some(({ name }) => name === base.plan.scenario)
    ? ""
    : `; ${base.plan.scenario}, the base, has ${boardText(boardNumber(base, REACHED), REACHED)}`;
  return `In ${people(first)} most people reach three contacts, in ${people(last)} least${beside}.`;
}

/**
 * Says in plain words what a change saves or costs a year, what that means for people, and per pound; for
 * posts also in full-time equivalents. Since the first dated change that the other world alone has, else
 * over the whole run. Nothing where neither money nor posts differ.
 */
export function conclusionOf(base: AnsweredRun, other: AnsweredRun): string | null {
  const sure = (line: typeof COST): number => {
    const { mean, surety } = boardDifference(base, other, line);
    return mean !== null && surety !== "unknown" && surety !== "same" ? mean : 0;
  };
  const { years, since } = timeOf(base, other);
  const [people, cost, places, fte] = [sure(REACHED), sure(COST), sure(PLACES), sure(FTE)];
  const isPlaces = cost === 0;
  const money = (isPlaces ? places : cost) / years;
  if (money === 0 && fte === 0) return null;
  const what = isPlaces ? "organisations' places cost those who pay for them" : "the programme costs";
  const paid =
    money === 0 ? [] : [`${what} ${moneyText(Math.abs(money))} a year ${money < 0 ? "less" : "more"}`];
  const each = people / years;
  const helped = each === 0 ? [] : [`${peopleAYear(each)} reach three contacts`];
  const per =
    money === 0 || each === 0 || money > 0 !== each > 0
      ? ""
      : `, one for each ${moneyText(money / each)} ${money < 0 ? "saved" : "spent"}`;
  const staff = Math.abs(fte) < 0.05 ? "" : ` There ${posts(Math.abs(fte), fte < 0 ? "fewer" : "more")}.`;
  const parts = [...paid, ...helped];
  return `${parts.length === 0 ? "" : `${since} ${listText(parts)}${per}.`}${staff}`.trim();
}

function posts(fte: number, way: string): string {
  const count = numberText(fte, Number.isInteger(Number(fte.toFixed(1))) ? 0 : 1);
  return count === "1" ? `is 1 ${way} post (FTE)` : `are ${count} ${way} posts (FTE)`;
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
