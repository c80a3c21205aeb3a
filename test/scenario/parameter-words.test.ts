import { describe, expect, it } from "vitest";
import { parameterWords } from "../../sim/scenario/parameter-words.ts";

describe("a parameter in words", () => {
  it("is what its declaration means", () => {
    expect(parameterWords("funding.grant_cycle")).toBe("length of a grant");
    expect(parameterWords("practices[*].list_size")).toBe("registered patients");
    expect(parameterWords("practices[practice-3].list_size")).toBe("registered patients (practice-3)");
  });

  it("of a dated action is what its kind calls so, and its path where the kind is not known", () => {
    const cut = (id: string) => (id === "cut" ? "funding_cut" : undefined);
    expect(parameterWords("timeline[cut].share", cut)).toBe("share of yearly income that is lost");
    expect(parameterWords("timeline[cut].share")).toBe("timeline[cut].share");
  });

  it("is its path where nothing is declared, or it is no path", () => {
    expect(parameterWords("mechanisms.surge")).toBe("mechanisms.surge");
    expect(parameterWords("no.such")).toBe("no.such");
    expect(parameterWords("a..b")).toBe("a..b");
  });
});
