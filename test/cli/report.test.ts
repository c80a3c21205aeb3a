import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksimHere } from "../support/linksim-here.ts";

describe("linksim report", () => {
  it("writes them beside the folder, and refuses what does not go together", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    await linksimHere(["run", "s.yaml", "--replications", "1", "--quiet", "--out", "out"], cwd);
    expect(await linksimHere(["report", "out", "--xlsx"], cwd)).toContain("out.xlsx");
    expect(await linksimHere(["report", "out", "-o", "Page.DOCX"], cwd)).toContain("Page.DOCX");
    const refused = [
      [["--xlsx", "--docx"], "Give one of them"],
      [["--docx", "-o", "x.html"], "expected a file that ends in .docx"],
      [["-o", "x.pdf"], "ends in .html, .docx or .xlsx"],
    ] as const;
    for (const [words, said] of refused)
      expect(await linksimHere(["report", "out", ...words], cwd)).toContain(said);
  });
});
