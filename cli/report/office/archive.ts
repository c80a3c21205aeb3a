import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Entries of an archive carry a date in local time; this one is the same in every zone. */
const NO_DATE = new Date(1980, 0, 1);

/** Where packages of office programs say when they were written. */
const WRITTEN_AT = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

/**
 * Packs an office file again without the clock: the same parts give the same bytes, whenever and in whatever
 * time zone. `edit` may change the text of a part that is XML.
 */
export function withoutClock(
  file: Uint8Array,
  edit: (name: string, xml: string) => string = (_, xml) => xml,
): Uint8Array {
  const parts = Object.entries(unzipSync(file)).map(([name, bytes]) => [
    name,
    name.endsWith(".xml")
      ? strToU8(edit(name, strFromU8(bytes).replaceAll(WRITTEN_AT, "$11980-01-01T00:00:00Z")))
      : bytes,
  ]);
  return zipSync(Object.fromEntries(parts), { mtime: NO_DATE });
}
