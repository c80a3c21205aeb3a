import { describe, expect, it } from "vitest";
import { aFolder, linksim } from "./linksim.ts";

const COMMANDS = ["run", "chart", "check", "init", "evidence", "trace", "explain"];

describe("--help", () => {
  it("names every command, on stdout", async () => {
    const { code, stdout, stderr } = await linksim(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const command of COMMANDS) expect(stdout).toContain(`linksim ${command}`);
  });

  it.each(COMMANDS)("of %s ends with two examples, and they run", async (command) => {
    const { code, stdout } = await linksim([command, "--help"]);
    expect(code).toBe(0);
    const examples = [...stdout.slice(stdout.indexOf("Examples:")).matchAll(/^ {2}linksim (.*)$/gm)].map(
      ([, words]) => words,
    );
    expect(examples).toHaveLength(2);
    const cwd = aFolder();
    for (const example of examples) {
      for (const words of example.split(" && linksim ")) {
        const few = words.startsWith("run") ? ["--replications", "2"] : [];
        const split = words.replaceAll('"', "").split(" ");
        expect(await linksim([...split, ...few], { cwd }), words).toMatchObject({ code: 0 });
      }
    }
  });

  it("gives the version", async () => {
    expect(await linksim(["--version"])).toEqual({ code: 0, stdout: "0.1.0\n", stderr: "" });
  });
});
