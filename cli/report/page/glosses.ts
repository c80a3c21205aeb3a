import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../../scenarios/package-folder.ts";
import { type Html, html } from "./html.ts";

/** Terms that a board may not know, each with the forms in which a page has it. */
const TERMS: readonly (readonly [term: string, forms: RegExp])[] = [
  ["casework", /\bcasework\b/i],
  ["replication", /\breplications?\b/i],
  ["quintile", /\bquintiles?\b/i],
  ["cap", /\bcap\b/i],
  ["reference demand", /\breference demand\b/i],
  ["full-time equivalent", /\bFTE\b|\bfull-time equivalents?\b/i],
];

/** A term with what the glossary says of it. */
export interface Gloss {
  readonly term: string;
  readonly forms: RegExp;
  readonly meaning: string;
}

/** Reads what the glossary says of the terms. */
export function glosses(): readonly Gloss[] {
  const rows = readFileSync(join(packageFolder(), "docs", "glossary.md"), "utf8")
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim().replaceAll(/[*`]/g, "")));
  return TERMS.flatMap(([term, forms]) => {
    const row = rows.find(([, first = ""]) =>
      first
        .replace(/ \(.*\)/, "")
        .split(", ")
        .includes(term),
    );
    return row === undefined ? [] : [{ term, forms, meaning: row[3] }];
  });
}

/** Marks each term where a text has it first, so that its meaning is shown to who points at it. */
export function glossed(text: string, known: readonly Gloss[]): Html {
  const [first] = known
    .flatMap((gloss) => {
      const found = gloss.forms.exec(text);
      return found === null ? [] : [{ ...gloss, word: found[0], at: found.index }];
    })
    .sort((a, b) => a.at - b.at);
  if (first === undefined) return html`${text}`;
  const { term, meaning, word, at } = first;
  const others = known.filter((gloss) => gloss.term !== term);
  const rest = glossed(text.slice(at + word.length), others);
  return html`${text.slice(0, at)}<abbr title="${meaning}">${word}</abbr>${rest}`;
}

/** Lists the terms that a page has, with their meanings. */
export function glossaryHtml(page: string, known: readonly Gloss[]): Html {
  const used = known.filter(({ forms }) => forms.test(page));
  return html`<dl>${used.map(({ term, meaning }) => html`<dt><dfn>${term}</dfn></dt><dd>${meaning}</dd>`)}</dl>`;
}
