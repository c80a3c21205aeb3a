import { numberText } from "../words/numbers.ts";
import type { FigureChoice, FigureEntry, FigureInput, FigureSpec, View } from "./figure.ts";
import { emptyPanel } from "./internal/empty-panel.ts";
import { keyPanel } from "./internal/key-panel.ts";
import { parameterNames, pathsOfNames } from "./internal/parameter-names.ts";
import { numberOf, plotted, textOf } from "./internal/rows.ts";
import { GRADE_COLOURS, sensitivityBasis, sensitivityRows } from "./internal/sensitivity-rows.ts";
import { wholeFigure } from "./internal/whole.ts";
import { INK, MUTED, WIDTH } from "./theme.ts";

/** Declares the figure. */
export const MORRIS_FIGURE: FigureEntry = {
  name: "morris",
  heading: "The screening of all parameters",
  shows: "how far each parameter moves a result, against how unevenly; --metric shows another",
  tables: ["sensitivity"],
  needs: { sensitivity: [] },
  behind: [
    {
      table: "sensitivity",
      groupBy: ["all"],
      where: { method: ["mu_star"] },
      columns: ["metric", "parameter", "grade", "method", "estimate", "verdict", "noise_floor"],
    },
  ],
  make: morrisFigure,
};

/** Points that have a number, and a line that says which parameter they are. */
const NAMED = 6;

/** Draws mu* against sigma, a point a parameter, with the noise floor of the median parameter. */
function morrisFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const { words, unit, screened, of } = sensitivityRows(input, choice);
  const named = parameterNames(
    input,
    screened.slice(0, NAMED).map((row) => textOf(row, "parameter")),
  );
  const points = screened.map((row, i) => {
    const parameter = textOf(row, "parameter");
    return {
      name: named.get(parameter) ?? "",
      number: i < NAMED ? String(i + 1) : "",
      grade: textOf(row, "grade"),
      mu_star: plotted((numberOf(row, "estimate") ?? 0) * unit.factor),
      sigma: plotted(of(parameter, "sigma")),
    };
  });
  const floors = screened
    .flatMap((row) => numberOf(row, "noise_floor") ?? [])
    .map((floor) => floor * unit.factor)
    .toSorted((a, b) => a - b);
  const floor = floors.length === 0 ? null : plotted(floors[Math.floor(floors.length / 2)]);
  const verdicts = screened.map((row) => textOf(row, "verdict"));
  const count = (verdict: string): number => verdicts.filter((one) => one === verdict).length;
  const shows =
    "To the right: how far the result moves over the parameter's whole range, on average (mu*). Up: how much " +
    "that depends on the other parameters and on where it starts (sigma). The dashed line is what chance alone " +
    `makes.${pathsOfNames(named)}`;
  const basis = sensitivityBasis(input);
  const title =
    `${words}: of ${points.length} parameters ${count("moves")} ${count("moves") === 1 ? "moves" : "move"} it beyond chance, ` +
    `${count("inert")} ${count("inert") === 1 ? "changes" : "change"} nothing.`;
  if (points.length === 0)
    return wholeFigure({ title, shows, basis, read: "" }, [emptyPanel(title, { width: WIDTH })], WIDTH);
  const read = points
    .slice(0, NAMED)
    .map(({ name, mu_star }) => `${name}: ${numberText(mu_star, unit.decimals + 1)} ${unit.unit}.`)
    .join(" ");
  const key = keyPanel(
    points.slice(0, NAMED).map(({ number, name }) => `${number}  ${name}`),
    WIDTH - 60,
  );
  return wholeFigure({ title, shows, basis, read }, [panel(points, floor, unit.unit), key], WIDTH);
}

function panel(points: readonly object[], floor: number | null, unit: string): View {
  const x = {
    field: "mu_star",
    type: "quantitative",
    scale: { zero: true, nice: true },
    axis: { title: `mu*, ${unit}`, grid: true, tickCount: 6 },
  } as const;
  const y = {
    field: "sigma",
    type: "quantitative",
    scale: { zero: true, nice: true },
    axis: { title: `sigma, ${unit}`, grid: true, tickCount: 5 },
  } as const;
  return {
    width: WIDTH - 60,
    height: 300,
    data: { values: [...points] },
    layer: [
      ...(floor === null
        ? []
        : [
            {
              mark: { type: "rule", color: MUTED, strokeDash: [4, 3] },
              encoding: { x: { datum: floor, type: "quantitative" } },
            },
          ]),
      {
        mark: { type: "point", filled: true, size: 45, opacity: 0.85 },
        encoding: {
          x,
          y,
          color: {
            field: "grade",
            type: "nominal",
            scale: { domain: GRADE_COLOURS.domain.slice(0, 3), range: GRADE_COLOURS.range.slice(0, 3) },
            legend: { title: "grade", orient: "bottom" },
          },
        },
      },
      {
        mark: { type: "text", align: "left", dx: 7, color: INK, fontWeight: "bold" },
        encoding: { x, y, text: { field: "number" } },
      },
    ],
  } as View;
}
