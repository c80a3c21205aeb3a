/** Declares a results folder that a command reads. */
export const RESULTS = {
  type: "string",
  demandOption: true,
  describe: "A results folder, as --out named it",
} as const;
