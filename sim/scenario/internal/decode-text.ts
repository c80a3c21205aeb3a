import type { ProblemList } from "./problem-list.ts";

/** Decodes UTF-8 strictly (a UTF-8 byte order mark is kept); reports any other encoding and gives null. */
export function decodeText(
  file: string,
  bytes: Uint8Array,
  limitBytes: number,
  problems: ProblemList,
): string | null {
  const refuse = (found: string, expected: string, hint: string, line?: number): null => {
    problems.add(line === undefined ? { file } : { file, line, column: 1 }, "", { found, expected, hint });
    return null;
  };
  if (bytes.length > limitBytes) {
    return refuse(
      `${Math.ceil(bytes.length / 1_000_000)} MB`,
      `a file of at most ${limitBytes / 1_000_000} MB`,
      "Move long lists to the CSV files that `data` names.",
    );
  }
  const [first, second] = bytes;
  if (isSpreadsheet(bytes)) return refuse("a spreadsheet or an archive", "text", "Save the sheet as CSV.", 1);
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return refuse("UTF-16 text", "UTF-8 text", "Save the file again with the encoding UTF-8.", 1);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const zero = text.indexOf("\0");
    if (zero < 0) return text;
    // Without its mark, UTF-16 is text with a NUL at every other place.
    const isWide = text.slice(zero, zero + 40).replaceAll("\0", "").length < 30 && zero < 2;
    return refuse(
      isWide ? "UTF-16 text" : "a NUL character",
      "UTF-8 text",
      "Save the file again with the encoding UTF-8.",
      lineAt(text, zero),
    );
  } catch {
    const guess = new TextDecoder("utf-8").decode(bytes);
    const line = lineAt(guess, Math.max(0, guess.indexOf("\uFFFD")));
    return refuse(
      "bytes that are not UTF-8",
      "UTF-8 text",
      "Save the file again with the encoding UTF-8.",
      line,
    );
  }
}

/** Says whether bytes begin as a zip archive does, which .xlsx and .ods are, or as .xls does. */
const isSpreadsheet = (bytes: Uint8Array): boolean =>
  [ZIP, OLD_OFFICE].some((mark) => mark.every((byte, at) => bytes[at] === byte));
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;
