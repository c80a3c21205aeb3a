import { describe, expect, it } from "vitest";
import { KILLED, killAtRandom } from "../../bench/hostile/kill-trials.ts";

/** Gives numbers from 0 up to before 1 that lie evenly, so that two kills are one early and one late. */
function evenly(): () => number {
  let n = 0;
  return () => (n++ * 0.618) % 1;
}

const TRIED = ["run", "merge"];

describe("a command that is killed between two things that it asks of the disk", () => {
  it.each(KILLED.filter(({ name }) => TRIED.includes(name)))(
    "loses nothing, leaves nothing, and gives the same bytes afterwards: $name (the rest: npm run bench:hostile)",
    async (command) => {
      expect(await killAtRandom(command, 2, evenly())).toMatchObject({ kills: 2 });
    },
  );
});
