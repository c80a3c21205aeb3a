/** Holds every sentence that the command line says to its user, apart from help texts and results. */

const list = (names: readonly string[]): string => names.join(", ");
const lines = (first: string, rest: readonly string[]): string =>
  [first, ...rest.map((line) => `  ${line}`)].join("\n");

// Scenarios

export const noScenario = (
  argument: string,
  nearest: string | undefined,
  library: readonly string[],
): string =>
  [
    `${argument === "" ? "An empty name" : argument}: found no such file or folder, and no scenario of that name comes with linksim.`,
    nearest === undefined ? undefined : `Did you mean ${nearest}?`,
    library.length === 0 ? undefined : `Scenarios that come with it: ${list(library)}.`,
    "Start one of your own with: linksim init my-scenario",
  ]
    .filter((part) => part !== undefined)
    .join(" ");

export const folderWithoutScenario = (folder: string, yamlFiles: readonly string[]): string =>
  `${folder}: the folder holds no scenario.yaml.${
    yamlFiles.length === 0
      ? ` Start one there with: linksim init ${folder}`
      : ` Name one of its files: ${list(yamlFiles)}.`
  }`;

export const sameName = (name: string, arguments_: readonly string[]): string =>
  `${list(arguments_)}: both scenarios are named ${JSON.stringify(name)}, and tables tell scenarios apart by name. Change \`name:\` in one of them.`;

export const problemCount = (errors: number): string =>
  `${errors === 1 ? "1 problem" : `${errors} problems`} found.`;

export const nothingRun = (errors: number): string => `${problemCount(errors)} Nothing was run.`;

export const notAFile = "it is not a regular file";
export const deviceGiven = (argument: string): string =>
  `${argument}: expected a file or a folder, found a device.`;
export const tooLarge = (megabytes: number): string => `it is larger than ${megabytes} MB`;

// Options

export const givenTwice = (option: string): string => `--${option} was given more than once. Give it once.`;

export const noValue = (option: string, expected: string): string =>
  `--${option}: expected ${expected}, got nothing.`;

export const badReplications = (got: string, most: number): string =>
  `--replications: expected a whole number from 1 to ${most.toLocaleString("en")}, got ${got}. ` +
  "100 is usual; --precision 0.05 chooses the number itself.";

export const badWorkers = (got: string, most: number): string =>
  `--workers: expected a whole number from 1 to ${most}, got ${got}. Leave it out to use every core.`;

export const badPrecision = (got: string): string =>
  `--precision: expected a number between 0 and 1, such as 0.05 for ±5 % of the mean, got ${got}.`;

export const precisionAndReplications =
  "--precision chooses the number of replications, --replications states it. Give one of them.";

export const badFormat = (got: string, known: readonly string[]): string =>
  `--format: expected a list of ${list(known)}, got ${JSON.stringify(got)}.`;

export const formatWithoutOut =
  "--format says how files are written, but no folder was named. Add --out DIR.";

export const eventsWithoutOut = "--events writes a table, but no folder was named. Add --out DIR.";

export const badGrade = (got: string): string => `--grade: expected A, B or C, got ${JSON.stringify(got)}.`;

export const badSet = (got: string): string =>
  `--set: expected PATH=VALUE, such as --set "link_workers.fte=0.6", got ${JSON.stringify(got)}.`;

export const noSuchMeasure = (scenario: string, metric: string, nearest: string | undefined): string =>
  `${scenario}: measures.precision_on names ${metric}, which this scenario does not measure for everybody.${
    nearest === undefined ? "" : ` Did you mean ${nearest}?`
  }`;

export const seeHelp = (command: string): string =>
  `See: linksim ${command === "" ? "" : `${command} `}--help`;

export const noArgument = (command: string): string =>
  `linksim ${command}: expected a scenario: a file, a folder, or the name of one that comes with linksim.`;

export const unknownArgument = (names: string, nearest: string | undefined): string =>
  `Unknown argument: ${names}.${nearest === undefined ? "" : ` Did you mean --${nearest}?`}`;

export const noCommand = (names: readonly string[]): string =>
  `expected a command: ${names.slice(0, -1).join(", ")} or ${names.at(-1)}.`;

