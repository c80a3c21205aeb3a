import { boundText } from "../../sim/ensemble/conditions.ts";
import { measureSentence, worthText, worthUnit } from "../../sim/ensemble/measure-sentence.ts";
import type { InformationValue } from "../../sim/ensemble/value.ts";
import { wrap } from "../../sim/words/lines.ts";
import { listText } from "../../sim/words/lists.ts";
import { numberText } from "../../sim/words/numbers.ts";
import { columnsText, wrapIndented } from "./text-table.ts";
import type { ValueShown } from "./value-shown.ts";

const WIDTH = 100;
/** Parameters that have a line. */
const MOST = 5;

/** Renders what a decision hangs on: the best option, what to measure first, and where the second wins. */
export function valueScreen(shown: ValueShown): string {
  const { everything, parameters, firstTwo } = shown;
  const worth = (value: InformationValue): string[] => [
    worthText(Math.max(0, value.value), shown.objective),
    `${worthText(value.ciLow, shown.objective)} to ${worthText(value.ciHigh, shown.objective)}`,
  ];
  const rows = [
    ["What it would be worth to know", worthUnit(shown.objective), "95 % interval"],
    ["everything", ...worth(everything)],
    ...parameters.slice(0, MOST).map((parameter) => [parameter.path, ...worth(parameter)]),
    ...(firstTwo === null ? [] : [["the first two together", ...worth(firstTwo)]]),
  ];
  const lines = [
    ...wrap(`${bestText(shown)} ${measureSentence(shown, shown.objective)}`, WIDTH),
    "",
    ...columnsText(rows, [1, 2]).trimEnd().split("\n"),
    "",
    ...regionLines(shown),
    ...otherLines(shown),
    ...wrap(
      `Over ${numberText(shown.members, 0)} members as an approximate posterior (replications ` +
        `${numberText(shown.replications, 0)}, seed ${shown.seed}): options are chosen on half of the ` +
        "replications and valued on the other half. Intervals are over members.",
      WIDTH,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function bestText({ best, second, bestShare }: ValueShown): string {
  const share = numberText(100 * bestShare, 0);
  return `${best} is best on the mean, and in ${share} % of the members; ${second} is next.`;
}

/** Says what of it changes if the members count otherwise. */
function otherLines({ otherWeights, objective, best }: ValueShown): readonly string[] {
  if (otherWeights === null) return [];
  const { kind, everything, first } = otherWeights;
  const weighed =
    kind === "alike" ? "all members counted alike" : "members nearer to the published figures counted more";
  const worth = ({ value }: InformationValue): string => worthText(Math.max(0, value), objective);
  const known = first === null ? "" : `, and to know ${first.path} ${worth(first)}`;
  return wrap(
    `If ${weighed}, ${otherWeights.best} would ${otherWeights.best === best ? "still " : ""}be best, in ` +
      `${numberText(100 * otherWeights.bestShare, 0)} % of the members by weight; to know everything would be ` +
      `worth ${worth(everything)} ${worthUnit(objective)}${known}.`,
    WIDTH,
  );
}

function regionLines({ region, second }: ValueShown): readonly string[] {
  if (region === null)
    return wrapIndented(`Nowhere among the members does ${second} win more often than not.`, WIDTH, "");
  const { found, parameters } = region;
  const bounds = found.bounds.map((bound) => boundText(bound, parameters));
  const text =
    `What would have to be true: ${second} wins where ${listText(bounds)} (${numberText(100 * found.share, 0)} % ` +
    `of the members; it wins in ${numberText(100 * found.wins, 0)} % of those).`;
  return wrap(text, WIDTH);
}
