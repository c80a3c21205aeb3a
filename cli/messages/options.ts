import { PRECISION_IN_WORDS, wholeInWords } from "../../sim/experiment/door.ts";
import { didYouMean, either, lines, list, quoted } from "./parts.ts";

export const noCommand = (names: readonly string[]): string => `expected a command: ${either(names)}.`;

export const seeHelp = (command: string): string =>
  `See: linksim ${command === "" ? "" : `${command} `}--help`;

export const noArgument = (
  command: string,
  expected: readonly { readonly name: string; readonly describe: string }[],
): string =>
  lines(
    `linksim ${command}: expected ${expected.length === 1 ? "an argument" : `${expected.length} arguments`}:`,
    expected.map(({ name, describe }) => `${name}: ${describe}`),
  );

export const noSuchCommand = (word: string, nearest: string | undefined): string =>
  `${word}: there is no such command.${didYouMean(nearest)}`;

export const unknownArgument = (name: string): string => `Unknown argument: ${name}.`;

export const noSuchOption = (command: string, option: string, nearest: string | undefined): string =>
  `${command === "" ? "linksim" : command} has no option ${option}.` +
  didYouMean(nearest === undefined ? undefined : `--${nearest}`);

export const notNegated = (command: string, option: string): string =>
  `${command} has no option --no-${option}. Leave --${option} out.`;

export const noStandardInput =
  "-: standard input is not read. Name a file or a folder; one whose name is - is ./-";

export const givenTwice = (option: string): string => `--${option} was given more than once. Give it once.`;

export const noValue = (option: string, expected: string): string =>
  `--${option}: expected ${expected}, got nothing.`;

export const badCount = (option: string, got: string, max: number, min = 1): string =>
  `--${option}: expected ${wholeInWords(min, max)}, got ${quoted(got)}.`;

export const badReplications = (got: string, max: number): string =>
  `${badCount("replications", got, max)} 100 is usual; --precision 0.05 chooses the number itself.`;

export const badReplication = (got: string, max: number): string =>
  `${badCount("replication", got, max, 0)} The first replication is 0.`;

export const badWorkers = (got: string, max: number): string =>
  `${badCount("workers", got, max)} Leave it out to use every core.`;

/** Refuses a word that is none of those that an option takes. */
export const noneOf = (option: string, got: string, known: readonly string[]): string =>
  `--${option}: expected ${either(known)}, got ${quoted(got)}.`;

export const oneOfTwo = (option: string, other: string): string =>
  `--${option} and --${other} do not go together. Give one of them.`;

export const badFormat = (got: string, known: readonly string[]): string =>
  `--format: expected a list of ${list(known)}, got ${quoted(got)}.`;

export const badSet = (got: string): string =>
  `--set: expected PATH=VALUE, such as --set "link_workers.fte=0.6", got ${quoted(got)}.`;

export const badShard = (got: string): string =>
  `--shard: expected K/N, the K-th of N parts, such as 3/10, got ${quoted(got)}.`;

export const badPrecision = (got: string): string =>
  `--precision: expected ${PRECISION_IN_WORDS}, got ${quoted(got)}.`;

export const badWidth = (metric: string, got: string, expected: string): string =>
  `--precision: ${metric}: expected ${expected}, more than 0, got ${quoted(got)}.`;

export const noSuchMetric = (option: string, metric: string, nearest: string | undefined): string =>
  `--${option}: there is no metric ${quoted(metric)}.${didYouMean(nearest)}`;

export const badPatient = (got: string): string =>
  `--patient: expected a practice and a register number, such as practice-3/1742, got ${quoted(got)}.`;

export const badTarget = (got: string): string =>
  `--target: expected a number, such as 4 for weeks or 40 for percent, got ${quoted(got)}.`;

export const badOutput = (path: string, endings: readonly string[]): string =>
  `--output ${path}: expected a file that ends in ${either(endings.map((ending) => `.${ending}`))}.`;

// Options that do not go together

export const precisionAndReplications =
  "--precision chooses the number of replications, --replications states it. Give one of them.";

export const detailWithoutOut =
  "--detail says what the table replications keeps, but no folder was named. Add --out DIR.";

export const formatWithoutOut =
  "--format says how files are written, but no folder was named. Add --out DIR.";

export const eventsWithoutOut = "--events writes a table, but no folder was named. Add --out DIR.";

export const reportWithoutOut =
  "--report is made from the tables, but no folder was named. Add --out DIR; the report is DIR.html.";

export const reportOfShard =
  "--report tells of the whole, and --shard simulates a part. Leave it out, and run linksim report on " +
  "what linksim merge writes.";

export const reportOfNothing =
  "--report tells of what was simulated, and --dry-run and --slurm simulate nothing. Leave it out; " +
  "linksim report makes it of a results folder.";

export const shardOfPrecision =
  "--shard cuts a stated number of replications into parts; with --precision the number is not known " +
  "beforehand. Give --replications.";

export const shardOfEvents =
  "--events are written by a whole run: a part of one (--shard) keeps none. Leave one of them out.";

export const shardWithoutStore =
  "--shard keeps its part of the work in a store. Name it with --store DIR, or a results folder with " +
  "--out DIR.";

export const storeWithEvents =
  "--store keeps no events: a run with --events is simulated whole. Leave one of them out.";

export const sweepWithoutOut =
  "A sweep needs a folder for its tables. Add --out DIR (or --dry-run to see what would be simulated).";

export const mergeWithoutOut = "A merge writes the tables of the whole. Add --out DIR.";

export const tasksWithoutSlurm = "--tasks is the number of tasks of a Slurm job array. Add --slurm DIR.";

export const varyWithFile = (file: string): string =>
  `${file}: a sweep file says itself what is varied and how points are chosen; leave --vary and ` +
  "--design out, or name a scenario instead of the file.";

export const figureWithoutOutput = (figure: string): string =>
  `No file was named for the figure. Add -o ${figure}.svg, .png or .json.`;

export const outputWithoutFigure = "-o names a file, but no figure was named. Name one before it.";
