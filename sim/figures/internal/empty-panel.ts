import type { View } from "../figure.ts";
import { MUTED } from "../theme.ts";

/** Says in a sentence why a panel has no points: axes without any would be of no numbers. */
export function emptyPanel(
  words: string,
  { width, title }: { readonly width: number; readonly title?: string | readonly string[] | undefined },
): View {
  return {
    width,
    height: 24,
    data: { values: [{ words }] },
    ...(title === undefined
      ? {}
      : { title: { text: typeof title === "string" ? title : [...title], fontSize: 11.5, color: MUTED } }),
    layer: [
      {
        mark: { type: "text", align: "left", color: MUTED },
        encoding: { x: { value: 4 }, y: { value: 12 }, text: { field: "words" } },
      },
    ],
  };
}
