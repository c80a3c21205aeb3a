import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { nearestName, nearestNames } from "../../sim/scenario/nearest-name.ts";
import type { PackedTree } from "../../sim/scenario/packed-tree.ts";
import type { ScenarioSources } from "../../sim/scenario/sources.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { libraryFolder } from "./package-folder.ts";
import { readPacked } from "./packed-yaml.ts";

// The build packed what the same function reads.
const packedDefaults = (text: string): PackedTree | undefined =>
  readPacked("defaults", text) as PackedTree | undefined;

const MAX_MEGABYTES = 200;
/** Bounds the names that a misspelt one may stand for. */
const MAX_NEAR = 3;
const NOT_SCENARIOS = ["defaults", "evidence"];

/** Gives the loader its files from the disk, and remembers the SHA-256 of each. */
export interface DiskSources extends ScenarioSources {
  /** The SHA-256 of a file that was read, as hexadecimal text. */
  digest(path: string): string;
}

/** Opens the disk to the loader: each file is read once, so that what is hashed is what was loaded. */
export function diskSources(): DiskSources {
  const read = new Map<string, Uint8Array | null>();
  const bytesOf = (path: string): Uint8Array | null => {
    const known = read.get(path);
    if (known !== undefined) return known;
    const bytes = readRegular(path);
    read.set(path, bytes);
    return bytes;
  };
  return {
    read: bytesOf,
    defaults: shownPath(join(libraryFolder(), "defaults.yaml")),
    packedDefaults,
    roots: [slashes(process.cwd())],
    library: slashes(libraryFolder()),
    directory: slashes(process.cwd()),
    digest: (path) =>
      createHash("sha256")
        .update(bytesOf(path) ?? "")
        .digest("hex"),
  };
}

/**
 * Opens one text to the loader as if it stood at a path, and nothing of the disk beside the defaults: a
 * scenario with every default filled in needs no other file, and one from a stranger gets none.
 */
export function oneFile(path: string, bytes: Uint8Array): DiskSources {
  const { defaults, read, packedDefaults, directory, digest } = diskSources();
  return {
    read: (asked) => (asked === path ? bytes : asked === defaults ? read(defaults) : null),
    defaults,
    ...(packedDefaults === undefined ? {} : { packedDefaults }),
    roots: [],
    ...(directory === undefined ? {} : { directory }),
    digest: (asked) => (asked === path ? createHash("sha256").update(bytes).digest("hex") : digest(asked)),
  };
}

/**
 * Finds the scenario that an argument means: a file, a folder that holds scenario.yaml, or the bare name of
 * one in the library.
 */
export function findScenario(argument: string): string {
  const path = slashes(argument);
  if (argument !== "" && existsSync(argument)) {
    const stat = statSync(argument);
    if (isReadable(stat, argument) || existsSync(join(argument, "scenario.yaml"))) return path;
    if (!stat.isDirectory()) throw badInput(messages.deviceGiven(argument));
    // Results are often kept in a folder named after their scenario.
    const inLibrary = libraryScenarios().get(argument);
    if (inLibrary !== undefined) return shownPath(inLibrary);
    const yamlFiles = readdirSync(argument)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort();
    throw badInput(
      messages.folderWithoutScenario(
        argument,
        yamlFiles.map((name) => join(argument, name)),
      ),
    );
  }
  const library = libraryScenarios();
  const inLibrary = library.get(argument);
  if (inLibrary !== undefined) return shownPath(inLibrary);
  const local = nearestLocal(argument);
  const near = nearestNames(basename(argument), library.keys(), MAX_NEAR);
  throw badInput(messages.noScenario(argument, local === undefined ? near : [local, ...near]));
}

/**
 * Reads the file of targets that an argument means, from here or from the library; without one, that which
 * stands beside the scenario as targets.yaml or targets.csv.
 */
export function readTargets(
  argument: string | undefined,
  scenario: string,
): [path: string, bytes: Uint8Array] {
  const beside = besideScenario(findScenario(scenario));
  const candidates =
    argument === undefined
      ? TARGETS.map((name) => join(beside, name))
      : [argument, join(libraryFolder(), argument)];
  for (const path of candidates) {
    const bytes = refusingToRead(path);
    if (bytes !== null) return [shownPath(path), bytes];
  }
  if (argument === undefined) throw badInput(messages.noTargetsBeside(scenario, TARGETS[0]));
  throw badInput(messages.noTargets(argument, nearestLocal(argument)));
}

const TARGETS = ["targets.yaml", "targets.csv"] as const;

const besideScenario = (path: string): string =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? path : dirname(path);

function refusingToRead(path: string): Uint8Array | null {
  try {
    return readRegular(path);
  } catch (failure) {
    throw badInput(`${shownPath(path)}: ${failure instanceof Error ? failure.message : String(failure)}`);
  }
}

/** Lists the scenarios of the library by bare name, sorted. */
export function libraryScenarios(): ReadonlyMap<string, string> {
  const folder = libraryFolder();
  const scenarios = new Map<string, string>();
  if (!existsSync(folder)) return scenarios;
  for (const entry of readdirSync(folder).sort()) {
    const path = join(folder, entry);
    const name = entry.replace(/\.yaml$/, "");
    if (NOT_SCENARIOS.includes(name)) continue;
    if (name !== entry || existsSync(join(path, "scenario.yaml"))) scenarios.set(name, path);
  }
  return scenarios;
}

/** Shows a path as the user would write it: from the working directory if it lies there. */
export function shownPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return slashes(fromHere === "" || fromHere.startsWith("..") || isAbsolute(fromHere) ? path : fromHere);
}

function nearestLocal(argument: string): string | undefined {
  const cut = argument.replace(/\/+$/, "").lastIndexOf("/");
  const folder = cut < 0 ? "." : argument.slice(0, cut + 1);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return undefined;
  const candidates = readdirSync(folder).filter(
    (name) => /\.(ya?ml|json)$/.test(name) || existsSync(join(folder, name, "scenario.yaml")),
  );
  const near = nearestName(basename(argument), candidates.sort());
  return near === undefined ? undefined : slashes(join(folder, near));
}

function readRegular(path: string): Uint8Array | null {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined || stat.isDirectory()) return null;
    if (!isReadable(stat, path)) throw new Error(messages.notAFile);
    if (stat.size > MAX_MEGABYTES * 1_000_000) throw new Error(messages.tooLarge(MAX_MEGABYTES));
    return readFileSync(path);
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === "ENOTDIR") return null;
    throw new Error(messages.systemReason(failure));
  }
}

/**
 * A pipe of the shell is let through, so that `linksim run <(make-scenario)` works; a device may never end,
 * nor may a pipe that somebody has put in a folder.
 */
const isReadable = (stat: Stats, path: string): boolean =>
  stat.isFile() || (stat.isFIFO() && OF_SHELL.test(path));

const OF_SHELL = /^\/dev\/stdin$|^\/(?:dev|proc\/self|proc\/[0-9]+)\/fd\/[0-9]+$/;

const slashes = (path: string): string => (sep === "/" ? path : path.replaceAll(sep, "/"));
