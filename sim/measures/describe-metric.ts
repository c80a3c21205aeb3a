import { CATALOGUE, type CatalogueEntry } from "./catalogue.ts";

const byName = new Map(CATALOGUE.map((entry) => [entry.metric, entry]));

/**
 * Returns the entry of a metric with its own number and name put in, or undefined for a metric that nobody described:
 * `reached_3.share` is `reached_N.share` with N = 3, `equity.engaged.share.gap` is the gap of `engaged.share`.
 */
export function describeMetric(metric: string): CatalogueEntry | undefined {
  const exact = byName.get(metric);
  if (exact !== undefined) return exact;
  return describeGap(metric) ?? describeNumbered(metric);
}

function describeGap(metric: string): CatalogueEntry | undefined {
  const of = /^equity\.(.+)\.gap$/.exec(metric)?.[1];
  const gap = byName.get("equity.<metric>.gap");
  const measured = of === undefined ? undefined : describeMetric(of);
  if (gap === undefined || measured === undefined) return undefined;
  return { metric, unit: measured.unit, meaning: gap.meaning.replace("<meaning>", () => measured.meaning) };
}

function describeNumbered(metric: string): CatalogueEntry | undefined {
  const number = /\d+/.exec(metric)?.[0];
  if (number === undefined) return undefined;
  const entry = byName.get(metric.replace(number, "N"));
  if (entry === undefined) return undefined;
  return { metric, unit: entry.unit, meaning: entry.meaning.replace(/\bN\b/g, number) };
}