// Running

/** Names one replication of one scenario, and how it can be run again. */
export interface ReplicationPlace {
  readonly scenario: string;
  readonly argument: string;
  readonly seed: string;
  readonly set: readonly string[];
  readonly replication: number;
}

export const replicationFailed = (place: ReplicationPlace, why: string): string =>
  lines(
    `The run failed in scenario ${place.scenario}, seed ${place.seed}, replication ${place.replication}: ${why}`,
    ["This is a fault in linksim, not in your scenario. Run it again with:", replayCommand(place)],
  );

export const scenarioCannotStart = (place: Omit<ReplicationPlace, "replication">, why: string): string =>
  `Scenario ${place.scenario} could not be set up: ${why}`;

/** Writes the command that runs up to and including a replication. */
export function replayCommand({ argument, seed, set, replication }: ReplicationPlace): string {
  const sets = set.map((change) => ` --set ${shellWord(change)}`).join("");
  return `linksim run ${shellWord(argument)} --seed ${shellWord(seed)}${sets} --replications ${replication + 1} --workers 1`;
}

const shellWord = (word: string): string =>
  /^[A-Za-z0-9_./:=%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

export const workerEnded = (code: number): string =>
  `a worker thread ended by itself (code ${code}); it may have run out of memory. Try fewer --workers.`;

export const precisionNotReached = (
  scenario: string,
  wanted: number,
  most: number,
  measure: string,
  reached: number | null,
): string =>
  `${scenario}: precision ${wanted} was not reached within ${most} replications: ${measure} came to ${
    reached === null ? "no interval" : reached.toPrecision(2)
  }. The intervals shown are as wide as they are; take a coarser --precision, or other measures.precision_on.`;

export const interrupted = "Interrupted. Nothing was written.";

// Files

export const notALinksimFolder = (out: string): string =>
  `--out ${out}: the folder exists and is not a linksim results folder (no run.json of linksim), so it is left alone. Name another.`;

export const foreignFiles = (out: string, names: readonly string[]): string =>
  `--out ${out}: besides results, the folder holds ${list(names.slice(0, 5))}${
    names.length > 5 ? ` and ${names.length - 5} more` : ""
  }, which replacing it would delete. Move them, or name another folder.`;

export const outIsAFile = (out: string): string =>
  `--out ${out}: there is a file of that name. Name a folder.`;

export const cannotWrite = (what: string, why: string): string =>
  `${what} could not be written: ${why}. No results folder was left behind.`;

export const writtenTo = (out: string): string =>
  `Files are in ${out}; what each column means is in its dictionary.`;

export const notWritten = "No files were written. Add --out DIR to keep the tables.";

/** Says in words why the system refused a file operation. */
export function systemReason(failure: unknown): string {
  const { code, message } = failure as { code?: string; message?: string };
  const words: Readonly<Record<string, string>> = {
    EACCES: "permission denied",
    EPERM: "the system does not permit it",
    EROFS: "the file system is read-only",
    ENOSPC: "the disk is full",
    EDQUOT: "your disk quota is used up",
    EFBIG: "the file would be larger than allowed",
    ENOTDIR: "a part of its path is a file, not a folder",
    EEXIST: "a part of its path is a file, not a folder",
    ENOENT: "a folder on its path does not exist",
    ENAMETOOLONG: "the name is too long",
    EMFILE: "too many files are open",
    EIO: "the disk reports an error",
  };
  return (code === undefined ? undefined : words[code]) ?? message?.split("\n")[0] ?? "unknown reason";
}

// init

export const alreadyThere = (folder: string, names: readonly string[]): string =>
  `${folder}: ${list(names)} ${names.length === 1 ? "is" : "are"} already there, and init never overwrites. Name an empty folder.`;

export const initDone = (folder: string, files: readonly string[]): string =>
  lines(`Written to ${folder}: ${list(files)}.`, [
    `Check it:  linksim check ${shellWord(folder)}`,
    `Run it:    linksim run ${shellWord(folder)}`,
  ]);

export const cannotInit = (folder: string, why: string): string => `${folder} could not be written: ${why}.`;

// evidence

export const noSuchEvidence = (id: string, nearest: string | undefined): string =>
  `${id}: no row of the evidence register has that id.${
    nearest === undefined ? "" : ` Did you mean ${nearest}?`
  } List them with: linksim evidence`;

export const noRegister =
  "The evidence register (scenarios/evidence.yaml) is missing from this copy of linksim.";

export const badRegister = (why: string): string => `The evidence register could not be read: ${why}`;

// Faults

export const unexpected = (why: string): string =>
  `linksim failed: ${why}\nThis is a fault in linksim. Set LINKSIM_DEBUG=1 to see where it happened, and report it.`;

// The store of played cells

export const notAStore = (folder: string): string =>
  `--store ${folder}: the folder exists and is no store of linksim (no linksim-store.json), so it is left alone. Name another.`;

export const storeOfAnotherForm = (folder: string, found: string, expected: number): string =>
  `--store ${folder}: found a store of form ${found}, expected form ${expected}: it was written by another version of linksim. Name another folder.`;

export const cannotReadStore = (path: string, why: string): string => `${path} could not be read: ${why}.`;

export const cannotWriteStore = (folder: string, why: string): string =>
  `The store ${folder} could not be written: ${why}. What was kept before is whole; mend this and give the same command again to go on from there.`;
// Results folders

export const notResults = (folder: string): string =>
  `${folder}: found no results of linksim there (no run.json of it). Name the folder that was given to --out.`;

export const newerResults = (folder: string, got: number, version: string, known: number): string =>
  `${folder}: these results were written by linksim ${version} in form ${got}; this version reads forms up to ${known}. Open them with linksim ${version} or a newer one.`;

export const damagedRecord = (path: string, why: string): string =>
  `${path} is damaged: ${why}. Take the folder from where it was copied, or run again.`;

export const cannotRead = (path: string, why: string): string => `${path} could not be read: ${why}.`;

export const missingResult = (path: string): string =>
  `${path} is missing, though run.json lists it. Take it from where the folder was copied, or run again.`;

export const changedResult = (path: string): string =>
  `${path} is not as it was written: its SHA-256 differs from the one in run.json. Take it from where the folder was copied, or run again.`;

export const damagedTable = (path: string, why: string, version: string): string =>
  `${path} does not hold what this version expects: ${why}. It was written by linksim ${version}; run again with this one.`;

export const unreadableScenario = (path: string, version: string): string =>
  `${path} was written by linksim ${version}, and this version cannot read it. Run again with this one.`;

// compare

export const badTwins = (got: string, most: number): string =>
  `--twins: expected a whole number from 0 to ${most.toLocaleString("en")}, got ${got}.`;

export const noSuchMetric = (option: string, metric: string, nearest: string | undefined): string =>
  `--${option}: there is no metric ${JSON.stringify(metric)}.${nearest === undefined ? "" : ` Did you mean ${nearest}?`}`;

export const badWidth = (metric: string, got: string, expected: string): string =>
  `--precision: ${metric}: expected ${expected}, more than 0, got ${JSON.stringify(got)}.`;

export const notMeasuredByAll = (metric: string): string =>
  `--precision: ${metric} is not measured for everybody in every one of these scenarios. Name another metric, or change measures.precision_on of the base.`;

export const differencesNotKnown = (
  base: string,
  scenario: string,
  most: number,
  metrics: readonly string[],
): string =>
  `${scenario} against ${base}: the precision was not reached within ${most.toLocaleString("en")} replications of each: ${list(metrics)}. The intervals shown are as wide as they are.`;

export const twinsAreOf = (replications: number, all: number): string =>
  replications >= all
    ? "The table twins names everybody whose fate differs."
    : `The table twins names the people of the first ${replications === 1 ? "replication" : `${replications} replications`} whose fate differs (--twins N); gained_lost counts all ${all}.`;

export const standardsExit =
  "Ends with exit code 3 if a scenario does not meet one of its standards; one that is undecided does not count.";

export const comparedNeedsTwo =
  "linksim compare: expected a base and at least one other scenario, such as: linksim compare glasgow-pilot glasgow-pilot-cut.";
