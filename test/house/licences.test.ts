import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { aFolder } from "../support/a-folder.ts";
import { licencesOf } from "./licences.ts";

const PERMISSIVE = [
  "MIT",
  "ISC",
  "0BSD",
  "BSD-3-Clause",
  "Apache-2.0",
  "Apache-2.0 AND BSL-1.0",
  "Unlicense",
];

/** What is no permissive licence by its name, and why it may be installed with the rest. */
const OTHERS: Readonly<Record<string, string>> = {
  "@resvg/resvg-js": "MPL-2.0",
  // Fonts of Bitstream and Arev: free to use, change and pass on under another name.
  "dejavu-fonts-ttf": "SEE LICENSE IN README.md AND LICENSE",
};

it("what users install is under permissive licences, but for two that ask nothing of who uses them unchanged", () => {
  const all = licencesOf(".");
  expect(all.length).toBeGreaterThan(100);
  const others = all.filter(({ licence }) => !PERMISSIVE.includes(licence));
  expect(
    others.filter(({ name, licence }) => OTHERS[name.replace(/(resvg-js)-.*/, "$1")] !== licence),
  ).toEqual([]);
});

it("is read from what is installed, without what only development needs", () => {
  const root = aFolder({
    "package-lock.json": JSON.stringify({
      packages: {
        "": {},
        "node_modules/a": {},
        "node_modules/a/node_modules/b": {},
        "node_modules/tool": { dev: true },
        "node_modules/other-platform": { optional: true },
      },
    }),
  });
  for (const [path, more] of [
    ["node_modules/a", { license: "GPL-3.0" }],
    ["node_modules/a/node_modules/b", {}],
  ] as const) {
    mkdirSync(join(root, path), { recursive: true });
    writeFileSync(join(root, path, "package.json"), JSON.stringify({ version: "1.0.0", ...more }));
  }
  expect(licencesOf(root)).toEqual([
    { name: "a", version: "1.0.0", licence: "GPL-3.0" },
    { name: "b", version: "1.0.0", licence: "none" },
  ]);
});
