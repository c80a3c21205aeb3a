import { DEFAULT_SEED } from "../../sim/experiment/defaults.ts";
/** Writes a word as a POSIX shell reads it. */
export const shellWord = (word: string): string =>
  /^[A-Za-z0-9_./:=%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** Names one replication of one scenario, and how it can be run again. */
export interface ReplicationPlace {
  readonly scenario: string;
  readonly argument: string;
  readonly seed: string;
  readonly set: readonly string[];
  readonly replication: number;
}

/** Writes the command that runs up to and including a replication. */
export function replayCommand({ argument, seed, set, replication }: ReplicationPlace): string {
  const sets = set.map((change) => ` --set ${shellWord(change)}`).join("");
  return (
    `linksim run ${shellWord(argument)} --seed ${shellWord(seed)}${sets} --replications ` +
    `${replication + 1} --workers 1`
  );
}

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
    ...(seed === DEFAULT_SEED ? [] : ["--seed", shellWord(seed)]),
    ...(replication === 0 ? [] : ["--replication", String(replication)]),
    ...set.flatMap((change) => ["--set", shellWord(change)]),
  ].join(" ");
