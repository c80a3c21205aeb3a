import { countText } from "../../sim/words/numbers.ts";
import { lines } from "./parts.ts";

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

export const verifyRemark =
  "Of an ensemble without run.json, such as ensembles/glasgow-pilot, which comes with linksim, points are " +
  "simulated again, and it is seen that each member is a point that meets every target.";

export const ensembleNotVerified = (
  folder: string,
  scenario: string | null,
  command: string | null,
): string =>
  `${folder}: it cannot be simulated again: it takes points.csv and targets.csv, the seed in ensemble.yaml and ` +
  `the scenario${scenario === null ? "" : ` ${scenario}`}.${command === null ? "" : ` Make it again: ${command}`}`;

export const scenarioOfEnsembleDiffers = (folder: string, scenario: string): string =>
  `${folder}: ${scenario} with every default filled in is not what it was when its members were found.`;

export const pointDiffers = (folder: string, point: number): string =>
  `${folder}: point ${point} gives other numbers when it is simulated again.`;

export const memberIsNoPoint = (folder: string, member: number): string =>
  `${folder}: member ${member} is not the point that points.csv says it became.`;

export const memberMissesTargets = (folder: string, member: number): string =>
  `${folder}: member ${member} misses a target there, by points.csv and targets.csv.`;

export const followsFromPoints = (command: string | null): string =>
  "the other points, and what follows from all of them (targets, learnt, waves, emulators)" +
  `${command === null ? "." : `: ${command} --out DIR makes them again.`}`;

export const ensembleVerified = (facts: {
  readonly ensemble: string;
  readonly points: number;
  readonly simulated_again: number;
  readonly members: number;
  readonly targets: number;
  readonly not_verified: readonly string[];
}): string =>
  lines(
    `${facts.ensemble}: ${facts.simulated_again} of ${countText(facts.points, "point")}, drawn at random, ` +
      "were simulated again: every number of theirs is the same, bit for bit. " +
      `Each of ${countText(facts.members, "member")} is such a point, and meets every one of ` +
      `${countText(facts.targets, "target")} there.`,
    facts.not_verified.map((text) => `Not verified: ${text}`),
  );

export const fewMembers = (folder: string, members: number, fewest: number): string =>
  `${folder} has ${countText(members, "member")}, and a range takes ${fewest}: range and prediction are left ` +
  "empty.";

export const fewDrawn = (folder: string, members: number, fewest: number): string =>
  `${countText(members, "member")} of ${folder} are drawn, and a range takes ${fewest}: range and prediction ` +
  "are left empty.";

export const statedBeside = (scenario: string, paths: readonly string[]): string =>
  `${scenario} states itself, so that the ensemble does not vary there: ${paths.join(", ")}.`;

export const noRangesBefore = (folder: string, command: string | null): string =>
  `--before: ensemble.yaml of ${folder} does not say over which ranges its numbers were looked for. Make it ` +
  `again${command === null ? "." : `: ${command}`}`;

export const beforeOfNone = "--before: there is no ensemble. Name one with --ensemble DIR.";

export const drawnOfNone = "--members: there is no ensemble. Name one with --ensemble DIR.";

export const drawnBefore =
  "--members: what ranges were before is set beside those of all members. Leave out --members or --before.";

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
