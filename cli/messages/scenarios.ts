import { countText } from "../../sim/words/numbers.ts";
import { shellWord } from "./commands.ts";
import { didYouMean, either, lines, list } from "./parts.ts";

export const noScenario = (argument: string, nearest: readonly string[]): string =>
  `${argument === "" ? "An empty name" : argument}: found no such file or folder, and no scenario of that ` +
  `name comes with linksim.${didYouMean(nearest.length === 0 ? undefined : either(nearest))} List those that ` +
  "come with it: linksim init --list. Start one of your own with: linksim init my-scenario";

export const folderWithoutScenario = (folder: string, yamlFiles: readonly string[]): string =>
  `${folder}: the folder holds no scenario.yaml.${
    yamlFiles.length === 0
      ? ` Start one there with: linksim init ${shellWord(folder)}`
      : ` Name one of its files: ${list(yamlFiles)}.`
  }`;

export const sameName = (name: string, scenarios: readonly string[]): string =>
  `${list(scenarios)}: both scenarios are named ${JSON.stringify(name)}, and tables tell scenarios ` +
  `apart by name. Change \`name:\` in one of them.`;

export const problemCount = (errors: number): string => `${countText(errors, "problem")} found.`;

export const nothingRun = (errors: number): string => `${problemCount(errors)} Nothing was run.`;

export const noTargets = (argument: string, nearest: string | undefined): string =>
  `--targets ${argument}: found no such file.${didYouMean(nearest)}`;

export const noTargetsBeside = (scenario: string, name: string): string =>
  `${scenario}: found no ${name} beside the scenario. Name a file of published figures with --targets FILE.`;

export const notAFile = "it is not a regular file";

export const deviceGiven = (argument: string): string =>
  `${argument}: expected a file or a folder, found a device.`;

export const tooLarge = (megabytes: number): string => `it is larger than ${megabytes} MB`;

// init

export const alreadyThere = (folder: string, names: readonly string[]): string =>
  `${folder}: ${list(names)} ${names.length === 1 ? "is" : "are"} already there, and init never ` +
  "overwrites. Name an empty folder.";

export const initDone = (folder: string, files: readonly string[]): string =>
  lines(`Written to ${folder}: ${list(files)}.`, [
    `Check it:  linksim check ${shellWord(folder)}`,
    `Run it:    linksim run ${shellWord(folder)}`,
  ]);

// evidence

export const noSuchEvidence = (id: string, nearest: string | undefined): string =>
  `${id}: no row of the evidence register has that id.${didYouMean(nearest)} List them with: linksim ` +
  "evidence";

export const noRegister =
  "The evidence register (scenarios/evidence.yaml) is missing from this copy of linksim.";

export const badRegister = (why: string): string => `The evidence register could not be read: ${why}`;
