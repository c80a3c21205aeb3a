/** Declares `--report`. */
export const REPORT = {
  type: "boolean",
  default: false,
  describe: "Make a page for a board too, OUT.html beside the folder; needs --out, replaces only its own",
} as const;
