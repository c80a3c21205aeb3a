import { SWEEP_OPTIONS } from "../options.ts";
import { command } from "./command.ts";

export const sweepCommand = command({
  name: "sweep",
  usage: "sweep <scenario>",
  describe: "Play a scenario at many points of its parameters; goes on where it was interrupted",
  examples: [
    [
      'linksim sweep glasgow-pilot-cut --vary "timeline[cut].share=0 %:60 %:20 %" --replications 10 --out results/cuts',
      "four sizes of the cut, the same people at each",
    ],
    [
      'linksim sweep glasgow-pilot-cut --vary "funding.grant_cycle=1 year:3 years" --design sobol -n 4 --set "horizon=26 weeks" --dry-run',
      "which points it would play, and how long that would take",
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
