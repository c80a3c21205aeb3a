import { describe, expect, it } from "vitest";
import { firstUnseen, visible, visibleName } from "../../sim/words/visible.ts";
import fc from "../support/fast-check.ts";

const RAW = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029\u{e0000}-\u{e007f}]/u;
const anyText = fc.string({ unit: "binary" });
const oddText = fc.string({
  unit: fc.constantFrom(
    "\u0000",
    "\u001b",
    "\u007f",
    "\u009b",
    "\u2028",
    "\u202e",
    "\u2066",
    "\u{e0041}",
    "\n",
    "é",
    '"',
    "\\",
  ),
});

const holdsFor = (claim: (text: string) => void): void =>
  fc.assert(fc.property(fc.oneof(anyText, oddText), claim));

describe("text that is shown", () => {
  it("names what a terminal would obey as JSON does, and leaves the rest", () => {
    expect(visible("\u001b[2Ja\u009bb\u202ec\r\u{e0041}\n\tä 中 👩‍👩‍👧")).toBe(
      "\\u001b[2Ja\\u009bb\\u202ec\\u000d\\udb40\\udc41\n\tä 中 👩‍👩‍👧",
    );
    expect(visibleName("a\nb\tc")).toBe("a\\u000ab\\u0009c");
  });

  it("holds nothing that turns its direction or that a terminal obeys", () => {
    holdsFor((text) => {
      expect(visible(text)).not.toMatch(RAW);
      expect(visibleName(text)).not.toMatch(/[\n\t]/);
      expect(visible(visible(text))).toBe(visible(text));
      expect(firstUnseen(text) === undefined).toBe(visible(text) === text);
    });
  });

  it("is the same JSON as before", () => {
    holdsFor((text) => {
      expect(JSON.parse(visible(JSON.stringify([text], null, 1)))).toEqual([text]);
    });
  });
});
