import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aFolder } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";

describe("linksim init", () => {
  it("writes a scenario that check and run accept, named after its folder", async () => {
    const cwd = aFolder();
    expect((await linksim(["init", "my-city"], { cwd })).code).toBe(0);
    expect(readdirSync(join(cwd, "my-city"))).toEqual(
      expect.arrayContaining(["link-workers.csv", "organisations.csv", "practices.csv", "scenario.yaml"]),
    );
    const check = await linksim(["check", "my-city"], { cwd });
    expect(check).toMatchObject({
      code: 0,
      stderr: "",
      stdout: expect.stringContaining("my-city: no problem found."),
    });
    expect((await linksim(["run", "my-city", "--replications", "2"], { cwd })).code).toBe(0);
  });

  it("names the schema that lies beside the scenario, for editors", async () => {
    const cwd = aFolder();
    await linksim(["init"], { cwd });
    const [first] = readFileSync(join(cwd, "scenario.yaml"), "utf8").split("\n");
    expect(first).toBe("# yaml-language-server: $schema=scenario.schema.json");
    expect(readdirSync(cwd)).toContain("scenario.schema.json");
  });

  it("never overwrites", async () => {
    const cwd = aFolder({ "practices.csv": "mine" });
    const { code, stderr } = await linksim(["init", "."], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("practices.csv is already there");
    expect(readdirSync(cwd)).toEqual(["practices.csv"]);
    expect(readFileSync(join(cwd, "practices.csv"), "utf8")).toBe("mine");
  });

  it("fails with the system's reason where it cannot write", async () => {
    const cwd = aFolder({ file: "" });
    const { code, stderr } = await linksim(["init", "file/below"], { cwd });
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("a part of its path is a file"),
    });
  });
});
