import { SWEEP_OPTIONS } from "../options.ts";
import { command } from "./command.ts";

export const sweepCommand = command({
  name: "sweep",
  usage: "sweep <scenario>",
  describe: "Simulate a scenario at many points of its parameters; goes on where it was interrupted",
  examples: [
    [
      'linksim sweep glasgow-pilot-cut --vary "timeline[cut].share=0:60:20 %" --out results/cuts',
      "four sizes of the cut, the same people at each",
    ],
    [
      'linksim sweep glasgow-pilot --vary "link_workers.fte=0.6:1" --design sobol -n 4 --dry-run',
      "which points it would simulate, and how long that would take",
    ],
  ],
  optionNames: Object.keys(SWEEP_OPTIONS),
  takes: (y) =>
    y
      .positional("scenario", {
        type: "string",
        demandOption: true,
        describe: "A scenario as for run, or a sweep file that names one and says what is varied",
      })
      .options(SWEEP_OPTIONS),
  perform: async (given) => (await import("./sweep.ts")).sweep(given),
});
