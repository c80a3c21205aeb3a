import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { tryLoad } from "../../cli/scenarios/load-scenarios.ts";
import { aFolder } from "../support/a-folder.ts";

const WHOLE = "name: a\nlink_workers: { fte: 1 }\ndata: { practices: practices.csv }\n";

it.each(["scenario.yaml", "practices.csv"])(
  "a pipe in a scenario's folder, which may never end, is refused and not read: %s",
  (pipe) => {
    const folder = aFolder(pipe === "scenario.yaml" ? {} : { "scenario.yaml": WHOLE });
    execFileSync("mkfifo", [join(folder, pipe)]);
    const loading = tryLoad(folder, []);
    expect(JSON.stringify(loading)).toContain("it is not a regular file");
    expect(tryLoad(join(folder, pipe), []).kind).not.toBe("loaded");
  },
);
