/** What stands at the head of a line: good, bad, to be watched, not decided. A terminal colours it. */
export const MARKS = { good: "\u2714", bad: "\u2718", watch: "\u25b2", open: "?" } as const;
