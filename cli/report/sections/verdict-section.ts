import { meanOf } from "../../../sim/findings/estimates.ts";
import { groupMean } from "../../../sim/findings/known-mean.ts";
import { listNames } from "../../../sim/findings/list-names.ts";
import { referredOtherWayTexts } from "../../../sim/findings/of-referred.ts";
import { REGIME_WORDS, type RegimeVerdict } from "../../../sim/findings/regime.ts";
import { numberText } from "../../../sim/words/numbers.ts";
import { shorterWaitLines } from "../../screen/shorter-wait-lines.ts";
import { standardSentence } from "../../screen/standard-lines.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import { comparable, unlikeTexts } from "../../screen/unlike-text.ts";
import { regimeHeading, typesText, worstFirst, worstOf } from "../../screen/verdict-lines.ts";
import type { ReportInput } from "../input/report-input.ts";
import {
  type Block,
  heading,
  list,
  paragraph,
  type ReportCell,
  type Section,
  type Sentence,
  type TableBlock,
  warning,
} from "../page/content.ts";
import { differenceSentence } from "./difference-section.ts";

/** Lists that are worst beyond chance and told of in a sentence, at most. */
const MAX_TOLD = 2;
/** More waiting lists than this are folded away. */
const MAX_LISTS = 12;

/** Says first what a board must know: whether each waiting list keeps up, with how many posts. */
export function verdictSection(input: ReportInput): Section {
  const { mains } = input;
  const alike = comparable(mains);
  const [base, ...others] = alike;
  const blocks: Block[] = [
    ...unlikeTexts(mains).map(warning),
    ...list(
      mains.flatMap(({ plan, standards }) =>
        standards.map((judged) => ({ about: plan.scenario, text: standardSentence(judged) })),
      ),
    ),
    ...list([...mains.map(verdictSentence), ...others.map((other) => differenceSentence(base, other))]),
    ...shorterWaitLines(alike).map(warning),
    ...others.flatMap((other) => referredOtherWayTexts(base, other)).map(warning),
    heading("Which lists do not keep up"),
    ...mains.flatMap((run) =>
      worstTexts(run).map((text): Block => paragraph({ about: run.plan.scenario, text })),
    ),
    paragraph(
      "How a list stands, over the last half year or since the last change, not over the whole run. " +
        "Overloaded: more people would come than its posts can serve, so it grows until people stay away. At " +
        "its limit: they would need 97 to 103 % of it. Filling: it has room, and still grows. Stable: it " +
        "keeps up. Closed: no post is left, so nobody can be referred. Undecided: more replications are " +
        "needed; the other verdicts hold at any number of them, with an error of 1 % over all lists. Not " +
        "known: nobody has a first contact. Places " +
        "are what the cap on open cases allows; in brackets the load if the cap were 20 or 60.",
    ),
    ...generatedBlocks(input),
    listsTable(input),
  ];
  return { id: "verdict", heading: "In short: does each waiting list keep up, and who is helped?", blocks };
}

/** Says of lists whose practices are generated that they are no places. */
function generatedBlocks({ mains, scenarioOf }: ReportInput): Block[] {
  return mains.flatMap(({ plan: { scenario } }): Block[] => {
    const { generate } = scenarioOf(scenario).scenario;
    if (generate === "none") return [];
    return [
      paragraph({
        about: scenario,
        text:
          "its practices are generated, one invented set with the mix that the scenario states: practice-1, " +
          "practice-2 and so on are numbers of that set, not places that could be visited; the table of " +
          "waiting lists says how many people each has and how many of them live in the most deprived fifth.",
      }),
    ];
  });
}

/** Tells of some lists of a scenario that do not keep up, and of the organisations. */
function worstTexts(run: SummaryInput): string[] {
  const troubled = run.verdicts.filter(
    ({ regime }) => regime !== "closed" && regime !== "stable" && regime !== "undecided",
  );
  const worst = worstOf(troubled, MAX_TOLD);
  return [
    ...worst.map(({ sentence }) => sentence),
    ...(troubled.length > 0 && worst.length === 0 ? ["no list is worst beyond chance."] : []),
    ...typesText(run.typeVerdicts).map((text) => `community ${text}`),
  ];
}

/** Says in a sentence how many lists with how many posts are in which regime. */
export function verdictSentence(run: SummaryInput): Sentence {
  const posts = meanOf(run, "posts.end");
  const staffed =
    posts === null
      ? ""
      : ` ${numberText(posts, posts % 1 === 0 ? 0 : 1)} ${posts === 1 ? "post" : "posts"} at the end.`;
  const name = run.plan.scenario;
  return { about: name, text: `${regimeHeading(name, run.verdicts).slice(name.length + 2)}${staffed}` };
}

function listsTable({ mains, scenarioOf }: ReportInput): TableBlock {
  const rows = mains.flatMap((run) => {
    const nameOf = listNames(scenarioOf(run.plan.scenario).scenario);
    return worstFirst(run.verdicts).map((verdict) => listRow(run, verdict, nameOf));
  });
  const isLong = rows.length > MAX_LISTS * mains.length;
  return {
    kind: "table",
    name: "waiting-lists",
    caption:
      "Every waiting list: its posts in full-time equivalents, its load over the last half year, and the posts " +
      "that this load would take",
    heads: [
      "Scenario",
      "Waiting list",
      "Stands",
      "Full-time posts at the end",
      "Load, %",
      "Full-time posts it would take",
      "People waiting at the end",
    ],
    rows,
    ...(isLong ? { fold: `All ${numberText(rows.length, 0)} waiting lists` } : {}),
  };
}

function listRow(
  run: SummaryInput,
  { pool, regime, load }: RegimeVerdict,
  nameOf: (list: string) => string,
): ReportCell[] {
  const of = (metric: string): number | null => groupMean(run, metric, "pool", pool);
  const posts = of("posts.fte_end");
  const cell = (value: number | null, decimals: number): ReportCell => ({
    value,
    text: numberText(value, decimals),
  });
  const wanted = posts === null || load === null || regime === "closed" ? null : posts * load;
  return [
    run.plan.scenario,
    nameOf(pool),
    REGIME_WORDS[regime],
    cell(posts, 1),
    cell(load === null || regime === "closed" ? null : load * 100, 0),
    cell(wanted, 1),
    cell(of("waiting_list.end"), 1),
  ];
}
