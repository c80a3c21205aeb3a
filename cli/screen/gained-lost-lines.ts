import type { GainedLost } from "../../sim/findings/gained-lost.ts";
import { numberText, signedText } from "../../sim/words/numbers.ts";
import { differenceText } from "./surety.ts";
import { wrapIndented } from "./text-table.ts";

const SHOWN: readonly { readonly what: string; readonly label: string }[] = [
  { what: "reached_3", label: "Reached three contacts: now / no longer" },
  { what: "seen_sooner", label: "First contact sooner / later by a week" },
  { what: "link_started", label: "Started with an organisation: now / not" },
  { what: "more_needs_met", label: "More needs met / fewer" },
  { what: "not_given_up", label: "No longer gave up waiting / now did" },
];

/**
 * Shows who gained and who lost, in people of one replication on average, and by quintile where it shows.
 */
export function gainedLostLines(
  rows: readonly GainedLost[],
  { width, label, column }: { readonly width: number; readonly label: number; readonly column: number },
): string[] {
  const ofAll = rows.filter(({ groupBy }) => groupBy === "all");
  if (ofAll.length === 0) return [];
  const [{ referred, differ }] = ofAll;
  if (referred === null || referred === 0)
    return ["Who gained, who lost: not told, since nobody is referred at a practice that both have."];
  const head = ["gained", "lost", "net"].map((text) => text.padStart(column)).join("");
  const lines = [
    `${`Who gained, who lost: people of ${numberText(referred, 0)}`.padEnd(label)}${head}`,
    ...SHOWN.flatMap(({ what, label: words }) => {
      const row = ofAll.find((one) => one.what === what);
      if (row === undefined || (row.gained === 0 && row.lost === 0)) return [];
      const cells = [numberText(row.gained, 0), numberText(row.lost, 0), netText(row)];
      return [`  ${words}`.padEnd(label) + cells.map((text) => text.padStart(column)).join("")];
    }),
  ];
  if (lines.length === 1)
    return ["Who gained, who lost: nobody; every person lives the same life in both worlds."];
  const same =
    `${numberText(differ, 0)} of the ${numberText(referred, 0)} live another life; the others the same ` +
    "to the minute.";
  return [...lines, ...[quintileText(rows), same].flatMap((text) => wrapIndented(text, width, "  "))];
}

const netText = ({ net }: GainedLost): string => differenceText(net, 0);

/**
 * Says how the net change of people reaching three spreads over quintiles, of a hundred referred in each.
 */
function quintileText(rows: readonly GainedLost[]): string {
  const quintiles = rows.filter(({ what, groupBy }) => what === "reached_3" && groupBy === "quintile");
  const parts = quintiles.map(({ group, net, referred }) => {
    const share =
      net.mean === null || referred === null || referred === 0 ? null : (100 * net.mean) / referred;
    return `${group}: ${signedText(net.mean, 0)} (${signedText(share, 1)} %)`;
  });
  return `Reached three, net by quintile (1 the most deprived; % of its people): ${parts.join(", ")}.`;
}
