import { shellWord } from "./commands.ts";
import { list, replicationsText } from "./parts.ts";

// What a results folder holds

export const notResults = (folder: string): string =>
  `${folder}: found no linksim results there (no run.json of linksim). Name the folder that was given ` +
  "to --out.";

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

export const unknownTask = (folder: string, version: string): string =>
  `${folder}: its run.json, written by linksim ${version}, asks for something that this version does ` +
  "not know. Use that version.";

export const sameBytes = (folder: string, files: number, hash: string): string =>
  `${folder}: the same bytes came out, ${files} files, content hash ${hash}.`;

export const otherBytes = (folder: string, names: readonly string[]): string =>
  `${folder}: other bytes came out in ${list(names)}. Either a file or run.json was changed ` +
  `afterwards, or it was made by another model; linksim verify ${shellWord(folder)} says which. If ` +
  "neither, it is a fault in linksim.";

export const otherModel = (there: string, here: string): string =>
  `It was made by model ${there}, and this program has model ${here}: numbers may differ for that ` +
  "reason alone.";

interface CellPlace {
  readonly scenario: string;
  readonly point: number | null;
  readonly first: number;
  readonly last: number;
}

const cellText = ({ scenario, point, first, last }: CellPlace): string =>
  `${scenario}${point === null ? "" : `, point ${point}`}, ${replicationsText(first, last)}`;

export const verified = (facts: {
  readonly results: string;
  readonly files: number;
  readonly cells: number;
  readonly simulated_again: number;
}): string =>
  `${facts.results}: all ${facts.files} files are as they were written; ${facts.simulated_again} of ` +
  `${facts.cells} cells, drawn at random, were simulated again: every number of theirs is the same, ` +
  "bit for bit.";

export const cellDiffers = (cell: CellPlace): string =>
  `${cellText(cell)}: simulated again, it gives other numbers than those that the table cells has the ` +
  "digest of.";

export const rowsDiffer = (table: string, where: string): string =>
  `${table}: ${where}: its numbers are not those that come out when it is simulated again.`;

export const noCells = (folder: string): string =>
  `${folder}: it has no table of cells, so only its hashes could be checked.`;
