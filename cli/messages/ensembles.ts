import { countText } from "../../sim/words/numbers.ts";

export const noEnsemble = (argument: string, file: string): string =>
  `--ensemble ${argument}: found no folder that holds ${file}. An ensemble is a folder of ensemble.yaml and ` +
  "members.csv.";

export const badMember = (member: number, problem: string): string => `member ${member}: ${problem}`;

export const invalidMembers = (members: number, more: number): string =>
  `${countText(members, "member")} cannot be laid over what is compared${
    more > 0 ? ` (${countText(more, "more problem")} not shown)` : ""
  }. Nothing was run.`;

export const ensembleOfOtherModel = (folder: string, command: string | null): string =>
  `${folder}: its members were found with another version of the model, and with this one they are not shown ` +
  "to give the numbers of before, so they may not fit the published figures any more. Make it again" +
  `${command === null ? "." : `: ${command}`}`;

export const membersTriedAgain = (folder: string, members: number): string =>
  `${folder}: another version of the model found its members; ${members} of them are simulated again, to see ` +
  "whether their numbers are still the same.";

export const fewMembers = (folder: string, members: number, fewest: number): string =>
  `${folder} has ${countText(members, "member")}, and a range takes ${fewest}: range and prediction are left ` +
  "empty.";

export const statedBeside = (scenario: string, paths: readonly string[]): string =>
  `${scenario} states itself, so that the ensemble does not vary there: ${paths.join(", ")}.`;

export const noRangesBefore = (folder: string, command: string | null): string =>
  `--before: ensemble.yaml of ${folder} does not say over which ranges its numbers were looked for. Make it ` +
  `again${command === null ? "." : `: ${command}`}`;

export const beforeOfNone = "--before: there is no ensemble. Name one with --ensemble DIR.";

export const membersOfNone = "--member-replications: there is no ensemble. Name one with --ensemble DIR.";

export const membersNotVerified =
  "what is not known (the columns range, predict and members_share, and ensemble in run.json): the members " +
  "of the ensemble are simulated again with --sample all.";

export const priceWithoutPounds = "--price: it is of --objective pounds alone.";

export const badPrice = (got: string | undefined): string =>
  "--objective pounds takes --price, what a person who reaches three contacts is worth in GBP, such as 900" +
  (got === undefined ? "." : `; got ${JSON.stringify(got)}.`);

export const unequalCosts = (base: string, dearer: readonly string[]): string =>
  `${dearer.join(", ")}: it does not cost what ${base} costs, and people alone do not say which is better. ` +
  "Give what a person who reaches three contacts is worth: --objective pounds --price 900.";
