import { describe, expect, it } from "vitest";
import { hasEnded, PROCESS_MARK } from "../../cli/disk/process-mark.ts";
import { deadMark, markOf } from "./a-dead-process.ts";

describe("the mark of a process", () => {
  it.each([
    ["that has ended", deadMark(), true],
    ["of before that had this process's id", markOf(process.pid), true],
    ["that runs", markOf(process.ppid), false],
    ["which is this one", PROCESS_MARK, false],
    [
      "of another machine, of which nobody here can know",
      deadMark().replace(/^[0-9a-f]{8}/, "00000000"),
      false,
    ],
  ])("tells whether it has ended: one %s", (_, mark, ended) => {
    expect(hasEnded(mark)).toBe(ended);
  });

  it("is no name that somebody else would give", () => {
    for (const name of ["", "notes", "4711-ab12cd34", `${PROCESS_MARK}.csv`])
      expect(hasEnded(name)).toBe(false);
  });
});
