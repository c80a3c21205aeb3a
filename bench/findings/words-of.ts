/** Splits a command as a shell does, as far as ours go: at spaces, but for those in double quotes. */
export function wordsOf(command: string): string[] {
  return [...command.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ""));
}
