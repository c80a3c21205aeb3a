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

export const noArgument = (command: string, needed: number): string =>
  needed === 1
    ? `linksim ${command}: expected a scenario: a file, a folder, or the name of one that comes with linksim.`
    : `linksim ${command}: expected ${needed} scenarios, each a file, a folder, or the name of one that comes with linksim.`;

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

/** Writes a word as a POSIX shell reads it. */
export const shellWord = (word: string): string =>
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
  }, which linksim did not write or which changed since. Nothing was touched. Move them, or name another folder.`;

export const oldResultsStay = (out: string, old: string): string =>
  `${out} is new and whole; what stood there before could not all be removed and is in ${old}.`;

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

// Stories

export const badReplication = (got: string, most: number): string =>
  `--replication: expected a whole number from 0 to ${most.toLocaleString("en")}, got ${got}. The first replication is 0.`;

export const badPatient = (got: string): string =>
  `--patient: expected a practice and a register number, such as practice-3/1742, got ${JSON.stringify(got)}.`;

export const noSuchPractice = (patient: string, practice: string, nearest: string | undefined): string =>
  `--patient ${patient}: found no practice ${practice} in the scenario.${
    nearest === undefined ? "" : ` Did you mean ${nearest}?`
  }`;

export const notRegistered = (patient: string, practice: string, listSize: number): string =>
  `--patient ${patient}: expected a register number from 1 to ${listSize.toLocaleString("en")}, the people on the list of ${practice}.`;

export const neverReferred = (patient: string, replication: number, nearest: readonly string[]): string =>
  `--patient ${patient}: registered, but never referred in replication ${replication}, so there is no story.${
    nearest.length === 0 ? "" : ` Referred were, among others, ${list(nearest)}.`
  } Without --patient, linksim trace names people whose stories are worth reading.`;

/** Writes the command of a story, without the person. */
export const storyCommand = (
  command: string,
  scenarios: readonly string[],
  { seed, replication }: { readonly seed: string; readonly replication: number },
  set: readonly string[],
): string =>
  [
    "linksim",
    command,
    ...scenarios.map(shellWord),
    ...(seed === "1" ? [] : ["--seed", shellWord(seed)]),
    ...(replication === 0 ? [] : ["--replication", String(replication)]),
    ...set.flatMap((change) => ["--set", shellWord(change)]),
  ].join(" ");
// The store of simulated cells

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
// chart

export const figuresOfResults = (folder: string, count: number): string =>
  count === 0
    ? `${folder} holds no table that a figure is made from.`
    : `${folder} can give ${count === 1 ? "this figure" : `these ${count} figures`}:`;

export const drawFigure = (folder: string, figure: string): string =>
  `Draw one with: linksim chart ${shellWord(folder)} ${figure} -o ${figure}.png`;

export const noSuchFigure = (name: string, nearest: string | undefined, known: readonly string[]): string =>
  `${name}: there is no figure of that name. ${nearest === undefined ? `Known here: ${list(known)}.` : `Did you mean ${nearest}?`}`;

export const figureNotInResults = (folder: string, figure: string, tables: readonly string[]): string =>
  `${folder}: these results do not hold what the figure ${figure} is made from (${list(tables)}). List what they can give with: linksim chart ${shellWord(folder)}`;

export const figureWithoutOutput = (figure: string): string =>
  `No file was named for the figure. Add -o ${figure}.svg, .png or .json.`;

export const outputWithoutFigure = "-o names a file, but no figure was named. Name one before it.";

export const badOutput = (path: string, endings: readonly string[]): string =>
  `-o ${path}: expected a file that ends in ${list(endings.map((ending) => `.${ending}`))}.`;

export const badTarget = (got: string): string =>
  `--target: expected a number, such as 4 for weeks or 40 for percent, got ${JSON.stringify(got)}.`;

export const badChoice = (
  option: string,
  found: string,
  nearest: string | undefined,
  known: readonly string[],
): string =>
  `--${option}: this figure has no ${found}. ${nearest === undefined ? `It has: ${list(known)}.` : `Did you mean ${nearest}?`}`;

export const cannotWriteFile = (path: string, why: string): string => `${path} could not be written: ${why}.`;

// Work that is kept

export const interruptedKept = (folder: string): string =>
  `Interrupted. What was simulated is kept in ${folder}; the same command goes on from there.`;

export const damagedCells = (folder: string, count: number): string =>
  `${folder}: ${count === 1 ? "1 cell was" : `${count} cells were`} damaged, as the digest showed; simulated again.`;

export const shardDone = (part: number, parts: number, cells: number, folder: string): string =>
  `Part ${part} of ${parts} is done: ${cells === 1 ? "1 cell is" : `${cells} cells are`} kept in ${folder}. When all parts are: linksim merge ${shellWord(folder)} --out DIR`;

export const badShard = (got: string): string =>
  `--shard: expected K/N, the K-th of N parts, such as 3/10, got ${JSON.stringify(got)}.`;

export const shardOfPrecision =
  "--shard cuts a stated number of replications into parts; with --precision nobody knows the number beforehand. Give --replications.";

export const shardOfEvents =
  "--events are written by a whole run: a part of one (--shard) keeps none. Leave one of them out.";

export const shardWithoutStore =
  "--shard keeps its part of the work in a store. Name it with --store DIR, or a results folder with --out DIR.";

export const storeWithEvents =
  "--store keeps no events: a run with --events is simulated whole. Leave one of them out.";

// sweep

export const problemAtPoint = (point: string, problem: string): string => `${point}: ${problem}`;

export const unsoundPoints = (points: number, more: number): string =>
  `${points === 1 ? "1 point is" : `${points} points are`} no sound scenario${more > 0 ? `; ${more} more problems are not shown` : ""}. Nothing was simulated.`;

export const sweepWithoutOut =
  "A sweep needs a folder for its tables. Add --out DIR (or --dry-run to see what would be simulated).";

export const cellFailed = (
  where: string,
  seed: string,
  replication: number,
  why: string,
  replay: string,
): string =>
  lines(`${where}, seed ${seed}, replication ${replication}, failed: ${why}`, ["Repeat it with:", replay]);

export const pointsFailed = (points: number): string =>
  `${points === 1 ? "1 point" : `${points} points`} failed and ${points === 1 ? "is" : "are"} not in the tables; run.json has each with the command that repeats it.`;

export const badOnError = (got: string): string =>
  `--on-error: expected stop or continue, got ${JSON.stringify(got)}.`;

export const badCount = (option: string, got: string, most: number): string =>
  `--${option}: expected a whole number from 1 to ${most.toLocaleString("en")}, got ${JSON.stringify(got)}.`;

export const varyWithFile = (file: string): string =>
  `${file}: a sweep file says itself what is varied and how points are chosen; leave --vary and --design out, or name a scenario instead of the file.`;

export const tasksWithoutSlurm = "--tasks are those of a Slurm array. Add --slurm DIR.";

export const badDesign = (got: string, known: readonly string[]): string =>
  `--design: expected ${list(known)}, got ${JSON.stringify(got)}.`;

export const modelChanged = (before: string, now: string): string => `the model was ${before}, is ${now}`;

export const seedChanged = (before: string, now: string): string => `the seed was ${before}, is ${now}`;

export const valueChanged = (path: string, before: string | undefined, now: string | undefined): string =>
  `${path} was ${shortened(before)}, is ${shortened(now)}`;

const shortened = (value = "absent"): string => (value.length <= 40 ? value : `${value.slice(0, 38)}..`);

export const slurmWritten = (facts: {
  readonly folder: string;
  readonly parts: number;
  readonly taskMinutes: number;
  readonly megabytes: number;
  readonly out: string;
}): string =>
  `${lines(
    `Written to ${facts.folder}: array.sbatch (${facts.parts} tasks of at most ${facts.taskMinutes} min and ${facts.megabytes} MB), merge.sbatch, submit.sh.`,
    [`Submit them:  sh ${shellWord(`${facts.folder}/submit.sh`)}`, `Results come to:  ${facts.out}`],
  )}\n`;

// rerun, verify, merge

export const noTask = (folder: string, version: string): string =>
  `${folder}: its run.json, written by linksim ${version}, does not say how it was made in a form that can be done again. Run the scenario anew with --out.`;

export const unknownTask = (folder: string, version: string): string =>
  `${folder}: its run.json, written by linksim ${version}, asks for something that this version does not know. Use that version.`;

export const sameBytes = (folder: string, files: number, hash: string): string =>
  `${folder}: the same bytes came out, ${files} files, content hash ${hash}.`;

export const otherBytes = (folder: string, names: readonly string[]): string =>
  `${folder}: other bytes came out in ${list(names)}. Either a file or run.json was changed afterwards, or it was made by another model; linksim verify ${shellWord(folder)} says which. If neither, it is a fault in linksim.`;

export const damagedResult = (path: string): string =>
  `${path}: missing, or not as it was written (its SHA-256 differs from that in run.json).`;

export const otherModel = (there: string, here: string): string =>
  `It was made by model ${there}, and this program simulates ${here}: numbers may differ because the model does.`;

interface CellPlace {
  readonly scenario: string;
  readonly point: number | null;
  readonly first: number;
  readonly last: number;
}

const cellText = ({ scenario, point, first, last }: CellPlace): string =>
  `${scenario}${point === null ? "" : `, point ${point}`}, ${first === last ? `replication ${first}` : `replications ${first} to ${last}`}`;

export const verified = (facts: {
  readonly results: string;
  readonly files: number;
  readonly cells: number;
  readonly played_again: number;
}): string =>
  `${facts.results}: all ${facts.files} files are as they were written; ${facts.played_again} of ${facts.cells} cells, drawn at random, were simulated again: every number of theirs is the same, bit for bit.`;

export const cellDiffers = (cell: CellPlace): string =>
  `${cellText(cell)}: simulated again, other numbers came out than cells says.`;

export const rowsDiffer = (table: string, where: string): string =>
  `${table}: ${where}: it holds other numbers than those that were simulated again give.`;

export const noCells = (folder: string): string =>
  `${folder}: it lists no cells, so only its hashes could be checked. It was written in a form without them.`;

export const noStore = (folder: string): string =>
  `${folder}: there is no store of simulated cells. A store is the folder that --store named.`;

export const mergeWithoutOut = "A merge writes the tables of the whole. Add --out DIR.";

export const storeWithoutTask = (folder: string): string =>
  `${folder}: the store does not say what its cells are parts of. Simulate at least one part of the work into it with --shard.`;

export const storesOfSeveralTasks = (folders: readonly string[], count: number): string =>
  `${list(folders)}: they hold parts of ${count} different pieces of work (another scenario, seed, design or number of replications), which make no whole. Merge only parts of one.`;

// Reports

export const badReportFile = (path: string): string =>
  `--output ${path}: a report is one page. Name a file that ends in .html.`;

export const reportWithoutOut =
  "--report is made from the tables, but no folder was named. Add --out DIR; the report is DIR.html.";

export const reportOfShard =
  "--report tells of the whole, and --shard simulates a part. Leave it out, and run linksim report on what linksim merge writes.";

export const reportOfNothing =
  "--report tells of what was simulated, and --dry-run and --slurm simulate nothing. Leave it out; linksim report makes it of a results folder.";

export const reportWritten = (path: string): string =>
  `The report for a board is ${path}: open it in a browser, or print it.`;
