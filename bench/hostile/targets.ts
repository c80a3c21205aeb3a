import { createHash } from "node:crypto";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openResults } from "../../cli/results/open-results.ts";
import { libraryFolder } from "../../cli/scenarios/package-folder.ts";
import { checkText } from "../../cli/screen/check-text.ts";
import { CellStore } from "../../cli/store/cell-store.ts";
import { CommandError } from "../../cli/terminal/exit-codes.ts";
import { readTargetsFile } from "../../sim/calibration/targets-file.ts";
import { readEnsembleManifest } from "../../sim/ensemble/manifest.ts";
import { readMembersFile } from "../../sim/ensemble/members-file.ts";
import { checkScenario } from "../../sim/experiment/check-layout.ts";
import { loadScenario } from "../../sim/scenario/load.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { sourcesFromMap } from "../../sim/scenario/sources.ts";

/** A file that is mutated, and what reads it; what is refused is thrown, as the program does. */
export interface Target {
  readonly name: string;
  readonly base: string;
  /** How its text stands for bytes: a letter a byte for what is no text. */
  readonly encoding: "utf8" | "latin1";
  readonly read: (bytes: Uint8Array) => void | Promise<void>;
}

/** Says how a file was taken: read, or refused in words; anything else is a fault of the program. */
export type Outcome = "read" | "refused" | { readonly fault: string };

/** Lets a target read a file and says what became of it. */
export async function outcomeOf({ read }: Target, bytes: Uint8Array): Promise<Outcome> {
  try {
    await read(bytes);
    return "read";
  } catch (failure) {
    const isRefusal = failure instanceof ScenarioError || failure instanceof CommandError;
    if (isRefusal && failure.message.trim() !== "" && !/\bat .*:\d+:\d+\)/.test(failure.message))
      return "refused";
    return { fault: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure) };
  }
}

const LIBRARY = libraryFolder();
const textOf = (name: string): string => readFileSync(join(LIBRARY, name), "utf8");

/** The files of two scenarios of the library, each of which takes its turn. */
const SCENARIOS: Readonly<Record<string, readonly string[]>> = {
  starter: ["scenario.yaml", "practices.csv", "link-workers.csv", "organisations.csv"],
  "glasgow-pilot": ["scenario.yaml", "practices.csv", "organisations.csv"],
};

/** Lists the scenario files and tables that are read in this process. */
export function scenarioTargets(): Target[] {
  return Object.entries(SCENARIOS).flatMap(([folder, names]) => {
    const files = new Map<string, string | Uint8Array>([
      ["defaults.yaml", textOf("defaults.yaml")],
      ...names.map((name) => [`${folder}/${name}`, textOf(`${folder}/${name}`)] as const),
    ]);
    return names.map((name): Target => {
      const path = `${folder}/${name}`;
      return {
        name: path,
        base: textOf(path),
        encoding: "utf8",
        read(bytes) {
          const sources = sourcesFromMap(new Map([...files, [path, bytes]]), { defaults: "defaults.yaml" });
          const loaded = loadScenario(`${folder}/scenario.yaml`, sources);
          checkScenario(loaded);
          checkText(loaded, () => undefined, folder);
        },
      };
    });
  });
}

const TARGETS_CSV = `id,metric,value,low,high,role,source
T1,reached_3.share,45 %,39 %,51 %,fitted,a study
T3,contacts.per_referral,4.66,2.8,4.8,held_out,another
`;

/** Lists files of published figures and of an ensemble that fits them, which are read in this process. */
export function unknownTargets(): Target[] {
  const target = (name: string, read: (file: string, bytes: Uint8Array) => unknown, base = textOf(name)) => ({
    ...{ name, base, encoding: "utf8" as const },
    read: (bytes: Uint8Array) => void read(name, bytes),
  });
  return [
    target("glasgow-pilot/targets.yaml", readTargetsFile),
    target("targets.csv", readTargetsFile, TARGETS_CSV),
    target("ensembles/glasgow-pilot/ensemble.yaml", readEnsembleManifest),
    target("ensembles/glasgow-pilot/members.csv", readMembersFile),
  ];
}

/** Lists the files of a results folder and of a store, each read in a copy of the folder. */
export function folderTargets(results: string, store: string): Target[] {
  const copy = mkdtempSync(join(tmpdir(), "linksim-fuzz-"));
  process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
  const inCopy = (from: string, to: string, name: string, read: Target["read"]): Target => ({
    name: `${to}/${name}`,
    base: readFileSync(join(from, name), "latin1"),
    encoding: "latin1",
    async read(bytes) {
      copyFolder(from, join(copy, to));
      writeFileSync(join(copy, to, name), bytes);
      if (to === "results" && name !== "run.json") list(join(copy, to, "run.json"), name, bytes);
      await read(bytes);
    },
  });
  const ofResults = readdirSync(results)
    .filter((name) => name === "run.json" || name.endsWith(".csv") || name.endsWith(".yaml"))
    .map((name) => inCopy(results, "results", name, () => readResults(join(copy, "results"))));
  const ofStore = filesBelow(store).map((name) =>
    inCopy(store, "store", name, () => readStore(join(copy, "store"))),
  );
  return [...ofResults, ...ofStore];
}

/** Lists the digest of a file anew, so that more is read of it than that it was changed. */
function list(record: string, file: string, bytes: Uint8Array): void {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const text = readFileSync(record, "utf8");
  const at = text.indexOf(`"${file}"`);
  const listed = text.slice(at).replace(/[0-9a-f]{64}/, sha256);
  writeFileSync(record, text.slice(0, at) + listed);
}

async function readResults(folder: string): Promise<void> {
  const opened = openResults(folder);
  opened.damagedFiles();
  for (const name of opened.tableNames) await opened.table(name);
  for (const { name } of opened.record.scenarios) opened.scenario(name);
}

async function readStore(folder: string): Promise<void> {
  const store = await CellStore.openThere(folder);
  for (const prefix of await store.list("cells"))
    for (const name of await store.list(join("cells", prefix))) await store.read(name.replace(/\.cell$/, ""));
}

function filesBelow(folder: string, below = ""): string[] {
  return readdirSync(join(folder, below)).flatMap((name) => {
    const path = join(below, name);
    return statSync(join(folder, path)).isDirectory() ? filesBelow(folder, path) : [path];
  });
}

function copyFolder(from: string, to: string): void {
  for (const path of filesBelow(from)) {
    mkdirSync(join(to, path, ".."), { recursive: true });
    copyFileSync(join(from, path), join(to, path));
  }
}
