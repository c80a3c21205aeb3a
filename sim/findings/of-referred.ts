import { metricWords } from "../measures/describe-metric.ts";
import type { ScenarioResults } from "../measures/scenario-results.ts";
import { numberText } from "../words/numbers.ts";
import { differenceInterval, meanOf } from "./estimates.ts";
import { demandMetric } from "./judged-of.ts";
import type { Ranking } from "./ranking.ts";
import { sideOfZero } from "./side-of-zero.ts";
import type { JudgedStandard } from "./standards.ts";

/** Shares of those referred that every run has, and of the demand. */
const SHARES = ["wait.first_contact.within_4_weeks", "engaged.share", "reached_3.share"] as const;

/** Holds a share that goes one way of the reference demand and the other way of those referred. */
export interface OtherWay {
  readonly metric: string;
  /** Means of the base and of the other scenario. */
  readonly ofDemand: readonly [number, number];
  readonly ofReferred: readonly [number, number];
  /** How many more are referred in the other scenario than in the base. */
  readonly moreReferred: number;
}

/**
 * Finds the shares whose paired difference lies beyond chance on one side of zero of the reference demand
 * and on the other of those referred: who is counted has changed.
 */
export function referredOtherWay(base: ScenarioResults, other: ScenarioResults): readonly OtherWay[] {
  return SHARES.flatMap((metric): OtherWay[] => {
    const beside = demandMetric(metric) as string;
    const sides = [beside, metric].map((name) => sideOfZero(differenceInterval(base, other, name)));
    const means = [beside, metric].map((name) => [meanOf(base, name), meanOf(other, name)] as const);
    const [[fromDemand, toDemand], [fromReferred, toReferred]] = means;
    if (sides[0] * sides[1] !== -1) return [];
    if (fromDemand === null || toDemand === null || fromReferred === null || toReferred === null) return [];
    return [
      {
        metric,
        ofDemand: [fromDemand, toDemand],
        ofReferred: [fromReferred, toReferred],
        moreReferred: differenceInterval(base, other, "people.referred").mean ?? 0,
      },
    ];
  });
}

/**
 * Says of each share that goes one way of the reference demand and the other way of those referred which of
 * them counts; in the order of the first contact, any contact, three contacts. Empty where all agree.
 */
export function referredOtherWayTexts(base: ScenarioResults, other: ScenarioResults): readonly string[] {
  return referredOtherWay(base, other).map(({ metric, ofDemand, ofReferred, moreReferred }) => {
    const [demand, referred] = [ofDemand, ofReferred].map(
      ([from, to]) => `from ${percent(from)} to ${percent(to)} %`,
    );
    const fewer = `${numberText(Math.abs(moreReferred), 0)} ${moreReferred < 0 ? "fewer" : "more"}`;
    return (
      `${metricWords(metric)}, of the reference demand: ${demand} in ${other.plan.scenario}. The share of those ` +
      `referred points the other way, ${referred}, as ${fewer} are referred: it does not count.`
    );
  });
}

/**
 * Says of each share by which scenarios are ranked both ways that those referred alone would put another one
 * first, which cannot be the best of the reference demand (95 %). Empty where none does.
 */
export function rankedOtherWayTexts(rankings: readonly Ranking[]): readonly string[] {
  return SHARES.flatMap((metric): string[] => {
    const ofDemand = rankings.find((ranking) => ranking.metric === demandMetric(metric));
    const ofReferred = rankings.find((ranking) => ranking.metric === metric);
    if (ofDemand === undefined || ofReferred === undefined) return [];
    const { scenario: best } = ofDemand.ranked[0];
    const { scenario: first } = ofReferred.ranked[0];
    if (ofDemand.ranked.some(({ scenario, mayBeBest }) => scenario === first && mayBeBest)) return [];
    return [
      `${metricWords(metric)}: of those referred ${first} would come first, of the reference demand ` +
        `${best} does: that counts.`,
    ];
  });
}

/**
 * Says of a standard that is judged of the reference demand that those referred alone would turn its verdict
 * round. Empty where they would not.
 */
export function standardOtherWayText({ verdict, referred }: JudgedStandard): string {
  if (referred === null || referred.mean === null) return "";
  const isTurned =
    (verdict === "met" && referred.verdict === "not met") ||
    (verdict === "not met" && referred.verdict === "met");
  if (!isTurned) return "";
  return (
    `The share of those referred points the other way: ${percent(referred.mean)} %, ` +
    `${referred.verdict}; who is not referred is not counted in it.`
  );
}

const percent = (share: number): string => numberText(share * 100, 1);
