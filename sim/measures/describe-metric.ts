import { CATALOGUE } from "./catalogue.ts";
import type { Metric } from "./metric.ts";

const byName = new Map(CATALOGUE.map((entry) => [entry.metric, entry]));

const described = new Map<string, Metric | undefined>();

/**
 * Returns the entry of a metric with its own number and name put in, or undefined for a metric that nobody
 * described: `dropoff.after_3` is `dropoff.after_N` with N = 3, `equity.engaged.share.gap` is the gap of
 * `engaged.share`.
 */
export function describeMetric(metric: string): Metric | undefined {
  if (!described.has(metric))
    described.set(metric, byName.get(metric) ?? describeGap(metric) ?? describeNumbered(metric));
  return described.get(metric);
}

/** Returns what a metric is called wherever a person reads it; its own name where nobody described it. */
export function metricWords(metric: string): string {
  return describeMetric(metric)?.words ?? metric;
}

function describeGap(metric: string): Metric | undefined {
  const of = /^equity\.(.+)\.gap$/.exec(metric)?.[1];
  const gap = byName.get("equity.<metric>.gap");
  const measured = of === undefined ? undefined : describeMetric(of);
  if (gap === undefined || measured === undefined) return undefined;
  return {
    ...gap,
    metric,
    unit: measured.unit,
    words: gap.words.replace("<words>", () => measured.words),
    meaning: gap.meaning.replace("<meaning>", () => measured.meaning),
  };
}

function describeNumbered(metric: string): Metric | undefined {
  const number = /\d+/.exec(metric)?.[0];
  if (number === undefined) return undefined;
  const entry = byName.get(metric.replace(number, "N"));
  if (entry === undefined) return undefined;
  const numbered = (text: string): string => text.replace(/\bN\b/g, number);
  return { ...entry, metric, words: numbered(entry.words), meaning: numbered(entry.meaning) };
}
