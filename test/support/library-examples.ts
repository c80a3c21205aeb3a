import { readFileSync } from "node:fs";

/** The page on the library, whose examples stand each before the block that holds what it prints. */
export const LIBRARY_PAGE = "docs/library.md";
export const EXAMPLE = /```(ts|html)\n([\s\S]*?)```(\s+(?:shows\s+)?)```\n([\s\S]*?)```/g;

/** Lists the examples of the page, in order. */
export function libraryExamples(): readonly { readonly language: string; readonly code: string }[] {
  const page = readFileSync(LIBRARY_PAGE, "utf8");
  return [...page.matchAll(EXAMPLE)].map(([, language, code]) => ({ language, code }));
}

/** Gives those in TypeScript as one module, with a word after each. */
export function libraryProgram(after: string): string {
  return libraryExamples()
    .filter(({ language }) => language === "ts")
    .map(({ code }) => `${code}console.log(${JSON.stringify(after)});\n`)
    .join("\n");
}
