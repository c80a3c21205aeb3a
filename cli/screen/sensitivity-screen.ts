import { type RankedParameter, rankedParameters } from "../../sim/experiment/ranked-parameters.ts";
import type { ResultSensitivity, Sensitivity } from "../../sim/experiment/sensitivity.ts";
import { metricWords } from "../../sim/measures/describe-metric.ts";
import { boundedShares, type Estimate } from "../../sim/sensitivity/variance.ts";
import type { SensitivityOf } from "../../sim/tables/sensitivity.ts";
import { shortened, wrap } from "../../sim/words/lines.ts";
import { listText, someText } from "../../sim/words/lists.ts";
import { countText, numberText, signedText } from "../../sim/words/numbers.ts";
import { type ReaderUnit, readerUnit } from "../../sim/words/units.ts";
import { boughtText } from "./sensitivity-plan-text.ts";
import { columnsText } from "./text-table.ts";

const WIDTH = 100;
/** Lines of parameters, and of names in a sentence. */
const [MATTER, NAMED] = [10, 8];
const PATH = 44;

/**
 * Renders which parameters matter: for the result in question how far it spreads over what is not known, of
 * what its variance is made, and the ten parameters that matter; the other results in a line each; then what
 * changes nothing, what cannot be told from chance, and which ranks are unsettled.
 */
export function sensitivityScreen(
  analysed: Sensitivity,
  names: SensitivityOf,
  last: readonly string[],
): string {
  const { plan, results } = analysed;
  const lead = results.find(({ of }) => of === "difference") ?? results[0];
  const others = results.filter((result) => result !== lead);
  const ranked = rankedParameters(analysed, lead);
  const lines = [
    ...wrap(`${ofText(names)}: ${countText(plan.parameters.length, "number")} that are not known.`, WIDTH),
    ...wrap(leadText(analysed, lead, names), WIDTH),
    "",
    parametersTable(ranked.slice(0, MATTER), lead).trimEnd(),
    ...unsettledLines(ranked.slice(0, MATTER)),
    "",
    ...(others.length === 0 ? [] : [othersTable(analysed, others).trimEnd(), ""]),
    ...idleLines(analysed),
    ...wrap(noteText(analysed), WIDTH),
    ...last.flatMap((line) => wrap(line, WIDTH)),
  ];
  return `${lines.join("\n")}\n`;
}

const ofText = ({ base, other }: SensitivityOf): string =>
  other === undefined ? base : `${other} against ${base}`;

const isDifference = ({ of }: ResultSensitivity): boolean => of === "difference";

/** Names a result as a line of the screen does. */
const resultWords = (result: ResultSensitivity): string =>
  `${metricWords(result.metric)}${isDifference(result) ? ", difference" : ""}, ${unitOf(result).unit}`;

function unitOf(result: ResultSensitivity): ReaderUnit {
  const reader = readerUnit(result.unit);
  return isDifference(result) ? { ...reader, unit: reader.difference } : reader;
}

function leadText(
  analysed: Sensitivity,
  result: ResultSensitivity,
  { base, other = base }: SensitivityOf,
): string {
  const { variance } = result;
  const reader = unitOf(result);
  if (variance === null)
    return `${resultWords(result)}: the budget bought a screening alone, which ranks and parts no variance.`;
  const { spread } = variance;
  const number = (value: number): string => valueText(value, reader, isDifference(result));
  const sides =
    isDifference(result) && spread.belowZero > 0 && spread.belowZero < 1
      ? ` It is under 0 at ${shareText(spread.belowZero)} of the points.`
      : "";
  return (
    `${metricWords(result.metric)}${isDifference(result) ? `, ${other} - ${base}` : ""}: between ${number(spread.p05)} and ` +
    `${number(spread.p95)} ${reader.unit} at nine of ten points within the ranges (median ${number(spread.p50)}).` +
    `${sides} Of its variance: ${partsText(variance, gradeShare(analysed, variance, "C"))}.`
  );
}

type Variance = NonNullable<ResultSensitivity["variance"]>;
type Grade = Sensitivity["plan"]["grades"][number];

function partsText({ shares: { parameters, chance } }: Variance, ofC: number | null): string {
  const grade = ofC === null ? "" : ` of it grade C ${shareText(ofC)},`;
  return `parameters ${estimateText(parameters)},${grade} chance ${estimateText(chance)}`;
}

/** Gives the share of the variance that rests on a grade, at most that of all; null without the grade. */
function gradeShare({ plan }: Sensitivity, { grades, shares }: Variance, grade: Grade): number | null {
  const place = plan.grades.indexOf(grade);
  if (place < 0) return null;
  const estimates = grades.map(({ estimate }) => estimate ?? 0);
  return boundedShares(estimates, shares.parameters.estimate ?? 0)[place];
}

function parametersTable(ranked: readonly RankedParameter[], result: ResultSensitivity): string {
  const reader = unitOf(result);
  const heads = ["", "what matters", "its range", "grade", `moves it, ${reader.unit}`, "alone", "in all"];
  const rows = ranked.map(({ parameter, effect, indices }, i) => [
    String(i + 1),
    shortened(parameter.path, PATH),
    `${parameter.low} to ${parameter.high}${parameter.unit === "" ? "" : ` ${parameter.unit}`}`,
    parameter.grade,
    effectText(effect, reader),
    indices === null ? "" : shareText(indices.first.estimate),
    indices === null ? "" : shareText(indices.total.estimate),
  ]);
  return columnsText([heads, ...rows], [0, 4, 5, 6]);
}

