import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";

const PREFIX = join(tmpdir(), "linksim-test-");

/** Makes a folder that goes when the test ends, with files in it. */
export function aFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(PREFIX);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Makes a folder for the tests of a file or a `describe`, that goes when they have ended. */
export function aSharedFolder(): string {
  const folder = mkdtempSync(PREFIX);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A scenario that runs in a moment: two practices with a post each, three organisations, 40 weeks. */
export const SMALL = `name: small
horizon: 40 weeks
practices:
  - { id: elm, list_size: 3000 people }
  - { id: harbour, list_size: 4000 people }
link_workers: { fte: 1 }
organisations:
  members:
    - { id: lunch-club, type: local, focus: isolation_wellbeing, locality: elm }
    - { id: advice, type: city_wide, focus: money_advice }
    - { id: clinic, type: statutory, focus: mental_health }
`;
