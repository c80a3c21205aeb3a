import { listText } from "../words/lists.ts";
import { numberText } from "../words/numbers.ts";
import { capitalised } from "../words/sentences.ts";
import type { FigureChoice, FigureEntry, FigureInput, FigureSpec } from "./figure.ts";
import { acrossWords } from "./internal/across.ts";
import type { Stream } from "./internal/flow-layout.ts";
import { flowPanel } from "./internal/flow-panel.ts";
import { ENDINGS, NONE, peopleTo, referredOf, SEVERAL, streamsOf } from "./internal/flow-streams.ts";
import { rowsWhere, summaryOf, textOf } from "./internal/rows.ts";
import { basisWords, shownScenarios } from "./internal/scenarios.ts";
import { unlistedWords } from "./internal/unlisted.ts";
import { wholeFigure } from "./internal/whole.ts";
import { LIFE_TABLE } from "./table-behind.ts";
import { WIDTH } from "./theme.ts";

/** Declares the figure. */
export const FLOW_FIGURE: FigureEntry = {
  name: "flow",
  heading: "From referral to how it ended",
  shows: "people from referral to how it ended",
  tables: ["retention", "summary"],
  needs: { retention: [] },
  behind: [LIFE_TABLE],
  make: flowFigure,
};

/** Maximum number of scenarios below one another. */
const MAX_SCENARIOS = 4;

/**
 * Draws the way of everybody referred, over the number of contacts they came to, to how it ended; people
 * beside shares.
 */
function flowFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const scenarios = shownScenarios(input, choice, MAX_SCENARIOS);
  const names = scenarios.map(({ name }) => name);
  const rows = rowsWhere(input, "retention", { scenario: names, group_by: ["all"], group: ["all"] });
  const summary = summaryOf(input, ["people.referred", "people.engaged", "people.reached_3"]);
  const flows = scenarios.map((scenario) => ({
    scenario,
    streams: streamsOf(rows.filter((row) => textOf(row, "scenario") === scenario.name)),
  }));
  const most = Math.max(1, ...flows.map(({ streams }) => referredOf(streams)));
  const told = flows.map(({ scenario, streams }) => {
    const to = (name: string): string => numberText(peopleTo(name, streams), 0);
    const where = flows.length > 1 ? ` in ${scenario.name}` : "";
    if (referredOf(streams) === 0) return `nobody is referred${where}`;
    return (
      `of ${numberText(referredOf(streams), 0)} people referred${where}, ${to(SEVERAL)} come to three ` +
      `contacts and ${to(NONE)} to none`
    );
  });
  const range = acrossWords(
    flows.map(({ scenario, streams }) => ({ name: scenario.name, value: peopleTo(SEVERAL, streams) })),
    (value) => numberText(value, 0),
  );
  const texts = {
    title: capitalised(flows.length > 2 ? `${range} people come to three contacts.` : `${told.join("; ")}.`),
    shows:
      "People from referral to how it ended by the end of the run, mean over replications, with their " +
      `share of those referred. Heights are people, on one scale.${unlistedWords(input, names)}`,
    basis: basisWords(input, scenarios),
    read: flows.map(({ scenario, streams }) => `${scenario.name}: ${endWords(streams)}.`).join(" "),
  };
  const panels = flows.map(({ scenario, streams }) =>
    flowPanel(
      scenario,
      streams,
      { most, isTitled: flows.length > 1, isNarrow: choice.isNarrow ?? false },
      summary,
    ),
  );
  return wholeFigure(texts, panels, WIDTH, 20);
}

function endWords(streams: readonly Stream[]): string {
  if (referredOf(streams) === 0) return "nobody is referred";
  return listText(
    ENDINGS.flatMap(({ name }) => {
      const people = peopleTo(name, streams);
      return people === 0 ? [] : [`${name.toLowerCase()} ${numberText(people, 0)}`];
    }),
  );
}
