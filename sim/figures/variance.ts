import { metricWords } from "../measures/describe-metric.ts";
import { boundedShares } from "../sensitivity/variance.ts";
import { numberText } from "../words/numbers.ts";
import type { FigureEntry, FigureInput, FigureSpec, View } from "./figure.ts";
import { emptyPanel } from "./internal/empty-panel.ts";
import { numberOf, plotted, type Row, rowsWhere, textOf } from "./internal/rows.ts";
import { GRADE_COLOURS, sensitivityBasis } from "./internal/sensitivity-rows.ts";
import { wholeFigure } from "./internal/whole.ts";
import { WIDTH } from "./theme.ts";

/** Declares the figure. */
export const VARIANCE_FIGURE: FigureEntry = {
  name: "variance",
  heading: "How much is not known, how much is chance",
  shows: "what the variance of each result is made of: parameters by grade of evidence, and chance",
  tables: ["variance_shares"],
  needs: { variance_shares: [] },
  behind: [
    {
      table: "variance_shares",
      groupBy: ["all"],

      columns: ["base", "scenario", "metric", "whole", "part", "share", "ci_low", "ci_high"],
    },
  ],
  make: varianceFigure,
};

interface Part {
  readonly result: string;
  readonly part: string;
  readonly share: number;
  readonly order: number;
}

/** Draws a bar a result, of what its variance is made of. */
function varianceFigure(input: FigureInput): FigureSpec {
  const parts = partsOf(input);
  const results = [...new Set(parts.map(({ result }) => result))];
  const shows =
    "The variance of what one service would see, at parameters that nobody knows: parameters by the grade of their " +
    "evidence (A published, C an assumption; Shapley shares, which add up), and chance within the model.";
  const basis = sensitivityBasis(input);
  if (results.length === 0) {
    const title = "No variance was parted: the budget bought a screening alone.";
    return wholeFigure({ title, shows, basis, read: "" }, [emptyPanel(title, { width: WIDTH })], WIDTH);
  }
  const shareOf = (result: string, part: string): number =>
    parts.find((one) => one.result === result && one.part === part)?.share ?? 0;
  const percent = (share: number): string => `${numberText(share * 100, 0)} %`;
  const [first] = results;
  const title =
    `${first}: ${percent(shareOf(first, "C"))} of the variance rests on assumptions, ` +
    `${percent(shareOf(first, "chance"))} is chance.`;
  const read = results
    .map((result) => {
      const own = parts.filter((one) => one.result === result);
      return `${result}: ${own.map(({ part, share }) => `${part === "chance" ? part : `grade ${part}`} ${percent(share)}`).join(", ")}.`;
    })
    .join(" ");
  return wholeFigure({ title, shows, basis, read }, [panel(parts, results)], WIDTH);
}

/** Lists the parts, differences first; estimates that stray are brought into what shares can be. */
function partsOf(input: FigureInput): readonly Part[] {
  const rows = rowsWhere(input, "variance_shares");
  const resultOf = (row: Row): string => {
    const metric = textOf(row, "metric");
    const words = `${metricWords(metric)}${unitWords(metric)}`;
    return textOf(row, "base") === "" ? words : `${words}, difference`;
  };
  const ordered = [
    ...rows.filter((row) => textOf(row, "base") !== ""),
    ...rows.filter((row) => textOf(row, "base") === ""),
  ];
  return [...new Set(ordered.map(resultOf))].flatMap((result): Part[] => {
    const own = ordered.filter((row) => resultOf(row) === result);
    const grades = own.filter((row) => textOf(row, "whole") === "parameters");
    const [whole] = own.filter((row) => textOf(row, "part") === "parameters");
    const parameters = whole === undefined ? 0 : (numberOf(whole, "share") ?? 0);
    const shares = boundedShares(
      grades.map((row) => numberOf(row, "share") ?? 0),
      parameters,
    );
    const part = (name: string, share: number): Part => {
      return { result, part: name, share: plotted(share) ?? 0, order: GRADE_COLOURS.domain.indexOf(name) };
    };
    return [
      ...grades.map((row, i) => part(textOf(row, "part").replace("grade ", ""), shares[i])),
      part("chance", 1 - Math.min(1, Math.max(0, parameters))),
    ];
  });
}

/** Tells people from shares where a metric of both has one name. */
const unitWords = (metric: string): string => (metric.endsWith(".share") ? ", share" : "");

function panel(parts: readonly Part[], results: readonly string[]): View {
  return {
    width: WIDTH - 260,
    height: { step: 30 },
    data: { values: [...parts] },
    mark: { type: "bar" },
    encoding: {
      y: {
        field: "result",
        type: "nominal",
        sort: [...results],
        axis: { title: null, grid: false, labelLimit: 250 },
        scale: { paddingInner: 0.3 },
      },
      x: {
        field: "share",
        type: "quantitative",
        stack: "zero",
        axis: { title: "share of the variance", format: ".0%", tickCount: 5, grid: true },
      },
      order: { field: "order", type: "quantitative" },
      color: {
        field: "part",
        type: "nominal",
        scale: GRADE_COLOURS,
        legend: { title: "grade", orient: "top" },
      },
    },
  } as View;
}
