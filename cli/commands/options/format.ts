import { messages } from "../../messages/index.ts";
import { FORMATS, type Format } from "../../results/formats.ts";
import { refuse, single, TEXT, type TextOption } from "./text.ts";

/** Declares `--format`. */
export const FORMAT = {
  ...TEXT,
  defaultDescription: "csv",
  describe: "Formats of the tables: csv, json, parquet, or several such as csv,parquet",
} as const;

/** Reads `--format`, without repeats, in the order of `FORMATS`. */
export function readFormats(given: TextOption): Format[] {
  const text = single("format", given) ?? "csv";
  const named = text.split(",").map((word) => word.trim().toLowerCase());
  const formats = FORMATS.filter((format) => named.includes(format));
  return formats.length === new Set(named).size ? formats : refuse(messages.badFormat(text, FORMATS));
}
