import { numberText } from "../../words/numbers.ts";
import type { FigureInput, FigureScenario, Layer } from "../figure.ts";
import { MARKER } from "../theme.ts";
import { numberOf, rowsWhere, textOf } from "./rows.ts";

/** What a standard holds a metric to, in the reader's unit. */
export interface StandardTarget {
  readonly metric: string;
  readonly target: number;
  /** "wanted at least 90 %". */
  readonly words: string;
}

/** Gives the targets of the standards that the scenarios have for metrics of everybody, each once. */
export function standardTargets(
  input: FigureInput,
  scenarios: readonly FigureScenario[],
  metrics: readonly string[],
): readonly StandardTarget[] {
  const wanted = { scenario: scenarios.map(({ name }) => name), metric: metrics, group_by: ["all"] };
  const targets = rowsWhere(input, "standards", wanted).flatMap((row): StandardTarget[] => {
    const target = numberOf(row, "target");
    if (target === null) return [];
    const isShare = textOf(row, "unit") === "share";
    const shown = isShare ? 100 * target : target;
    const words = `wanted ${textOf(row, "bound")} ${numberText(shown, isShare ? 0 : 1)}${isShare ? " %" : ""}`;
    return [{ metric: textOf(row, "metric"), target: shown, words }];
  });
  return [...new Map(targets.map((one) => [JSON.stringify(one), one])).values()];
}

/** Draws a line across a panel at each target of a metric, named at its left. */
export function targetLines(targets: readonly StandardTarget[], metric: string): Layer[] {
  const values = targets.filter((one) => one.metric === metric);
  if (values.length === 0) return [];
  const y = { field: "target", type: "quantitative" } as const;
  return [
    { data: { values }, mark: { type: "rule", color: MARKER, strokeDash: [6, 3] }, encoding: { y } },
    {
      data: { values },
      mark: { type: "text", align: "left", dx: 4, dy: -6, color: MARKER },
      encoding: { y, x: { value: 0 }, text: { field: "words" } },
    },
  ];
}
