import { isIntegrated } from "../model/mechanisms/integration.ts";
import type { World } from "../model/world.ts";
import type { Metric } from "./metric.ts";
import { ratio, type Sink } from "./sink.ts";
import { sumOf } from "./sums.ts";

/** Says what is measured of practices. */
export const PRACTICE_METRICS: readonly Metric[] = [
  {
    metric: "confidence.mean",
    unit: "ratio",
    words: "GPs' confidence at the end",
    better: "higher",
    longTailed: true,
    meaning: "Mean over practices of GPs' confidence when the run ends; 1 at the start",
  },
  {
    metric: "integrated.share",
    unit: "share",
    words: "Practices fully integrated",
    better: "higher",
    meaning: "Share of practices that are fully integrated",
  },
];

/** Puts how practices stand when the run ends. */
export function putPractices(w: World, sink: Sink): void {
  const { layout } = w;
  sink.put("confidence.mean", "all", "all", sumOf(w.practices.confidence) / w.practices.confidence.length);
  const integrated = layout.practices.filter((_, practice) => isIntegrated(w, practice)).length;
  sink.put("integrated.share", "all", "all", ratio(integrated, layout.practices.length));
}
