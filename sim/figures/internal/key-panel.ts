import type { View } from "../figure.ts";
import { INK } from "../theme.ts";

/** Writes lines under a panel that say what its numbered marks are. */
export function keyPanel(lines: readonly string[], width: number): View {
  return {
    width,
    height: { step: 16 },
    data: { values: lines.map((words) => ({ words })) },
    mark: { type: "text", align: "left", color: INK },
    encoding: {
      x: { value: 0 },
      y: { field: "words", type: "nominal", sort: null, axis: null },
      text: { field: "words" },
    },
  };
}
