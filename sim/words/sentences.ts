/** Begins a text with a capital letter. */
export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Makes a sentence of a text: a capital at its head and a full stop at its end. */
export function sentence(text: string): string {
  return `${capitalised(text)}.`;
}

/** Makes a sentence that begins with an id, which has no capital of its own. */
export function sentenceOf(id: string, rest: string): string {
  return `${id} ${rest}.`;
}

/**
 * Begins words with a small letter, as they stand within a sentence, unless they begin with an abbreviation.
 */
export const uncapitalised = (words: string): string =>
  /^[A-Z][a-z ]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
