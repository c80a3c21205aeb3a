import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { carriersOf } from "../../cli/report/input/find-sensitivity.ts";
import { openResults } from "../../cli/results/open-results.ts";
import { aSharedFolder, SMALL } from "../support/a-folder.ts";
import { linksimHere } from "../support/linksim-here.ts";

const BASE = SMALL.replace("40 weeks", "26 weeks");
const CUT = BASE.replace("name: small", "name: cut").replace("fte: 1", "fte: 0.5");

const TWO = "contact.first,referral.rate";
const CARRY = /carr(y|ies) the result/;

describe("a sensitivity analysis beside a results folder", () => {
  const cwd = aSharedFolder();
  const here = (words: string): Promise<string> => linksimHere([...words.split(" "), "--workers", "1"], cwd);
  const run = (more = ""): Promise<string> =>
    here(`run a.yaml --no-variants --replications 2 --out out${more}`);
  const compare = (more = ""): Promise<string> =>
    here(`compare a.yaml b.yaml --no-variants --replications 2 --out both${more}`);
  const report = (words: string): Promise<string> => linksimHere(["report", ...words.split(" ")], cwd);
  const page = async (folder: string): Promise<string> => {
    await report(folder);
    return readFileSync(join(cwd, `${folder}.html`), "utf8");
  };

  beforeAll(async () => {
    writeFileSync(join(cwd, "a.yaml"), BASE);
    writeFileSync(join(cwd, "b.yaml"), CUT);
    await run();
    await compare();
  });

  it("is none at first: the report counts what is assumed, and no screen says what carries it", async () => {
    const own = await page("out");
    expect(own).toMatch(/Of \d+ numbers of the model that name their evidence, \d+ rest on/);
    expect(own).not.toMatch(CARRY);
    expect(await run(" --full")).not.toMatch(CARRY);
  });

  it("of other scenarios is refused where it is named, and passed over with a word where it is beside", async () => {
    await here(`sensitivity b.yaml --over ${TWO} --budget 24 --out other`);
    expect(await report("out --sensitivity other")).toMatch(
      /^--sensitivity other: it is of other scenarios than out, or of the same as they were before\./,
    );
    expect(await report("out --sensitivity both")).toMatch(/^--sensitivity both: found other results/);
    // One that has nothing to do with it is not worth a word.
    expect(await run()).not.toMatch(/other asks|carr(y|ies) the result/);
    await here(`sensitivity a.yaml --set link_workers.fte=0.8 --over ${TWO} --budget 24 --out before`);
    expect((await run()).replaceAll("\n", " ")).toContain("not as out has them; it is not used.");
    const { carriers, passedOver } = await carriersOf(openResults(join(cwd, "out")));
    expect(carriers).toBeUndefined();
    expect(passedOver).toContain("before asks what carries the result of scenarios of these names");
  });

  it("of the same scenarios tells on screen and page which numbers carry the result, in place of counts", async () => {
    await here(`sensitivity a.yaml b.yaml --over ${TWO} --budget 48 --out why`);
    for (const screen of [await compare(), await compare(" --full")]) {
      expect(screen.replaceAll(/\s+/g, " ")).toMatch(
        /(This number carries|These numbers carry) the result: [a-z_. ]+ \(why\)\./,
      );
      expect(screen).not.toContain("is not used");
    }
    const both = await page("both");
    // On the front and under what is not known.
    expect(both.match(/carr(?:y|ies) the result \(reached three contacts, the difference\)/g)).toHaveLength(
      2,
    );
    expect(both).not.toMatch(/numbers of the model that name their evidence/);
  });

  it("of a scenario and another tells of the scenario alone, too; one of it alone goes before", async () => {
    expect((await run()).replaceAll(/\s+/g, " ")).toMatch(/carr(y|ies) the result: .* \(why\)\./);
    await here(`sensitivity a.yaml --over ${TWO} --budget 24 --out zeal`);
    expect((await run()).replaceAll(/\s+/g, " ")).toMatch(/carr(y|ies) the result: .* \(zeal\)\./);
    for (const named of [undefined, join(cwd, "why")]) {
      const { carriers } = await carriersOf(openResults(join(cwd, "out")), named);
      expect(carriers?.sentence).toMatch(/carr(y|ies) the result \(reached three contacts\)[,:]/);
    }
    expect(await report("both --sensitivity zeal")).toMatch(/^--sensitivity zeal: it is of other scenarios/);
  });

  it("that was changed by hand stops nothing: it is not used, with a word", async () => {
    appendFileSync(join(cwd, "zeal", "sensitivity.csv"), "x\n");
    const said = (await run()).replaceAll(/\s+/g, " ");
    expect(said).toContain("zeal would say which numbers carry the result, but cannot be read");
    expect(said).toContain("Reached three contacts");
  });
});
