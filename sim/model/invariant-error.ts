/** Begins what an `InvariantError` says, wherever its text has come to. */
export const INVARIANT = "impossible state: ";

/**
 * Says that the model has reached a state that cannot be. The caller adds scenario, seed and replication,
 * with which it can be replayed.
 */
export class InvariantError extends Error {
  constructor(message: string) {
    super(`${INVARIANT}${message}`);
    this.name = "InvariantError";
  }
}
