import { z } from "zod";

/** What a command printed with `--json`, as far as pages ask for it. */
const printedSchema = z.object({
  scenarios: z.array(
    z.object({
      name: z.string(),
      verdicts: z.array(z.object({ regime: z.string() })),
      metrics: z.array(z.object({ metric: z.string(), group: z.string(), mean: z.number().nullable() })),
    }),
  ),
  comparisons: z
    .array(
      z.object({
        base: z.string(),
        scenario: z.string(),
        differences: z.array(
          z.object({
            metric: z.string(),
            group: z.string(),
            mean_difference: z.number().nullable(),
            ci_low: z.number().nullable(),
            ci_high: z.number().nullable(),
            range_low: z.number().nullable().optional(),
            range_high: z.number().nullable().optional(),
            members_share: z.number().nullable().optional(),
          }),
        ),
        gained_lost: z.array(
          z.object({ what: z.string(), group: z.string(), gained: z.number(), lost: z.number() }),
        ),
      }),
    )
    .default([]),
});
export type Printed = z.output<typeof printedSchema>;

export const readPrinted = (json: string): Printed => printedSchema.parse(JSON.parse(json));

/** Gives the number that a command answers a question with. */
export type Source = (command: string, question: string) => number;

/** Answers, by command and question. */
export type Answers = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Answers from what is kept. */
export function kept(answers: Answers): Source {
  return (command, question) => {
    const answer = answers[command]?.[question];
    if (answer === undefined)
      throw new Error(`no answer is kept to "${question}" of linksim ${command}: npm run findings`);
    return answer;
  };
}

/** Answers from what commands printed, and keeps the answers. */
export function keeping(
  printed: (command: string) => Printed,
  into: Record<string, Record<string, number>>,
): Source {
  return (command, question) => {
    const answer = answerTo(question, printed(command));
    if (answer === null || answer === undefined)
      throw new Error(`linksim ${command} does not answer "${question}"`);
    into[command] ??= {};
    into[command][question] = answer;
    return answer;
  };
}

/**
 * Answers a question of a scenario ("a reached_3.share", "a lists overloaded") or of two ("a -> b fewer
 * people.referred"; `more`, the `half` of the interval's width, people who `gained` or `lost`; under an
 * ensemble the ends of its range, `low` and `high`, and in which `share` of its members the sign is the same).
 */
function answerTo(question: string, { scenarios, comparisons }: Printed): number | null | undefined {
  const words = question.split(" ");
  if (words[1] !== "->") {
    const [name, what, group = "all"] = words;
    const scenario = scenarios.find((each) => each.name === name);
    if (what === "lists")
      return scenario?.verdicts.filter(({ regime }) => group === "all" || regime === group).length;
    return scenario?.metrics.find((row) => row.metric === what && row.group === group)?.mean;
  }
  const [base, , name, what, metric] = words;
  const pair = comparisons.find((each) => each.base === base && each.scenario === name);
  if (what === "gained" || what === "lost")
    return pair?.gained_lost.find((row) => row.what === metric && row.group === "all")?.[what];
  const row = pair?.differences.find((each) => each.metric === metric && each.group === "all");
  if (what === "more") return row?.mean_difference;
  if (what === "low") return row?.range_low;
  if (what === "high") return row?.range_high;
  if (what === "share") return row?.members_share;
  if (what === "fewer") return row?.mean_difference == null ? undefined : -row.mean_difference;
  return row?.ci_low == null || row.ci_high === null ? undefined : (row.ci_high - row.ci_low) / 2;
}
