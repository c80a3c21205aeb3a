import { countText } from "../../sim/words/numbers.ts";
import { shellWord } from "./commands.ts";
import { lines, list, quoted, replicationsText } from "./parts.ts";

// What a results folder holds

export const notResults = (folder: string): string =>
  `${folder}: found no linksim results there (no run.json of linksim). Name the folder that was given ` +
  "to --out.";

export const resultsSetAside = (folder: string, aside: string): string =>
  `${folder}: a command that was killed while it replaced these results left the earlier ones in ${aside}. ` +
  `Put them back with: mv ${shellWord(aside)} ${shellWord(folder)}`;

export const newerResults = (folder: string, got: number, version: string, known: number): string =>
  `${folder}: these results were written by linksim ${version} in format ${got}; this version reads ` +
  `formats up to ${known}. Open them with linksim ${version} or a newer one.`;

const COPY_OR_RUN = "Copy it again from where it came from, or run the scenario again.";

export const damagedRecord = (path: string, why: string): string =>
  `${path} is damaged: ${why}. ${COPY_OR_RUN}`;

export const missingResult = (path: string): string =>
  `${path} is missing, though run.json lists it. ${COPY_OR_RUN}`;

export const changedResult = (path: string): string =>
  `${path} is not as it was written: its SHA-256 differs from the one in run.json. ${COPY_OR_RUN}`;

export const damagedResult = (path: string): string =>
  `${path}: missing, or not as it was written (its SHA-256 differs from the one in run.json).`;

export const damagedTable = (path: string, why: string, version: string): string =>
  `${path} does not hold what this version expects: ${why}. It was written by linksim ${version}; run ` +
  "again with this one.";

export const unreadableScenario = (path: string, version: string): string =>
  `${path} was written by linksim ${version}, and this version cannot read it. Run again with this one.`;

// Made again

export const noTask = (folder: string, version: string): string =>
  `${folder}: its run.json, written by linksim ${version}, does not say how it was made, so it cannot ` +
  "be made again. Run the scenario again with --out.";

export const unknownTask = (folder: string, path: string, why: string, version: string): string =>
  `${folder}: its run.json, written by linksim ${version}, asks for something that this version does ` +
  `not know (${path}: ${why}). Use that version.`;

export const sameBytes = (folder: string, files: number, hash: string): string =>
  `${folder}: the same bytes came out, ${files} files, content hash ${hash}.`;

export const otherBytes = (folder: string, names: readonly string[]): string =>
  `${folder}: other bytes came out in ${list(names)}. Either a file or run.json was changed ` +
  `afterwards, or it was made by another model; linksim verify ${shellWord(folder)} says which. If ` +
  "neither, it is a fault in linksim.";

export const otherModel = (there: string, here: string): string =>
  `It was made by model ${there}, and this program has model ${here}: numbers may differ for that ` +
  "reason alone.";

export interface CellPlace {
  readonly scenario: string;
  readonly point: number | null;
  readonly first: number;
  readonly last: number;
}

const cellText = ({ scenario, point, first, last }: CellPlace): string =>
  `${scenario}${point === null ? "" : `, point ${point}`}, ${replicationsText(first, last)}`;

// Checked

export const verified = (facts: {
  readonly results: string;
  readonly files: number;
  readonly cells: number;
  readonly simulated_again: number;
  readonly not_verified: readonly string[];
}): string =>
  lines(
    `${facts.results}: all ${facts.files} files are as they were written; ` +
      (facts.simulated_again === facts.cells
        ? `all ${facts.cells} cells were simulated again, and every file came out the same, byte for byte.`
        : `${facts.simulated_again} of ${facts.cells} cells, drawn at random, were simulated again: every ` +
          "number of theirs is the same, bit for bit."),
    facts.not_verified.map((text) => `Not verified: ${text}`),
  );

export const sampleCovers = (isSweep: boolean, notMade: readonly string[]): string =>
  (isSweep
    ? "the numbers of the other points"
    : "that the other replications come out as replications says (what follows from it was made again)") +
  (notMade.length === 0 ? "" : `; ${list(notMade)} beyond their hashes, as they need every replication`) +
  ". --sample all makes every file again.";

