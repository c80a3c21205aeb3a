import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { aFolder } from "../support/a-folder.ts";

/** Calls what `npm run notebooks:execute` does, where no other program is to be found. */
function executeAll(...names: string[]): { code: number | null; stderr: string } {
  const env = { ...process.env, PATH: aFolder() };
  const { status, stderr } = spawnSync(
    process.execPath,
    ["dist/notebooks/machinery/execute-all.js", ...names],
    { encoding: "utf8", env },
  );
  return { code: status, stderr };
}

describe("executing notebooks", () => {
  it("says in one line that nbconvert is not there; a name needs no ending", () => {
    for (const name of ["first-look", "first-look.ipynb"])
      expect(executeAll(name)).toEqual({
        code: 1,
        stderr: expect.stringMatching(/^jupyter-nbconvert was not found; [^\n]*\n$/),
      });
  });

  it("names those that there are where one is not", () => {
    const { code, stderr } = executeAll("last-look");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^last-look\.ipynb: no such notebook\. Name some of: [^\n]*first-look[^\n]*\n$/);
  });
});
