import { isSurelySided } from "../../sim/experiment/level-tester.ts";
import { boardDifference, boardLine } from "../../sim/findings/board.ts";
import { meanOf } from "../../sim/findings/estimates.ts";
import type { Goal } from "../../sim/findings/goal.ts";
import type { NaivePosts } from "../../sim/findings/naive-posts.ts";
import { poundsAPerson, poundsText } from "../../sim/findings/pounds-a-person.ts";
import { wrap } from "../../sim/words/lines.ts";
import { countText, numberText, percentText, wholePercentText } from "../../sim/words/numbers.ts";
import { goalLines } from "./goal-lines.ts";
import { estimateText, fteText, levelTable, type ShownLevel } from "./level-table.ts";
import { wrapIndented } from "./text-table.ts";

const WIDTH = 100;

/** What is told of a plan. */
export interface PlanShown {
  readonly scenario: string;
  readonly path: string;
  /** The goal, then what must hold as well. */
  readonly goals: readonly Goal[];
  readonly seed: string;
  /** Years that are measured. */
  readonly years: number;
  readonly levels: readonly ShownLevel[];
  readonly range: readonly [string, string];
  /** How many values the lever has. */
  readonly values: number;
  readonly meets: number | null;
  readonly fails: number | null;
  readonly falls: readonly { readonly goal: Goal; readonly from: string; readonly to: string }[];
  readonly replications: number;
  readonly naive: NaivePosts;
}

/** Renders a plan: the answer and its certificate, or what binds; what was simulated; the rules of thumb. */
export function planScreen(shown: PlanShown, last: readonly string[]): string {
  const { path, goals, replications, seed } = shown;
  const lines = [
    ...flatteredLines(shown),
    ...wrap(answerText(shown), WIDTH),
    "",
    ...goalLines(goals, WIDTH),
    "",
    ...levelTable(path, goals, shown.levels, markOf(shown)).trimEnd().split("\n"),
    ...shown.falls.flatMap(({ goal, from, to }) =>
      wrapIndented(
        `More is not always better: from ${from} to ${to} ${goal.metric} surely gets worse, so that higher ` +
          "values may fail.",
        WIDTH,
        "",
      ),
    ),
    ...stepLines(shown),
    "",
    ...wrap(naiveText(shown), WIDTH),
    ...wrap(
      `${countText(replications, "replication")} in all (seed ${seed}), with common random numbers at ` +
        `${countText(shown.levels.length, "value")} of ${path} out of ${shown.values}. From and to are bounds that hold ` +
        "however often one looks (a confidence sequence): chance within the model, and nothing of how far its " +
        "assumptions may be from the truth.",
      WIDTH,
    ),
    ...last.flatMap((line) => wrapIndented(line, WIDTH, "")),
  ];
  return `${lines.join("\n")}\n`;
}

/** Says what the last step costs a year, and what it does for people; nothing where either may be chance. */
function stepLines({ levels, meets, fails, years, scenario }: PlanShown): string[] {
  const [before, after] = [fails, meets].map((level) => levels.find((one) => one.level === level));
  if (before === undefined || after === undefined) return [];
  const count = Math.min(before.results.length, after.results.length);
  const [base, other] = [before, after].map(({ plan, results }) => ({
    plan: { ...plan, scenario },
    results: results.slice(0, count),
  }));
  const pounds = poundsAPerson(base, other);
  const [cost, people] = ["cost.total", "people.reached_3"].map(
    (metric) => boardDifference(base, other, boardLine(metric)).mean,
  );
  if (pounds === null || cost === null || people === null) return [];
  const each = numberText(Math.abs(people) / years, 0);
  const text =
    `From the step below to the least: GBP ${numberText(Math.abs(cost) / years, 0)} a year ` +
    `${cost < 0 ? "less" : "more"}, and ${each} ${people < 0 ? "fewer" : "more"} people a year reach three ` +
    `contacts, ${poundsText(pounds)} for each.`;
  return ["", ...wrap(text, WIDTH)];
}

const markOf =
  ({ meets, fails }: PlanShown) =>
  ({ level }: ShownLevel): string =>
    level === meets ? "the least" : level === fails ? "the step below" : "";

/** Says where the share of those referred would point the other way. */
function flatteredLines({ goals: [goal], levels }: PlanShown): string[] {
  const { ofReferred } = goal;
  if (ofReferred === null) return [];
  const opposed = levels.slice(1).find((to, i) => {
    const from = levels[i];
    const [judged, flattered] = [goal.metric, ofReferred].map((metric) => {
      const [before, after] = [meanOf(from, metric), meanOf(to, metric)];
      return before === null || after === null ? 0 : after - before;
    });
    return judged * flattered < 0;
  });
  if (opposed === undefined) return [];
  const text =
    `Of those referred alone (${ofReferred}) the share points the other way below ${opposed.value}: it leaves out who ` +
    "is not referred. The goal is judged on the reference demand.";
  return [...wrap(text, WIDTH), ""];
}

