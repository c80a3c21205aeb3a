/** Declares `--quiet`. */
export const QUIET = {
  type: "boolean",
  default: false,
  describe: "No progress and no warnings on stderr",
} as const;

/** Declares `--json`. */
export const JSON_RESULT = {
  type: "boolean",
  default: false,
  describe: "Write the result on stdout as JSON",
} as const;

/** Declares `--full`. */
export const FULL = {
  type: "boolean",
  default: false,
  describe: "Show every number on the screen, and not the few that matter most",
} as const;
