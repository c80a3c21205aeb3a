import type { ArgumentsCamelCase, Argv, InferredOptionTypes, Options, PositionalOptions } from "yargs";

type Positionals = Readonly<Record<string, PositionalOptions & { readonly describe: string }>>;
type DescribedOptions = Readonly<Record<string, Options & { readonly describe: string }>>;

/**
 * Declares a command of the program. A file of it is loaded with the command line, so it loads what it needs
 * to work only in `perform`.
 */
export interface Declaration<P extends Positionals, O extends DescribedOptions> {
  readonly name: string;
  /** The name with its arguments, as yargs writes them. */
  readonly usage: string;
  readonly describe: string;
  /** Examples that run as they stand (a test runs them), each with what it gives. */
  readonly examples: readonly [Example, ...Example[]];
  /** What the end of its help says beside the examples. */
  readonly remark?: string;
  readonly positionals: P;
  readonly options: O;
  readonly perform: (given: ArgumentsCamelCase<InferredOptionTypes<P & O>>) => Promise<void>;
}

type Example = readonly [words: string, gives: string];

/** A command as the command line sees it: what it does with its arguments is its own affair. */
export interface Command extends Omit<Declaration<Positionals, DescribedOptions>, "perform"> {
  /**
   * Tells yargs of the command; what its options are is left out where no help is asked for, since yargs
   * lays out the help of each command that it runs, which takes a fifth of a start.
   */
  readonly register: (y: Argv, isHelpAsked: boolean) => Argv;
}

/** Makes a command of its declaration. */
export function command<P extends Positionals, O extends DescribedOptions>({
  perform,
  ...declared
}: Declaration<P, O>): Command {
  const { usage, describe, positionals, options } = declared;
  const takes = (y: Argv, isHelpAsked: boolean): void => {
    for (const [name, positional] of Object.entries(positionals)) y.positional(name, positional);
    for (const [name, option] of Object.entries(options)) y.option(name, { ...option, hidden: !isHelpAsked });
    if (isHelpAsked) y.epilogue(endOfHelp(declared));
  };
  return {
    ...declared,
    register: (y, isHelpAsked) =>
      y.command<InferredOptionTypes<P & O>>(usage, describe, (of) => takes(of, isHelpAsked), perform),
  };
}

/**
 * Puts the examples at the end of a command's help; as an epilogue, since yargs breaks long `example`s in
 * two.
 */
function endOfHelp({ remark, examples }: Pick<Command, "remark" | "examples">): string {
  return [
    ...(remark === undefined ? [] : [`${remark}\n`]),
    "Examples:",
    ...examples.flatMap(([words, gives]) => [`  ${words}`, `      ${gives}`]),
  ].join("\n");
}
