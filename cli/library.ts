// What needs Node or Deno: files, threads, pictures. All the rest is in sim/index.ts, which runs anywhere.

// Scenarios and results from the disk.

export { type OpenedScenario, openScenario } from "./inputs/open-scenario.ts";
export { figureInput } from "./results/figure-input.ts";
export { type OpenedResults, openResults } from "./results/open-results.ts";

// Threads to play on.

export { threads } from "./threads/threads.ts";

// Figures as pictures.

export { jsonOf, pngOf, svgOf } from "./figures/render.ts";
