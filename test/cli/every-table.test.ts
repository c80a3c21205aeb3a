import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { everyTable, PRINTED } from "../support/every-table.ts";
import { KEYS, repeatedKeys } from "../tables/keys.ts";
import { linksim } from "./linksim.ts";

const standard = "standards:\n  - { id: seen, metric: wait.first_contact.within_4_weeks, at_least: 1 % }\n";
const named = (name: string): string => SMALL.replace("name: small", `name: ${name}`) + standard;

describe("every table that is declared", () => {
  it("is written by some command, and no key in it is there twice", async () => {
    const cwd = aFolder({
      "a.yaml": named("a"),
      "b.yaml": named("b").replace("fte: 1", "fte: 0.5"),
      "c.yaml": named("c"),
      "targets.yaml":
        "targets:\n  - { id: T2, metric: engaged.share, value: 50 %, low: 0 %, high: 100 %, role: fitted, " +
        "source: nobody }\n",
    });
    const one = ["--workers", "1", "--quiet"];
    const quick = ["--replications", "1", ...one];
    const tried = ["--at-most", "2", ...one];
    const [lever, rate] = ["link_workers.fte=0.5,1", "referral.rate=x1,x0.8"];
    const orders = [
      ["run", "a.yaml", "--events", ...quick, "--out", "run"],
      ["compare", "a.yaml", "b.yaml", "c.yaml", ...quick, "--out", "compare"],
      ["attribute", "a.yaml", "b.yaml", ...quick, "--out", "attribute"],
      ["sweep", "a.yaml", "--vary", "link_workers.fte=0.5,1", ...quick, "--out", "sweep"],
      [
        ...["calibrate", "a.yaml", "--over", "waiting_list.uptake", "--waves", "1", "--points", "8"],
        ...["--members", "1", ...quick.slice(2), "--replications", "2", "--out", "calibrate"],
      ],
      [
        ...[
          "compare",
          "a.yaml",
          "b.yaml",
          "--ensemble",
          "calibrate",
          "--before",
          "--member-replications",
          "2",
        ],
        ...[...quick, "--set", "horizon=2 weeks", "--out", "before"],
      ],
      ["sensitivity", "a.yaml", "--over", "drop_off.base", "--budget", "112", ...one, "--out", "sensitivity"],
      ["validate", "a.yaml", ...quick, "--out", "validate"],
      ["plan", "a.yaml", "--goal", "1 % seen", "--by", lever, ...tried, "--out", "plan"],
      ["plan", "a.yaml", "--goal", "1 % seen", "--by", lever, "--by", rate, ...tried, "--out", "frontier"],
      ["plan", "a.yaml", "--lose", "1 fte", ...tried, "--out", "where"],
    ];
    for (const words of orders) expect(await linksim(words, { cwd })).toMatchObject({ code: 0 });
    const folders = orders.map((words) => words[words.length - 1]);
    const written = new Set(folders.flatMap((folder) => readdirSync(join(cwd, folder))));
    const { stdout } = await linksim(["parameters", "a.yaml", "--csv"], { cwd });
    const printed = Papa.parse<Record<string, string>>(stdout.trim(), { header: true });
    expect(printed.data.length).toBeGreaterThan(0);
    expect(repeatedKeys(printed.data, KEYS.parameters)).toEqual([]);
    for (const name of PRINTED) written.add(`${name}.csv`);
    const unwritten = (await everyTable()).filter(({ name }) => !written.has(`${name}.csv`));
    expect(unwritten.map(({ name }) => name)).toEqual([]);
    for (const folder of folders)
      for (const file of readdirSync(join(cwd, folder)).filter((name) => name.endsWith(".csv"))) {
        const { data } = Papa.parse<Record<string, string>>(
          readFileSync(join(cwd, folder, file), "utf8").trim(),
          {
            header: true,
          },
        );
        const key = KEYS[file.replace(".csv", "")];
        if (key.length > 0) expect(repeatedKeys(data, key), `${folder}/${file}`).toEqual([]);
      }
  });
});
