import { describe, expect, it } from "vitest";
import { html } from "../../cli/report/page/html.ts";
import { pageText } from "../../cli/report/page/page.ts";
import fc from "../support/fast-check.ts";

describe("text that is put into a page", () => {
  it("never opens an element, ends an attribute or begins an entity", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const written = html`${text}`.text;
        expect(written).not.toMatch(/[<>"']/);
        expect(written.replaceAll(/&(amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
      }),
    );
  });

  it("is escaped wherever a report has text", () => {
    const bad = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;
    const page = pageText({
      title: bad,
      subtitle: bad,
      front: {
        question: bad,
        answer: bad,
        lines: [{ mark: bad, text: bad }],
        numbers: [{ value: bad, label: bad, note: bad }],
        figure: null,
        slots: [{ heading: bad, gist: bad, text: bad }],
      },
      sections: [
        {
          id: "one",
          heading: bad,
          blocks: [
            { kind: "paragraph", text: { about: bad, text: bad } },
            { kind: "warning", text: bad },
            { kind: "heading", text: bad },
            { kind: "list", texts: [bad] },
            { kind: "command", text: bad },
            { kind: "table", name: bad, caption: bad, heads: [bad], rows: [[bad]], fold: bad },
          ],
        },
      ],
    });
    expect(page).not.toContain("<img");
    expect(page.match(/<script/g)).toHaveLength(1);
  });
});
