/**
 * Ends a `switch` over kinds: it does not compile as long as a kind is left, and throws where unchecked
 * input brought one that is none.
 */
export function never(kind: never): never {
  throw new Error(`there is no kind ${JSON.stringify(kind)} here`);
}
