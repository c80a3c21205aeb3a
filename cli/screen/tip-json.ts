import { levelJson } from "./level-json.ts";
import type { TipShown } from "./tip-screen.ts";

/** Returns where a goal tips for machines, in the units of the tables. */
export function tipJson({ levels, between, ...rest }: TipShown, version: string): string {
  const values = levels.flatMap(({ level, value }) => (between?.includes(level) ? [value] : []));
  const told = { version, ...rest, between: between === null ? null : values, levels: levels.map(levelJson) };
  return `${JSON.stringify(told, null, 1)}\n`;
}
