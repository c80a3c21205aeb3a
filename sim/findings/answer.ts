import type { ScenarioResults } from "../measures/scenario-results.ts";
import { durationText } from "../words/durations.ts";
import { listText } from "../words/lists.ts";
import { moneyText, roundedText } from "../words/rounded.ts";
import { sentence } from "../words/sentences.ts";
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

/** What stands beside an answer, so that the answer of two runs need not say it. */
export interface AlreadyTold {
  /** What changes: names of scenarios are left out. */
  readonly isChange: boolean;
  /** The share seen soon. */
  readonly isSoon: boolean;
}

const NOTHING_TOLD: AlreadyTold = { isChange: false, isSoon: false };

/**
 * Answers in one sentence what runs say: of one alone how many are helped, how soon and for how much; of
 * two what the second changes; of more which helps most. Runs are to simulate the same time.
 */
export function answerOf([base, ...others]: readonly AnsweredRun[], told = NOTHING_TOLD): string {
  if (others.length === 0) return aloneText(base);
  return others.length === 1 ? pairText(base, others[0], told) : manyText([base, ...others]);
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

function pairText(base: AnsweredRun, other: AnsweredRun, { isChange, isSoon }: AlreadyTold): string {
  const reached = boardDifference(base, other, REACHED);
  const parts = [
    peopleText(reached, isChange ? null : base.plan.scenario, boardNumber(base, REACHED).mean ?? 0),
    ...[...(isSoon ? [] : [SOON]), FINISHED].flatMap((line) => shareText(base, other, line)),
    ...costPart(boardDifference(base, other, COST)),
  ];
  return isChange ? sentence(listText(parts)) : `In ${other.plan.scenario} ${listText(parts)}.`;
}

/** Two numbers are about alike where they may differ by no more than this share of the base. */
const ALIKE = 0.1;

const isNarrow = ({ low, high }: BoardDifference, base: number): boolean =>
  low !== null && high !== null && Math.max(-low, high) <= ALIKE * base;

function peopleText(difference: BoardDifference, base: string | null, before: number): string {
  const { mean, low, high, surety } = difference;
  const asIn = base === null ? "as without it" : `as in ${base}`;
  if (mean === null)
    return `it is not known how many people reach three contacts beside ${base ?? "what is without it"}`;
  if (surety === "same") return `as many people reach three contacts ${asIn}`;
  const decimals = decimalsOf(difference, REACHED);
  const size = (value: number): string => roundedText(Math.abs(value), decimals);
  if (surety === "unknown")
    return isNarrow(difference, before)
      ? `about as many people reach three contacts ${asIn} (no difference beyond chance)`
      : "it is within chance whether fewer or more people reach three contacts";
  const [near, far] = mean < 0 ? [high, low] : [low, high];
  const isRange = near !== null && far !== null && size(near) !== size(far);
  const interval = isRange ? ` (${size(near)} to ${size(far)})` : "";
  const people = mean < 0 ? "fewer people" : "more people";
  return `${size(mean)} ${people}${interval} reach three contacts${base === null ? "" : ` than in ${base}`}`;
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
