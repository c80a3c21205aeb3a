/** Declares `--variants`. */
export const VARIANTS = {
  type: "boolean",
  default: true,
  describe: "Simulate the other assumptions too that a scenario names; --no-variants leaves them out",
} as const;
