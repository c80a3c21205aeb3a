import { describe, expect, it } from "vitest";
import { isSealed, type SealKind, sealed } from "../../cli/disk/seal.ts";
import { pngOf } from "../../cli/figures/render.ts";
import fc from "../support/fast-check.ts";

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"><rect width="1" height="1"/></svg>\n';
const FILES: readonly (readonly [SealKind, string | Uint8Array])[] = [
  ["svg", SVG],
  ["html", "<!doctype html>\n<html><p>&lt;/html&gt; ü</p></html>\n"],
  ["json", `${JSON.stringify({ a: { b: "}" } }, null, 2)}\n`],
  ["script", "#!/bin/sh\necho 1\n"],
  ["png", await pngOf(SVG)],
];

describe.each(FILES)("a sealed file: %s", (kind, contents) => {
  const file = sealed(kind, contents);

  it("is known again, and the file without its seal is not", () => {
    expect(isSealed(kind, file)).toBe(true);
    expect(isSealed(kind, Buffer.from(contents))).toBe(false);
    expect(isSealed(kind, Buffer.alloc(0))).toBe(false);
  });

  it("is not known again if any byte of it is changed, or it ends anywhere before its end", () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(file);
        changed[at] ^= by;
        expect(isSealed(kind, changed)).toBe(false);
        expect(isSealed(kind, file.subarray(0, at))).toBe(false);
      }),
    );
    expect(isSealed(kind, Buffer.concat([file, Buffer.from("\n")]))).toBe(false);
  });
});

it("a seal leaves a file what it is", () => {
  const of = (kind: SealKind): string => sealed(kind, FILES.find(([known]) => known === kind)![1]).toString();
  expect(JSON.parse(of("json"))).toMatchObject({ a: { b: "}" }, usermeta: {} });
  expect(of("svg")).toMatch(/^<svg .*<!-- linksim sha256 \w{64} -->\n<\/svg>\n$/s);
  expect(of("html").endsWith("-->\n</html>\n")).toBe(true);
  expect(of("script")).toMatch(/^#!\/bin\/sh\necho 1\n# linksim sha256 \w{64}\n$/);
});
