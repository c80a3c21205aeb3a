/** Lists how the program ends. */
export const EXIT = { done: 0, failed: 1, badInput: 2, notMet: 3, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the program with a message for the user and an exit code; its text is made in messages.ts. */
export class CommandError extends Error {
  readonly exitCode: ExitCode;
  constructor(message: string, exitCode: ExitCode) {
    super(message);
    this.name = "CommandError";
    this.exitCode = exitCode;
  }
}

/** Refuses input or usage. */
export const badInput = (message: string): CommandError => new CommandError(message, EXIT.badInput);

/** Says that something that was asked for in order could not be done. */
export const failed = (message: string): CommandError => new CommandError(message, EXIT.failed);
