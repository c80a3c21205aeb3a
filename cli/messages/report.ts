export const reportWritten = (path: string): string =>
  `The report for a board is ${path}: open it in a browser, or print it.`;

export const staleReport = (path: string): string =>
  `Removed ${path}, the report of an earlier run, which told of other numbers. --report makes a new one.`;
