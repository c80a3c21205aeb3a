import { civilDate, dayNumber } from "../../engine/civil-date.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Writes a number with so many decimals and commas between thousands; "none" where there is none. */
export function numberWords(value: number | null, decimals: number): string {
  if (value === null) return "none";
  const fixed = value.toFixed(decimals);
  const [whole, fraction] = (Number(fixed) === 0 ? fixed.replace("-", "") : fixed).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Writes a number with its sign, a minus sign and not a hyphen. */
export function signedWords(value: number, decimals: number): string {
  const text = numberWords(value, decimals);
  if (Number(value.toFixed(decimals)) === 0) return text;
  return value > 0 ? `+${text}` : text.replace("-", "\u2212");
}

/** Writes a share as a percentage without needless decimals: 0.3 gives "30 %". */
export function percentText(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}

/** Writes an ISO date in short: 2014-10-01 gives "1 Oct 2014". */
export function shortDate(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** Gives the ISO date of a day some weeks after another. */
export function weeksLater(iso: string, weeks: number): string {
  return civilDate(dayNumber(iso) + 7 * weeks);
}

/** Gives how many weeks one ISO date is after another, in parts too. */
export function weeksBetween(from: string, to: string): number {
  return (dayNumber(to) - dayNumber(from)) / 7;
}

/** Breaks a text into lines of at most so many letters, at spaces. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  let line = "";
  // A number is not parted from its percent sign.
  for (const word of text.replaceAll(" %", "\u00a0%").split(" ")) {
    if (line !== "" && line.length + 1 + word.length > letters) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

/** Joins words as a sentence does: a, b and c. */
export function listWords(words: readonly string[]): string {
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
}

/** Begins a sentence with a capital letter. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Shortens a text to so many letters, with an ellipsis where something is left out. */
export function shortened(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}\u2026`;
}
