import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { makeFolders } from "../disk/make-folders.ts";
import { messages } from "../messages/index.ts";
import { badInput, failed } from "../terminal/exit-codes.ts";
import { libraryFolder } from "./package-folder.ts";

const TEMPLATE = "starter";
const SCHEMA = "scenario.schema.json";

/**
 * Copies the starter scenario and its CSVs into a folder and returns the names of what it wrote; leaves
 * everything alone if any of them is there already.
 */
export async function writeStarter(folder: string): Promise<readonly string[]> {
  const template = join(libraryFolder(), TEMPLATE);
  const texts = new Map(
    readdirSync(template)
      .sort()
      .map((name) => [name, readFileSync(join(template, name), "utf8")]),
  );
  const scenario = texts.get("scenario.yaml")!;
  texts.set("scenario.yaml", named(scenario, folder).replace(`../${SCHEMA}`, SCHEMA));
  texts.set(SCHEMA, readFileSync(join(libraryFolder(), SCHEMA), "utf8"));
  const names = [...texts.keys()];
  const there = names.filter((name) => existsSync(join(folder, name)));
  if (there.length > 0) throw badInput(messages.alreadyThere(folder, there));
  const written: string[] = [];
  let made: string | undefined;
  try {
    made = await makeFolders(folder);
    for (const [name, text] of texts) {
      // "wx" refuses a file that has come to be since we looked.
      writeFileSync(join(folder, name), text, { flag: "wx" });
      written.push(name);
    }
  } catch (failure) {
    for (const name of written) rmSync(join(folder, name), { force: true });
    removeEmpty(folder, made);
    throw failed(messages.cannotWrite(folder, failure));
  }
  return names;
}

/** Removes a folder and those above it up to the first that was made for it, as far as they are empty. */
function removeEmpty(folder: string, made: string | undefined): void {
  if (made === undefined) return;
  try {
    for (let at = resolve(folder); at.length >= made.length; at = dirname(at)) rmdirSync(at);
  } catch {
    // Somebody else uses it by now.
  }
}

/** Names the scenario after its folder, where that makes a name that scenarios may have. */
function named(scenario: string, folder: string): string {
  const name = basename(resolve(folder));
  return /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,79}$/.test(name)
    ? scenario.replace(/^name: .*$/m, `name: ${JSON.stringify(name)}`)
    : scenario;
}
