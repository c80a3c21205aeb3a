import { WAIT_WEEKS } from "../../measures/first-waits.ts";
import { shortened } from "../../words/lines.ts";
import { numberText } from "../../words/numbers.ts";
import type { FigureScenario, Position, View } from "../figure.ts";
import { ENDING_COLOURS, WIDTH } from "../theme.ts";
import { emptyPanel } from "./empty-panel.ts";
import { plotted, type Summary } from "./rows.ts";

/** Names the metric of the share seen within some weeks of referral. */
export function seenWithin(weeks: number): string {
  return `wait.first_contact.within_${weeks}_weeks`;
}

/** Names the metric of the share that ended unseen within some weeks of referral. */
export function lostWithin(weeks: number): string {
  return `lost.unseen.within_${weeks}_weeks`;
}

const FATES = ["seen", "still waiting", "ended unseen"] as const;
const FATE_COLOURS = [ENDING_COLOURS.finished, ENDING_COLOURS.open, ENDING_COLOURS.unseen];
/** Part that has room for its number, in percent. */
const ROOM = 9;

/** Draws what has become of all those referred to a scenario, by weeks since referral up to the last one. */
export function fatePanel({ name }: FigureScenario, summary: Summary, panels: number, last: number): View {
  const known = WAIT_WEEKS.some((weeks) => summary.of(name, seenWithin(weeks)) !== undefined);
  const parts = [...(known ? [0] : []), ...WAIT_WEEKS.filter((weeks) => weeks <= last)].flatMap((weeks) => {
    const seen = weeks === 0 ? 0 : summary.of(name, seenWithin(weeks), { factor: 100 })?.mean;
    const lost = weeks === 0 ? 0 : summary.of(name, lostWithin(weeks), { factor: 100 })?.mean;
    if (seen === undefined || lost === undefined) return [];
    const edges = [0, seen, 100 - lost, 100];
    return FATES.map((fate, i) => ({
      weeks,
      fate,
      from: plotted(edges[i]),
      to: plotted(edges[i + 1]),
      middle: plotted((edges[i] + edges[i + 1]) / 2),
    }));
  });
  const width = panels === 1 ? WIDTH - 60 : panels === 2 ? 270 : 170;
  if (parts.length === 0)
    return emptyPanel(`${shortened(name, panels > 2 ? 16 : 30)}: no wait is known.`, { width });
  const numbers = parts
    .filter(({ weeks, from, to }) => weeks === last && (to ?? 0) - (from ?? 0) > ROOM)
    .map((part) => ({ ...part, label: `${numberText((part.to ?? 0) - (part.from ?? 0), 0)} %` }));
  const x: Position = {
    field: "weeks",
    type: "quantitative",
    scale: { domain: [0, last], nice: false },
    axis: { title: "Weeks since referral", tickCount: 6 },
  };
  const scale = { domain: [0, 100] };
  return {
    width,
    height: 150,
    title: { text: shortened(name, panels > 2 ? 26 : 40), fontSize: 12, offset: 4 },
    data: { values: parts },
    layer: [
      {
        mark: { type: "area", opacity: 0.75, stroke: "white", strokeWidth: 1 },
        encoding: {
          x,
          y: {
            field: "from",
            type: "quantitative",
            scale,
            axis: { title: "% of those referred", tickCount: 5 },
          },
          y2: { field: "to" },
          color: {
            field: "fate",
            type: "nominal",
            scale: { domain: [...FATES], range: FATE_COLOURS },
            legend: { title: null, orient: "bottom", symbolOpacity: 0.75 },
          },
        },
      },
      {
        data: { values: numbers },
        mark: { type: "text", align: "right", dx: -6, fontWeight: "bold" },
        encoding: { x, y: { field: "middle", type: "quantitative", scale }, text: { field: "label" } },
      },
    ],
  };
}
