import type { z } from "zod";

/** Refuses shares, in a list or a map, that do not add up to 1 (to 1e-9). */
export function sumsToOne(
  context: z.core.ParsePayload<readonly number[] | Readonly<Record<string, number>>>,
): void {
  const shares: readonly number[] = Object.values(context.value);
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) <= 1e-9) return;
  const percent = Number((sum * 100).toPrecision(12));
  context.issues.push({
    code: "custom",
    input: context.value,
    message: "the shares must add up to 100 %",
    params: { expected: "shares that add up to 100 %", hint: `They add up to ${percent} %.` },
  });
}
