import { describe, expect, it } from "vitest";
import { glossaryHtml, glossed, glosses } from "../../cli/report/page/glosses.ts";

describe("a page's words", () => {
  const known = glosses();

  it("have their meanings from the glossary, every one", () => {
    expect(known.map(({ term }) => term)).toEqual([
      "casework",
      "replication",
      "quintile",
      "cap",
      "reference demand",
      "full-time equivalent",
    ]);
    expect(known.every(({ meaning }) => meaning.length > 20)).toBe(true);
  });

  it("are marked once in a text, whatever their form, and nothing else is", () => {
    const { text } = glossed("At the cap & capped; 4 replications, one replication.", known);
    expect(text.match(/<abbr/g)).toHaveLength(2);
    expect(text).toContain(">cap</abbr> &amp; capped; 4 <abbr");
  });

  it("are listed where the page has them", () => {
    expect(glossaryHtml("of each quintile", known).text.match(/<dfn>[^<]*/g)).toEqual(["<dfn>quintile"]);
  });
});
