/** Joins words as a sentence does: a, b and c. */
export function listText(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** Joins words as a sentence does, the first of them where there are more: a, b and 7 more. */
export function someText(words: readonly string[], most: number): string {
  const more = words.length - most;
  return more > 0 ? `${words.slice(0, most).join(", ")} and ${more} more` : listText(words);
}
