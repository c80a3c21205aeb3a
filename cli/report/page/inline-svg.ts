import { escaped, type Html, trustedHtml } from "./html.ts";

/**
 * Fits a drawn figure into a page: ids of its own, a title and a description for those who hear it, and the
 * width of its column.
 */
export function inlineSvg(svg: string, name: string, title: string, description: string): Html {
  const [, width, height] = /<svg[^>]* width="([0-9.]+)" height="([0-9.]+)"/.exec(svg) ?? [];
  const inner = svg
    .replace(/^[\s\S]*?<svg[^>]*>/, "")
    .replace(/<\/svg>\s*$/, "")
    // A picture is one thing to a screen reader; its numbers are in the table behind it.
    .replace(/ (?:role|aria-[a-z]+|class|pointer-events)="[^"]*"/g, "")
    // Tenths of a pixel are all that is seen.
    .replace(/ d="[^"]+"/g, (path) =>
      path.replace(/-?\d+\.\d{2,}/g, (at) => String(Number(Number(at).toFixed(1)))),
    )
    .replace(/ id="([^"]+)"/g, ` id="${name}-$1"`)
    .replace(/url\(#/g, `url(#${name}-`)
    .replace(/href="#/g, `href="#${name}-`);
  const ids = `${name}-title ${name}-description`;
  return trustedHtml(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ` +
      `${width} ${height}" width="${width}" height="${height}" role="img" ` +
      `aria-labelledby="${ids}"><title id="${name}-title">${escaped(title)}</title><desc ` +
      `id="${name}-description">${escaped(description)}</desc>${inner}</svg>`,
  );
}
