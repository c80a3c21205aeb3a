/** What is done with a report of each kind. */
const OPENED = {
  html: "open it in a browser, or print it",
  docx: "open it in Word or another word processor",
  xlsx: "open it in a spreadsheet program",
} as const;

export const reportWritten = (path: string, kind: keyof typeof OPENED = "html"): string =>
  `The report for a board is ${path}: ${OPENED[kind]}.`;

export const documentAndWorkbook =
  "--docx and --xlsx write different files. Give one of them, and the command again for the other.";

export const noBoard = (folder: string): string =>
  `${folder}: it has no board table, which a run or a comparison has. Leave --xlsx out, or open one of its ` +
  "tables in the spreadsheet program.";

export const staleReport = (path: string): string =>
  `Removed ${path}, the report of an earlier run, which told of other numbers. --report makes a new one.`;