function effectText({ mu, muStar, sign, verdict }: RankedParameter["effect"], reader: ReaderUnit): string {
  if (verdict === "inert") return "nothing";
  const { factor, decimals } = reader;
  const size = sign === 0 ? `±${numberText(muStar * factor, decimals)}` : signedText(mu * factor, decimals);
  return verdict === "chance" ? `${size} ?` : size;
}

function unsettledLines(ranked: readonly RankedParameter[]): readonly string[] {
  const runs: [first: number, last: number][] = [];
  ranked.slice(0, -1).forEach(({ isUnsettled }, i) => {
    const run = runs.at(-1);
    if (isUnsettled && run?.[1] === i + 1) run[1] = i + 2;
    else if (isUnsettled) runs.push([i + 1, i + 2]);
  });
  if (runs.length === 0) return [];
  const ranks = runs.map(([first, last]) => `${first} ${last === first + 1 ? "and" : "to"} ${last}`);
  return wrap(`Unsettled is the order of ${listText(ranks)}: more replications would tell.`, WIDTH);
}

function othersTable(analysed: Sensitivity, others: readonly ResultSensitivity[]): string {
  const heads = ["other results", "nine of ten points", "parameters", "grade C", "chance", "most by"];
  const rows = others.map((result) => {
    const { variance } = result;
    const reader = unitOf(result);
    const [first] = rankedParameters(analysed, result);
    const most = first === undefined ? "-" : shortened(first.parameter.path, PATH - 14);
    const label = shortened(resultWords(result), PATH);
    if (variance === null) return [label, "-", "-", "-", "-", most];
    const number = (value: number): string => valueText(value, reader, isDifference(result));
    const { p05, p95 } = variance.spread;
    return [
      label,
      `${number(p05)} to ${number(p95)}`,
      shareText(variance.shares.parameters.estimate),
      shareText(gradeShare(analysed, variance, "C")),
      shareText(variance.shares.chance.estimate),
      most,
    ];
  });
  return columnsText([heads, ...rows], [1, 2, 3, 4]);
}

/** Tells exact zeros from what is lost in chance. */
function idleLines({ plan, results }: Sensitivity): readonly string[] {
  const known = results.filter(({ effects }) => effects.length > 0);
  if (known.length === 0) return [];
  const verdicts = plan.parameters.map((_, i) => known.map(({ effects }) => effects[i].verdict));
  const paths = (has: (verdicts: readonly string[]) => boolean): string[] =>
    plan.parameters.flatMap(({ path }, i) => (has(verdicts[i]) ? [path] : []));
  const inert = paths((own) => own.every((verdict) => verdict === "inert"));
  const lost = paths((own) => own.includes("chance") && own.every((verdict) => verdict !== "moves"));
  return [
    ...(inert.length === 0
      ? []
      : wrap(`Changes none of these results, exactly: ${someText(inert, NAMED)}.`, WIDTH)),
    ...(lost.length === 0
      ? []
      : wrap(`Not to be told from chance in any of them: ${someText(lost, NAMED)}.`, WIDTH)),
  ];
}

function noteText(analysed: Sensitivity): string {
  const { plan, results } = analysed;
  const lead = results.find(({ of }) => of === "difference") ?? results[0];
  const reader = unitOf(lead);
  const floors = lead.effects.flatMap(({ noiseFloor }) => noiseFloor ?? []).toSorted((a, b) => a - b);
  const floor = floors[Math.floor(floors.length / 2)];
  const noise =
    floor === undefined
      ? ""
      : ` Chance alone makes an effect of up to ${numberText(floor * reader.factor, reader.decimals + 1)} ` +
        `${reader.unit} (the noise floor of the median parameter); what stays under its own has a ?.`;
  return (
    `Moves it: by how much over the whole range, on average over what else is not known (Morris); ± where it goes ` +
    `both ways.${noise} Alone, in all: share of the variance of the mean result, by itself and with others (Sobol). ` +
    `Grade C: assumptions. A point is the mean of ` +
    `two replications, so that chance is in the spread too. ${boughtText(plan)} Seed ${plan.seed}. Ranges are what the evidence allows, not how ` +
    "likely their values are; structural assumptions are not among them."
  );
}

function valueText(value: number, { factor, decimals }: ReaderUnit, isSigned: boolean): string {
  return isSigned ? signedText(value * factor, decimals) : numberText(value * factor, decimals);
}

function estimateText({ estimate, ciLow, ciHigh }: Estimate): string {
  if (ciLow === null || ciHigh === null) return shareText(estimate);
  const bounded = (value: number): string => numberText(Math.min(1, Math.max(0, value)) * 100, 0);
  return `${shareText(estimate)} (${bounded(ciLow)} to ${bounded(ciHigh)})`;
}

/** Estimates of shares may lie a little outside 0 to 1. */
function shareText(share: number | null): string {
  return share === null ? "-" : `${numberText(share * 100, 0)} %`;
}
