import { describe, expect, it } from "vitest";
import { FIGURES } from "../../sim/figures/catalogue.ts";
import { someInput } from "./some-tables.ts";

/** What looks like the path of a parameter: `contact.follow_up`, `timeline[grant].amount`. */
const PATH = /\b[a-z_]+(\[[\w-]+\])?\.[a-z_]+\b/g;
const input = { ...someInput(), wordsOf: (path: string) => `meaning of ${path.replace(/[^a-z]+/g, " ")}` };
/** Fields of a specification whose texts are no words for a reader. */
const UNSEEN = ["field", "$schema", "test", "labelExpr", "expr", "filter", "group", "calculate", "as"];

/** Gives the texts that a figure shows, or tells those who hear it. */
function shown(value: unknown, key = ""): string[] {
  if (typeof value === "string") return UNSEEN.includes(key) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((one) => shown(one, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => shown(inner, name));
}

describe("a reader's figure", () => {
  it.each(FIGURES.map((figure) => [figure.name, figure] as const))("%s names no path", (_, { make }) => {
    const { description, title, ...rest } = make(input, {}) as {
      description: string;
      title: { text: string[]; subtitle: string[] };
    };
    // The caption alone says which paths the names are of.
    const spoken = description.replace(title.subtitle.join(" "), "");
    const texts = [spoken, ...title.text, ...shown(rest)];
    expect(texts.flatMap((text) => text.match(PATH) ?? [])).toEqual([]);
  });
});
