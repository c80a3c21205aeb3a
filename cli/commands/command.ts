import type { ArgumentsCamelCase, Argv } from "yargs";

/** Declares a command of the program; its module is loaded only when the command is called. */
export interface Declaration<T> {
  readonly name: string;
  /** The name with its arguments, as yargs writes them. */
  readonly usage: string;
  readonly describe: string;
  /** Two examples that run as they stand (a test runs them), each with what it gives. */
  readonly examples: readonly (readonly [words: string, gives: string])[];
  /** Names of its options, to find the one that was meant. */
  readonly optionNames: readonly string[];
  readonly takes: (y: Argv) => Argv<T>;
  readonly perform: (given: ArgumentsCamelCase<T>) => Promise<void>;
}

/** A command as the command line sees it: what it takes is its own affair. */
export interface Command extends Pick<Declaration<unknown>, "name" | "examples" | "optionNames"> {
  /** Tells yargs of the command. */
  readonly register: (y: Argv) => Argv;
}

/** Makes a command of its declaration. */
export function command<T>(declaration: Declaration<T>): Command {
  const { usage, describe, takes, perform, ...rest } = declaration;
  return {
    ...rest,
    register: (y) =>
      y.command(usage, describe, (inner) => withExamples(takes(inner), rest.examples), perform),
  };
}

/** Puts the examples at the end of a command's help; as an epilogue, since yargs breaks long `example`s in two. */
function withExamples<T>(y: Argv<T>, examples: Command["examples"]): Argv<T> {
  const lines = examples.flatMap(([words, gives]) => [`  ${words}`, `      ${gives}`]);
  return y.epilogue(["Examples:", ...lines].join("\n"));
}