export const rowsTold = (files: readonly string[]): string =>
  `the rows of ${list(files)} of which replications keeps no values (--detail full keeps them all), beyond ` +
  "their hashes. --sample all makes them again.";

export const factorNotVerified = (change: string): string =>
  `set ${change}, since a factor leaves no trace in the scenario.`;

export const modelNotVerified = (model: string): string => `model ${model}, which this program has not.`;

export const commitNotVerified = (commit: string): string =>
  `commit ${commit}: this program is no clean checkout of it, or of one with the same code of the model.`;

export const toldOnly = (fields: readonly string[]): string =>
  `what only whoever made it can know (in run.json ${list(fields)}; that set leaves nothing out).`;

export const extraResult = (path: string): string =>
  `${path}: run.json does not list it, so it is none of the results.`;

export const unaskedResult = (path: string): string =>
  `${path}: run.json lists it, but what was ordered gives no such file.`;

export const unlistedResult = (path: string): string =>
  `${path}: what was ordered gives this file, but run.json does not list it.`;

/** Cells of a line that are shown where it differs. */
const SHOWN = 80;

/** Shows what stands in a place, from shortly before it differs from something else. */
function shownPlace(text: string | undefined, other: string | undefined): string {
  if (text === undefined) return "nothing more";
  let same = 0;
  while (same < text.length && text[same] === other?.[same]) same++;
  const from = same < SHOWN / 2 ? 0 : same - SHOWN / 4;
  const shown = text.slice(from, from + SHOWN);
  return quoted(`${from > 0 ? "…" : ""}${shown}${from + SHOWN < text.length ? "…" : ""}`);
}

export const fileDiffers = (
  path: string,
  {
    line,
    column,
    found,
    expected,
  }: {
    readonly line: number | undefined;
    readonly column?: string;
    readonly found: string | undefined;
    readonly expected: string | undefined;
  },
): string =>
  line === undefined
    ? `${path}: made again, it comes out with other bytes.`
    : `${path}:${line}:${column === undefined ? "" : ` ${column}:`} found ${shownPlace(found, expected)}, ` +
      `but made again it is ${shownPlace(expected, found)}.`;

export const recordDiffers = (field: string, found: unknown, expected: unknown): string =>
  `run.json: ${field}: found ${jsonOf(found)}, expected ${jsonOf(expected)} by the order and the files.`;

const jsonOf = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));

export const recordUnknown = (field: string): string =>
  `run.json: ${quoted(field)}: linksim writes no such field.`;

export const setNotInScenarios = (change: string): string =>
  `run.json: set: found ${quoted(change)}, which the scenarios of the folder do not say.`;

export const modelOfCommit = (commit: string, model: string): string =>
  `run.json: model: expected ${model}, which is that of the commit it names, ${commit}.`;

export const cellsMissing = (first: CellPlace, count: number): string =>
  `cells: it lacks ${countText(count, "cell")} that the order asks for, the first ${cellText(first)}.`;

export const cellsUnasked = (first: CellPlace, count: number): string =>
  `cells: it has ${countText(count, "cell")} that the order does not ask for, the first ` +
  `${cellText(first)}.`;

export const cellsRepeated = (count: number): string =>
  `cells: ${countText(count, "cell")} of it ${count === 1 ? "stands" : "stand"} there more than once.`;

export const pointWithoutRows = (file: string, point: number): string =>
  `${file}: it has no rows of point ${point}.`;

export const failuresDiffer = (points: readonly number[]): string =>
  points.length === 0
    ? "run.json: failures: simulated again, no point fails."
    : `run.json: failures: simulated again, it is points ${list(points.map(String))} that fail.`;

export const noCells = (folder: string): string =>
  `${folder}: it has no table of cells, without which nothing can be simulated again for comparison.`;

// Refused: a folder may come from a stranger

export const notARegularFile = (kind: string): string => `it is ${kind}, not a regular file`;

export const fileTooLarge = (size: number, max: number): string =>
  `it has ${countText(size, "byte")}, of which at most ${countText(max, "byte")} are read`;

export const notPlain = (path: string, why: string): string => `${path} is not read: ${why}.`;

export const wrongScenarioCount = (folder: string, command: string, count: number): string =>
  `${folder}: its run.json lists ${countText(count, "scenario")}, which is not what ${command} takes.`;
