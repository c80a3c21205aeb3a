import { judgedOf } from "../../sim/findings/judged-of.ts";
import { standardText } from "../../sim/findings/standards.ts";
import { isNewService } from "../../sim/findings/start-of-run.ts";
import { timelineTexts } from "../../sim/findings/timeline-texts.ts";
import { unreadChanges } from "../../sim/findings/unread-values.ts";
import { layOut } from "../../sim/model/layout.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { rangedNumbers } from "../../sim/scenario/ranged-numbers.ts";
import { dateText } from "../../sim/words/dates.ts";
import { durationText } from "../../sim/words/durations.ts";
import { wrap } from "../../sim/words/lines.ts";
import { listText, someText } from "../../sim/words/lists.ts";
import { countText, numberText } from "../../sim/words/numbers.ts";
import { ORGANISATION_TYPES, TYPE_WORDS } from "../../sim/words/organisation-types.ts";
import { messages } from "../messages/index.ts";
import { wrapIndented } from "./text-table.ts";

const WIDTH = 100;

/**
 * Reads a valid scenario back in words; `gradeOf` gives the grade of an evidence row, if the register has
 * it; `argument` is what a command takes for the scenario.
 */
export function checkText(
  loaded: LoadedScenario,
  gradeOf: (evidence: string) => string | undefined,
  argument: string,
): string {
  const { scenario } = loaded;
  const lines = [
    `${scenario.name}: no problem found.`,
    ...(scenario.title === undefined ? [] : wrapIndented(scenario.title, WIDTH, "  ")),
    ...(scenario.rationale === undefined
      ? []
      : wrap(scenario.rationale, WIDTH - 2).map((line) => `  ${line}`)),
    ...settingTexts(loaded).flatMap((text) => wrapIndented(text, WIDTH, "  ")),
    ...warmUpTexts(loaded, argument).flatMap((text) => wrapIndented(text, WIDTH, "  ")),
    ...titleTexts(loaded).flatMap((text) => wrapIndented(text, WIDTH, "  ")),
    ...standardTexts(loaded).flatMap((text) => wrapIndented(text, WIDTH, "  ")),
    ...timelineLines(loaded),
    ...variantTexts(loaded).flatMap((text) => wrapIndented(text, WIDTH, "  ")),
    ...wrapIndented(mechanismText(loaded), WIDTH, "  "),
    ...wrapIndented(evidenceText(loaded, gradeOf), WIDTH, "  "),
    ...idleTexts(loaded).flatMap((text) => wrapIndented(text, WIDTH, "  ")),
  ];
  return `${lines.join("\n")}\n`;
}

/** Says when, where and with whom a scenario simulates, a sentence each. */
export function settingTexts(loaded: LoadedScenario): string[] {
  return [periodText(loaded), ...peopleTexts(loaded), organisationText(loaded)];
}

function periodText({ scenario }: LoadedScenario): string {
  const { start, horizon, warm_up } = scenario;
  const before = warm_up === 0 ? "" : `, after ${durationText(warm_up)} of warm-up that are not measured`;
  return `Period: from ${dateText(start)} for ${durationText(horizon)}${before}.`;
}

/** Says how to see whether a start still moves when measuring begins: nothing is simulated here. */
function warmUpTexts({ scenario }: LoadedScenario, argument: string): string[] {
  if (isNewService(scenario)) return [];
  return [
    `Whether the start still moves after the warm-up: linksim warm-up ${messages.shellWord(argument)}.`,
  ];
}

function peopleTexts({ scenario, template }: LoadedScenario): string[] {
  const { practices, pools, posts: everyPost } = layOut(scenario, template);
  const posts = everyPost.filter((post) => post.isInitial);
  const isStaffed = new Set(posts.map((post) => post.pool));
  const people = practices.reduce((sum, { listSize }) => sum + listSize, 0);
  const fte = posts.reduce((sum, post) => sum + post.fte, 0);
  const without = pools.filter((_, pool) => !isStaffed.has(pool)).flatMap((pool) => pool.practices).length;
  const lists = isStaffed.size;
  const cap = scenario.link_workers.caseload_cap;
  return [
    `Practices: ${numberText(practices.length, 0)} with ${countText(people, "registered person", "registered people")}${
      without === 0 ? "" : `; ${numberText(without, 0)} of them without a link worker`
    }.`,
    `Link workers: ${countText(posts.length, "post")} (${Number(fte.toFixed(2))} full-time), ${countText(
      lists,
      "waiting list",
    )}, ${
      cap === Infinity ? "no cap on caseloads" : `at most ${numberText(cap, 0)} open cases a full-time post`
    }.`,
  ];
}

