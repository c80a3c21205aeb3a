import type { FigureChoice } from "../../sim/figures/figure.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { print } from "../terminal/print.ts";
import { command } from "./command.ts";
import { RESULTS } from "./options/results.ts";
import { single, TEXT, type TextOption } from "./options/text.ts";

/** Draws one figure of a results folder into files, or lists the figures that the folder can give. */
export const chartCommand = command({
  name: "chart",
  usage: "chart <results> [figure]",
  describe: "Draw a figure from a results folder, or list those that it can give",
  examples: [
    [
      "linksim run glasgow-pilot --out results/pilot && linksim chart results/pilot",
      "the figures that these results can give",
    ],
    [
      "linksim run glasgow-pilot --out results/pilot && linksim chart results/pilot waits -o waits.png",
      "one of them as a picture; .svg and .json too",
    ],
  ],
  positionals: {
    results: RESULTS,
    figure: { type: "string", describe: "Name of the figure; lists them if left out" },
  },
  options: {
    output: {
      type: "string",
      array: true,
      alias: "o",
      requiresArg: true,
      describe:
        "File to write: .svg, .png or .json (Vega-Lite); replaces only what linksim wrote and nobody " +
        "changed; may be given often",
    },
    metric: { ...TEXT, describe: "Metric to show, where a figure can show several" },
    target: {
      ...TEXT,
      describe: "Value to mark, in the unit of the figure: weeks of a wait, percent of a share",
    },
    x: { ...TEXT, describe: "Parameter of a sweep along the figure, by its path" },
    y: { ...TEXT, describe: "Parameter up it; one without the other: a curve over --x" },
    variants: {
      type: "boolean",
      default: false,
      describe: "Show scenarios under their other assumptions too",
    },
  },
  async perform(given) {
    const { pictureFiles, drawFigure, figureList } = await import("../figures/draw.ts");
    const files = pictureFiles(given.output ?? []);
    const choice = readChoice(given);
    if (given.figure !== undefined) await drawFigure(given.results, given.figure, choice, files);
    else if (files.length > 0) throw badInput(messages.outputWithoutFigure);
    else print(await figureList(given.results));
  },
});

function readChoice(given: {
  readonly metric: TextOption;
  readonly target: TextOption;
  readonly x: TextOption;
  readonly y: TextOption;
  readonly variants: boolean;
}): FigureChoice {
  const [metric, target] = [single("metric", given.metric), single("target", given.target)];
  const [x, y] = [single("x", given.x), single("y", given.y)];
  if (target !== undefined && !/^-?[0-9]+(\.[0-9]+)?$/.test(target))
    throw badInput(messages.badTarget(target));
  return {
    ...(metric === undefined ? {} : { metric }),
    ...(target === undefined ? {} : { target: Number(target) }),
    ...(x === undefined ? {} : { x }),
    ...(y === undefined ? {} : { y }),
    withVariants: given.variants,
  };
}
