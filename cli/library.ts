/**
 * What needs Node or Deno: files, threads, pictures. All the rest is in `linksim`, which runs anywhere.
 *
 * @module linksim/node
 */

// Scenarios and results from the disk.

export { figureInput } from "./results/figure-input.ts";
export { type OpenedResults, openResults } from "./results/open-results.ts";
export { recordedRanges } from "./results/recorded-ranges.ts";
export type { ResolvedText } from "./scenarios/load-resolved.ts";
export { type OpenedScenario, openScenario } from "./scenarios/open-scenario.ts";

// Threads to simulate on, and a store of what was simulated.

export { stored } from "./store/stored.ts";
export { threads } from "./threads/threads.ts";

// Figures as pictures.

export { jsonOf, pngOf, svgOf } from "./figures/render.ts";
