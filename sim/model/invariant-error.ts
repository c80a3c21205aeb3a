/** Says that the model has reached a state that cannot be. The caller adds scenario, seed and replication, with which it can be replayed. */
export class InvariantError extends Error {
  constructor(message: string) {
    super(`impossible state: ${message}`);
    this.name = "InvariantError";
  }
}
