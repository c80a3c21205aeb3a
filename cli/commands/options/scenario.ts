/** Declares the scenarios that a command takes. */
export const SCENARIOS = {
  type: "string",
  array: true,
  demandOption: true,
  describe: "A scenario file, a folder that holds scenario.yaml, or the name of one that comes with linksim",
} as const;

/** Declares a scenario of which a command takes one. */
export const ONE_SCENARIO = { ...SCENARIOS, array: false } as const;
