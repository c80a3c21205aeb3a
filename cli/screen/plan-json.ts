import { levelJson } from "./level-json.ts";
import type { PlanShown } from "./plan-screen.ts";

/** Returns a plan for machines, in the units of the tables. */
export function planJson(shown: PlanShown, version: string): string {
  const { levels, meets, fails, ...rest } = shown;
  const valueAt = (level: number | null): string | null =>
    levels.find((one) => one.level === level)?.value ?? null;
  const told = {
    version,
    ...rest,
    meets: valueAt(meets),
    fails: valueAt(fails),
    levels: levels.map(levelJson),
  };
  return `${JSON.stringify(told, null, 1)}\n`;
}
