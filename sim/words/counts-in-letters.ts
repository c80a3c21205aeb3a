const COUNTS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");
const ORDINALS = [
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
  "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
].flatMap((line) => line.split(" "));

/** Writes a small number in letters, a large one in digits. */
export function numberWords(count: number): string {
  return COUNTS[count] ?? String(count);
}

/** Writes a count with its noun: one place, three places, 14 places. */
export function countWords(count: number, singular: string, plural = `${singular}s`): string {
  return `${numberWords(count)} ${count === 1 ? singular : plural}`;
}

/** Writes which one it is: first, second, 21st. */
export function ordinalWords(number: number): string {
  const ending = ["th", "st", "nd", "rd"];
  const two = number % 100;
  return ORDINALS[number] ?? `${number}${(two < 11 || two > 13 ? ending[two % 10] : undefined) ?? "th"}`;
}
