import { svgOf } from "../../cli/figures/render.ts";
import { carriedBy } from "../../cli/report/input/carried-by.ts";
import { doubtOf } from "../../cli/report/input/doubt-of.ts";
import type { FrontSlots } from "../../cli/report/input/front-slots.ts";
import { measureFirstSlot } from "../../cli/report/input/measure-first-slot.ts";
import { type DrawnFigure, type ReportInput, reportInput } from "../../cli/report/input/report-input.ts";
import { whatToDoSlot } from "../../cli/report/input/what-to-do.ts";
import { whyOf } from "../../cli/report/input/why-of.ts";
import { pageText } from "../../cli/report/page/page.ts";
import { reportOf } from "../../cli/report/report.ts";
import { figureInput } from "../../cli/results/figure-input.ts";
import { openResults } from "../../cli/results/open-results.ts";
import type { HeadlineRange } from "../../sim/ensemble/headlines.ts";
import type { FigureEntry, FigureInput } from "../../sim/figures/figure.ts";
import { PEOPLE_FIGURE } from "../../sim/figures/people.ts";
import { TORNADO_FIGURE } from "../../sim/figures/tornado.ts";
import { boardLine, SEEN_SOON } from "../../sim/findings/board.ts";
import { parameterWords } from "../../sim/scenario/parameter-words.ts";
import { ALL_CHANGES, ATTRIBUTION } from "../../sim/tables/attribution.ts";
import { BOARD_OF_ENSEMBLE } from "../../sim/tables/board.ts";
import { SENSITIVITY } from "../../sim/tables/sensitivity.ts";
import { tableOf } from "../figures/some-tables.ts";
import { SMALL } from "../support/a-folder.ts";
import { scenarioFrom } from "../support/a-scenario.ts";

/** Writes the page of two scenarios' folder as an ensemble would have it, with all that one can say. */
export async function pageUnderEnsemble(folder: string): Promise<string> {
  const results = openResults(folder);
  const input = await reportInput(results, { drawings: "none" });
  const { mains, wordsOf } = input;
  const [base, scenario] = mains.map(({ plan }) => plan.scenario);
  const range: HeadlineRange = {
    ...{ scenario, base, metric: "people.reached_3", of: "relative difference", low: -0.174, high: -0.041 },
    ...{ lowInterval: [null, null], highInterval: [null, null], fewerShare: 1 },
    hangsOn: {
      ...{ path: "referral.rate", unit: "per 1000 a year", share: 0.9 },
      ...{ low: { at: 21, expected: -0.05 }, high: { at: 44, expected: -0.15 } },
    },
  };
  const rows = ["people.reached_3", SEEN_SOON].map((metric) => {
    const { label, unit } = boardLine(metric);
    return { scenario, base, label, unit, range_low: -150.5, range_high: 20.5 };
  });
  const first = "Measure first: referral.rate; knowing it would be worth 12.3 people on the mean.";
  return pageText(
    reportOf({
      ...input,
      tables: new Map([...input.tables, ["board", tableOf(BOARD_OF_ENSEMBLE, rows)]]),
      figures: [await drawn(PEOPLE_FIGURE, await figureInput(results, PEOPLE_FIGURE.tables))],
      slots: {
        ...filled(),
        ...doubtOf({ ranges: [range], carriers: undefined, mains, wordsOf }),
        measureFirst: measureFirstSlot(first, wordsOf),
      },
    }),
  );
}

/** Changes of a timeline, as `attribute --by each` names them. */
const CHANGES = ["timeline[cut-of-grants]", "timeline[posts-end]", "timeline[more-requests]", "link_workers"];
const PLANNED =
  "Seen within 4 weeks, of the demand, at least 55 % (wait.first_contact.within_4_weeks_of_demand). " +
  "link_workers.fte = 1.2 is the least that meets it (8.4 full-time equivalents): there it is 57.1 % (56.0 to " +
  "58.2); at 1.1 (7.7 full-time equivalents) it is 53.2 % (52.1 to 54.3) and fails.";

/** Fills the slots that an attribution and a plan fill. */
function filled(): Pick<FrontSlots, "why" | "whatToDo"> {
  const row = { metric: "people.reached_3", group_by: "all", group: "all" };
  const shares = [ALL_CHANGES, ...CHANGES].map((change, i) => ({ ...row, change, share: -120 + 25 * i }));
  const why = whyOf(new Map([[ATTRIBUTION.name, tableOf(ATTRIBUTION, shares)]]));
  return { ...(why === undefined ? {} : { why }), whatToDo: whatToDoSlot(PLANNED) };
}

/** Ten parameters with long names. */
const PARAMETERS = [
  "referral.rate",
  "drop_off.base",
  "contact.first",
  "contact.follow_up",
  "needs.own",
  "needs.first_contact",
  "link_workers.time.casework",
  "link_workers.sick_days",
  "turnover.overload",
  "funding.grant_cycle",
];

/** Writes the page of a sensitivity analysis of ten parameters, all of which move the result. */
export async function pageOfSensitivity(): Promise<string> {
  const rows = PARAMETERS.flatMap((parameter, i) => {
    const row = { scenario: "glasgow-pilot", base: "", metric: "people.reached_3", parameter, grade: "C" };
    const estimate = (i % 2 === 0 ? 1 : -1) * (30 - 2.9 * i);
    const more = { group_by: "all", group: "all", unit: "people", sign: Math.sign(estimate), n: 48 };
    const verdict = i === 9 ? "chance" : "moves";
    return [
      { ...row, ...more, method: "mu_star", estimate: Math.abs(estimate), verdict },
      { ...row, ...more, method: "mu", estimate, verdict },
    ];
  });
  const tables = new Map([[SENSITIVITY.name, tableOf(SENSITIVITY, rows)]]);
  const wordsOf = (path: string): string => parameterWords(path);
  const carriers = carriedBy(tables, "scenario", wordsOf);
  const input: ReportInput = {
    folder: "out",
    record: {
      ...{ program: "linksim", format: 1, kind: "sensitivity", version: "0", seed: "1", set: [], files: [] },
      ...{ scenarios: [{ name: "glasgow-pilot", argument: "glasgow-pilot" }], content_hash: "abc" },
    },
    ...{ mains: [], runs: [], scenarioOf: () => scenarioFrom(SMALL), tables, wordsOf, evidence: new Map() },
    figures: [await drawn(TORNADO_FIGURE, { tables, scenarios: [], seed: "1", wordsOf })],
    ...(carriers === undefined ? {} : { carriers }),
  };
  return pageText(reportOf(input));
}

async function drawn(
  { name, heading, shows, behind, make }: FigureEntry,
  input: FigureInput,
): Promise<DrawnFigure> {
  const { title: _, ...figure } = make(input, { withVariants: false });
  const svg = await svgOf(figure as Parameters<typeof svgOf>[0]);
  return { name, heading, shows, behind, svg, narrow: svg, title: "", caption: "", description: "" };
}
