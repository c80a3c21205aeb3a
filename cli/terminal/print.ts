/** Writes a result on stdout. */
export function print(text: string): void {
  process.stdout.write(text);
}

/** Writes a message on stderr. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`);
}