/** Says which value is the least that meets the goal, with its certificate, or what binds. */
export function answerText(shown: PlanShown): string {
  const { path, levels, range } = shown;
  const meets = levels.find(({ level }) => level === shown.meets);
  if (meets === undefined) {
    const top = levels[levels.length - 1];
    return (
      `No ${path} from ${range[0]} to ${range[1]} meets it: at ${top.value} ` +
      `(${fteText(top.fte)}) it is ${estimateText(top)}, ${bindingText(top, shown)}.`
    );
  }
  const fails = levels.find(({ level }) => level === shown.fails);
  const least =
    fails === undefined
      ? "the least of the range, so that less may do as well"
      : `at ${fails.value} (${fteText(fails.fte)}) it is ${estimateText(fails)} and fails`;
  const sure = [meets, ...(fails === undefined ? [] : [fails])].every((level) => isSurelySided(level))
    ? "Each side is wrong with a chance of at most 1 %."
    : "A side is too near the goal to be sure: it is judged by its mean.";
  const cost = meanOf(meets, "cost.total");
  const yearly = cost === null ? "" : ` The programme costs GBP ${numberText(cost / shown.years, 0)} a year.`;
  return (
    `${path} = ${meets.value} is the least that meets it (${fteText(meets.fte)}): there it is ` +
    `${estimateText(meets)}; ${least}. ${sure}${yearly}`
  );
}

/** Says what binds where the most of the lever is too little. */
function bindingText(top: ShownLevel, { goals: [goal] }: PlanShown): string {
  const [hours, places] = ["load.hours", "load.places"].map((metric) => meanOf(top, metric) ?? 0);
  if (Math.max(hours, places) >= 1)
    return hours >= places
      ? `because hours of casework bind: ${wholePercentText(hours)} of those there are are asked for`
      : `because places on caseloads bind: ${wholePercentText(places)} of those there are are asked for`;
  const lost = ["declined", "never_attended"].map((how) => meanOf(top, `lost.share.${how}`) ?? 0);
  const loads = `neither hours (${wholePercentText(hours)} asked for) nor places on caseloads (${wholePercentText(places)}) bind`;
  // Who declines or never attends is no part of a goal on those who stay.
  if (goal.metric.startsWith("wait.first_contact.staying_"))
    return (
      `though neither hours (${wholePercentText(hours)} of those there are are asked for) nor places on caseloads ` +
      `(${wholePercentText(places)}) bind on the mean: what is left is waiting at peaks, in absences and for the day ` +
      "of a first contact"
    );
  const staying = metricOfStaying(goal);
  const would =
    staying === null
      ? ""
      : `. Posts cannot reach them; --goal "${staying} >= ${goal.written}" asks what posts can do`;
  return (
    `because of what posts do not move: ${loads}, while of those referred ${wholePercentText(lost[0])} decline and ` +
    `${wholePercentText(lost[1])} never attend${would}`
  );
}

/** Names the same wait of those who stay; null where the goal is none. */
function metricOfStaying({ metric }: Goal): string | null {
  const within = /^wait\.first_contact\.(within_\w+?)(_of_demand)?$/.exec(metric)?.[1];
  return within === undefined ? null : `wait.first_contact.staying_${within}`;
}

function naiveText({ naive: { spreadsheet, waitingListRule }, levels, meets }: PlanShown): string {
  const answer = levels.find(({ level }) => level === meets);
  const against = (fte: number): string => {
    if (answer === undefined) return "";
    const apart = (fte - answer.fte) / answer.fte;
    return `, ${percentText(Math.round(Math.abs(apart) * 100) / 100)} too ${apart < 0 ? "few" : "many"}`;
  };
  const sheet =
    spreadsheet === null
      ? []
      : [
          `a linear spreadsheet (appointments needed over appointments a post) ${fteText(spreadsheet)}` +
            against(spreadsheet),
        ];
  const rule =
    waitingListRule === null
      ? []
      : [
          `the waiting-list rule of Fong et al. (2022) ${fteText(waitingListRule)}` +
            against(waitingListRule),
        ];
  const told = [...sheet, ...rule];
  return told.length === 0 ? "" : `Rules of thumb ask for other numbers: ${told.join("; ")}.`;
}
