import type { FigureScenario, View } from "../figure.ts";
import { MUTED } from "../theme.ts";

/** Lines that a panel holds; of more scenarios each has a panel of its own, beside the first. */
export const MAX_LINES = 4;

const COLUMNS = 3;
const SPACING = 24;

/**
 * Draws one panel of a few scenarios, or of more a small one of each beside the base; `draw` is asked for
 * panels of so many pixels, on one scale.
 */
export function smallMultiples(
  scenarios: readonly FigureScenario[],
  { title, width }: { readonly title: string; readonly width: number },
  draw: (shown: readonly FigureScenario[], width: number) => View,
): View {
  const [base, ...others] = scenarios;
  if (scenarios.length <= MAX_LINES) return draw(scenarios, width);
  const narrow = Math.floor((width - (COLUMNS - 1) * (SPACING + 30)) / COLUMNS);
  return {
    title: { text: `${title}; each beside ${base.name}`, fontSize: 11.5, fontWeight: "normal", color: MUTED },
    columns: COLUMNS,
    spacing: SPACING,
    concat: others.map((other) => ({
      ...draw([base, other], narrow),
      title: { text: other.name, fontSize: 11, limit: narrow + 40 },
    })),
  } as View;
}
