import { rootKey } from "../../sim/random/keys.ts";
import { uniform } from "../../sim/random/threefry.ts";

/** Draws from a seed: the same seed gives the same files. */
export class Draws {
  readonly #key: ReturnType<typeof rootKey>;
  #drawn = 0;

  constructor(seed: string) {
    this.#key = rootKey(seed);
  }

  /** Draws a whole number from 0 up to before a bound. */
  below(bound: number): number {
    return Math.floor(uniform(this.#key.k0, this.#key.k1, this.#drawn++, 1) * bound);
  }

  /** Draws one of some things. */
  oneOf<T>(things: readonly T[]): T {
    return things[this.below(things.length)];
  }
}

/** What files from strangers hold: other YAML, other numbers, other text, and much of it. */
const TOKENS = [
  "<<: *a\n",
  "&a [*a]",
  "*nobody",
  "%YAML 1.1\n---\n",
  "---\n",
  "sep=;\n",
  "[",
  "{",
  "]",
  "}",
  '"',
  "'",
  "|\n",
  ">\n",
  "- ",
  ": ",
  ",",
  "\t",
  "\0",
  "\u00a0",
  "\u200b",
  "\u202e",
  "\ufeff",
  "\u001b[2J",
  "\ud800",
  "__proto__: { a: 1 }\n",
  '"__proto__": {"a": 1},',
  "1e999",
  "-1e308",
  "2e9",
  "1e15",
  ".nan",
  "null",
  "~",
  "0x10",
  "1_000",
  "9".repeat(400),
  "none",
  "true",
  "../..",
  "/dev/zero",
  "C:\\x",
  "extends: scenario.yaml\n",
  "[".repeat(3000),
  "{a: ".repeat(3000),
  "- ".repeat(3000),
  "x,".repeat(20_000),
  "é".repeat(5000),
] as const;

/** How many characters a changed file has at most. */
const LONGEST = 3_000_000;

type Change = (text: string, draws: Draws) => string;

const cutAt = (text: string, draws: Draws): [string, string] => {
  const at = draws.below(text.length + 1);
  return [text.slice(0, at), text.slice(at)];
};

/** Replaces one of the matches, if there are any. */
const replaceOne = (text: string, pattern: RegExp, draws: Draws, by: (found: string) => string): string => {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { index, 0: match } = draws.oneOf(found);
  return text.slice(0, index) + by(match) + text.slice(index + match.length);
};

const CHANGES: readonly Change[] = [
  (text, draws) => cutAt(text, draws).join(draws.oneOf(TOKENS)),
  (text, draws) => cutAt(text, draws)[0],
  (text, draws) => {
    const [before, after] = cutAt(text, draws);
    return before + after.slice(1 + draws.below(20));
  },
  (text, draws) => {
    const [before, after] = cutAt(text, draws);
    return before + String.fromCharCode(draws.below(256)) + after.slice(1);
  },
  (text, draws) => {
    const lines = text.split("\n");
    const line = draws.below(lines.length);
    return lines.toSpliced(line, draws.below(2), lines[draws.below(lines.length)]).join("\n");
  },
  (text, draws) => {
    const lines = text.split("\n");
    return lines.toSpliced(draws.below(lines.length), 1).join("\n");
  },
  (text, draws) => replaceOne(text, /\d+(\.\d+)?/g, draws, () => draws.oneOf(TOKENS.slice(27, 37))),
  (text, draws) => replaceOne(text, /\d+(\.\d+)?/g, draws, () => String(draws.below(100_000) - 1000)),
  (text, draws) => {
    const words = text.match(/[A-Za-z_-]{3,}/g) ?? ["none"];
    return replaceOne(text, /[A-Za-z_-]{3,}/g, draws, () => draws.oneOf(words));
  },
  (text, draws) => {
    const lines = text.split("\n");
    const line = draws.below(lines.length);
    const times = Math.min(draws.below(3000), Math.floor(LONGEST / (lines[line].length + 1)));
    return lines.toSpliced(line, 0, ...Array.from({ length: times }, () => lines[line])).join("\n");
  },
  (text, draws) => replaceOne(text, /[ :,"]/g, draws, () => draws.oneOf(TOKENS.slice(6, 24))),
];

const ENCODINGS: readonly ((text: string) => Uint8Array)[] = [
  (text) => Buffer.from(text, "utf16le"),
  (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  (text) => Buffer.from(text, "latin1"),
  (text) => Buffer.from(`\ufeff${text}`, "utf8"),
];

/** Changes a file in one to eight ways, more often in few; one in thirty comes in another encoding. */
export function mutated(base: string, draws: Draws, encoding: "utf8" | "latin1" = "utf8"): Uint8Array {
  let text = base;
  for (let n = draws.below(1 + draws.below(8)); n >= 0; n--)
    text = draws.oneOf(CHANGES)(text, draws).slice(0, LONGEST);
  return draws.below(30) === 0 ? draws.oneOf(ENCODINGS)(text) : Buffer.from(text, encoding);
}
