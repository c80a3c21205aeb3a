export const reportWritten = (path: string): string =>
  `The report for a board is ${path}: open it in a browser, or print it.`;
