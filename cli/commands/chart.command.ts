import { CHART_OPTIONS, RESULTS } from "../options.ts";
import { command } from "./command.ts";

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
  optionNames: Object.keys(CHART_OPTIONS),
  takes: (y) =>
    y
      .positional("results", RESULTS)
      .positional("figure", { type: "string", describe: "Name of the figure; lists them if left out" })
      .options(CHART_OPTIONS),
  perform: async (given) => (await import("./chart.ts")).chart(given),
});
