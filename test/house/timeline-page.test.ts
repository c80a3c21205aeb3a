import { describe, expect, it } from "vitest";
import * as z from "zod";
import { actionText } from "../../sim/findings/timeline-texts.ts";
import { ACTIONS, type Action } from "../../sim/scenario/actions.ts";
import { writeQuantity } from "../../sim/scenario/internal/read-quantity.ts";
import { KINDS } from "../../sim/scenario/internal/units.ts";
import { bare, leavesOf } from "../../sim/scenario/internal/walk-schema.ts";
import { aScenario } from "../support/a-scenario.ts";

/*
 * Writes docs/timeline.md from the declarations of the actions, and fails if the file differs: `npm run
 * docs` renews it. `test/model/every-lever.test.ts` runs each example.
 */
const COMMON = new Set(["id", "date", "kind"]);
const cell = (text: string): string => text.replaceAll("|", "\\|");

/** Says how a value is written: a quantity with its unit, a word of some, a list of them. */
function writtenAs(schema: z.core.$ZodType): string {
  const inner = bare(schema);
  const ways = leavesOf(schema).map((leaf) =>
    leaf.leaf === "quantity"
      ? `${KINDS[leaf.kind].noun} such as \`${KINDS[leaf.kind].example}\``
      : leafText(leaf.leaf),
  );
  if (ways.length > 0) return [...new Set(ways)].join(", or ");
  if (inner instanceof z.ZodEnum) return inner.options.map((word) => `\`${word}\``).join(", ");
  if (inner instanceof z.ZodBoolean) return "`true` or `false`";
  if (inner instanceof z.ZodArray) return `a list: ${writtenAs(inner.element)}`;
  if (inner instanceof z.ZodObject)
    return Object.entries(inner.shape)
      .map(([key, part]) => `\`${key}\`: ${writtenAs(part as z.core.$ZodType)}`)
      .join("; ");
  throw new TypeError(`no way of writing a ${inner._zod.def.type}`);
}

const leafText = (leaf: string): string =>
  ({ date: "a date such as `2024-04-01`", unlimited: "`none`", text: "a name" })[leaf] ?? leaf;

/** Says whether a field must be there, and else what it is when it is left out, where that is a value. */
function leftOut(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodDefault) return `\`${defaultOf(schema)}\``;
  return schema._zod.optin === "optional" ? "-" : "needed";
}

function defaultOf(schema: z.ZodDefault): string {
  const value: unknown = schema.def.defaultValue;
  if (value === Number.POSITIVE_INFINITY) return "none";
  const leaf = leavesOf(schema).find((one) => one.leaf === "quantity");
  if (leaf?.leaf === "quantity" && typeof value === "number") return writeQuantity(leaf.kind, value);
  return Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
}

function meaningOf(schema: z.core.$ZodType): string {
  const leaf = leavesOf(schema).find((one) => "meaning" in one);
  if (schema instanceof z.ZodType && schema.description !== undefined) return schema.description;
  if (leaf !== undefined && "meaning" in leaf) return leaf.meaning;
  // A date and a name are read from what is written: what they mean is said of that.
  const inner = bare(schema);
  const written = inner instanceof z.ZodPipe ? inner.def.in : inner;
  return (written instanceof z.ZodType ? written.description : undefined) ?? "";
}

function example(kind: string, written: string): { readonly yaml: string; readonly action: Action } {
  const yaml = `- { id: change, date: 2014-05-01, kind: ${kind}, ${written} }`;
  const { scenario } = aScenario([], `timeline:\n  ${yaml}\n`);
  return { yaml, action: scenario.timeline[0] };
}

const staff = {
  posts: 2,
  fte: 2,
  hours: new Map(["post-practice-1", "post-practice-2"].map((post) => [post, 1])),
  practices: 2,
};

function section({
  kind,
  meaning,
  example: written,
  schema,
  exactlyOne,
}: (typeof ACTIONS)[number] & { exactlyOne?: readonly string[] }): string {
  const { yaml, action } = example(kind, written);
  const keys = Object.entries(schema.shape as Readonly<Record<string, z.core.$ZodType>>).filter(
    ([key]) => !COMMON.has(key),
  );
  return [
    `## ${kind}`,
    "",
    `${meaning[0].toUpperCase()}${meaning.slice(1)}.${exactlyOne === undefined ? "" : ` Exactly one of ${exactlyOne.map((key) => `\`${key}\``).join(", ")} is given.`}`,
    "",
    "| key | what | written as | if left out |",
    "|---|---|---|---|",
    ...keys.map(
      ([key, part]) =>
        `| \`${key}\` | ${cell(meaningOf(part))} | ${cell(writtenAs(part))} | ${leftOut(part)} |`,
    ),
    "",
    "```yaml",
    "timeline:",
    `  ${yaml}`,
    "```",
    "",
    `Read back: ${actionText(action, staff)}.`,
    "",
  ].join("\n");
}

const page = (): string => `# The timeline

Written by \`npm run docs\` from the declarations in \`sim/scenario/actions/\`; do not edit it.

Dated changes stand under \`timeline:\`, a list. Each has an \`id\`, a \`date\` on whose first minute it takes effect, and a \`kind\`; the other keys
are the kind's own. \`linksim check\` reads them back in words, posts with their full-time equivalents. Every example is run by a test on a town of two
practices with a post each, \`post-practice-1\` and \`post-practice-2\`, where it must change what is measured. The last column says what a key is
when it is left out: a value, nothing (-), or that it is needed.

${ACTIONS.map(section).join("\n")}`;

describe("docs/timeline.md", () => {
  it("says what the declarations say, with an example of each kind", async () => {
    await expect(page()).toMatchFileSnapshot("../../docs/timeline.md");
  });

  it("gives a meaning to every key, and calls none needed that its own example leaves out", () => {
    for (const { kind, example: written, schema } of ACTIONS)
      for (const [key, part] of Object.entries(schema.shape as Readonly<Record<string, z.core.$ZodType>>)) {
        if (COMMON.has(key)) continue;
        expect(meaningOf(part), `${kind}.${key}`).not.toBe("");
        if (!new RegExp(`\\b${key}:`).test(written))
          expect(leftOut(part), `${kind}.${key}`).not.toBe("needed");
      }
  });
});