function organisationText({ scenario, template }: LoadedScenario): string {
  const { organisations } = layOut(scenario, template);
  if (organisations.length === 0) return "Organisations: none, so that no need can be passed on.";
  const kinds = ORGANISATION_TYPES.flatMap((type) => {
    const count = organisations.filter((site) => site.type === type).length;
    return count === 0 ? [] : [`${numberText(count, 0)} ${TYPE_WORDS[type].adjective}`];
  });
  return `Organisations within reach: ${numberText(organisations.length, 0)} (${kinds.join(", ")}).`;
}

/** Says what practices and organisations are called, where their ids do not. */
function titleTexts({ scenario: { practices, organisations } }: LoadedScenario): string[] {
  const called = [...practices, ...organisations.members].flatMap(({ id, title }) =>
    title === undefined ? [] : [`${id} is ${title}`],
  );
  return called.length === 0 ? [] : [`Titles: ${someText(called, MAX_TITLES)}.`];
}

const MAX_TITLES = 12;

function standardTexts({ scenario: { standards } }: LoadedScenario): string[] {
  return standards.map((standard) => {
    const isOfDemand = standard.of === undefined && judgedOf(standard) === "demand";
    const asked = `${standardText(standard)}${isOfDemand ? ", of the reference demand" : ""}`;
    return `Standard: ${standard.name === undefined ? asked : `${standard.name} (${asked})`}.`;
  });
}

function timelineLines(loaded: LoadedScenario): string[] {
  const texts = timelineTexts(loaded);
  if (texts.length === 0) return ["  Timeline: nothing changes."];
  const dates = loaded.scenario.timeline.map(({ date }) => date);
  const isSameDay = new Set(dates).size < dates.length;
  const order = isSameDay ? ["On one day in this order, that of the file."] : [];
  return ["  Timeline:", ...[...texts, ...order].flatMap((text) => wrapIndented(text, WIDTH, "    "))];
}

function variantTexts({ scenario: { variants } }: LoadedScenario): string[] {
  if (variants.length === 0) return [];
  return [`Also run under other assumptions: ${variants.map(({ name }) => name).join("; ")}.`];
}

/** Says which mechanisms a scenario switches off. */
export function mechanismText({ scenario }: LoadedScenario): string {
  const off = Object.entries(scenario.mechanisms).flatMap(([mechanism, isOn]) =>
    isOn === false ? [mechanism] : [],
  );
  return off.length === 0 ? "Mechanisms: all on." : `Mechanisms off: ${listText(off)}.`;
}

const MAX_IDLE = 6;

/** Names numbers with a range that cannot change anything in a scenario. */
function idleTexts(loaded: LoadedScenario): string[] {
  const paths = rangedNumbers(loaded).map(({ path }) => path);
  const idle = unreadChanges(paths, loaded).map(({ path }) => path);
  if (idle.length === 0) return [];
  return [
    `Idle: of ${countText(paths.length, "number")} with a range ${numberText(idle.length, 0)} change nothing ` +
      `here: ${someText(idle, MAX_IDLE)}. Why not: linksim parameters.`,
  ];
}

function evidenceText(
  { annotations }: LoadedScenario,
  gradeOf: (evidence: string) => string | undefined,
): string {
  const rows = [...annotations.values()].flatMap(({ evidence }) =>
    evidence === undefined ? [] : [evidence],
  );
  const weak = rows.filter((evidence) => gradeOf(evidence)?.startsWith("C")).length;
  const unknown = [...new Set(rows.filter((evidence) => gradeOf(evidence) === undefined))];
  const some = unknown.slice(0, 5).join(", ") + (unknown.length > 5 ? " and others" : "");
  const missing = unknown.length === 0 ? "" : ` Rows named here that the register does not have: ${some}.`;
  if (unknown.length === new Set(rows).size)
    return `Evidence: ${countText(rows.length, "number")} name a row of the evidence register.`;
  return (
    `Evidence: of ${countText(rows.length, "number")} that name a source, ${weak} rest on grade-C rows ` +
    `(assumptions, or evidence from elsewhere); list them with: linksim evidence --grade C.${missing}`
  );
}
