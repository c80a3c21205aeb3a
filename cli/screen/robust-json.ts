import { levelJson } from "./level-json.ts";
import type { RobustShown } from "./robust-screen.ts";

/** Returns a plan under the members of an ensemble for machines, in the units of the tables. */
export function robustJson({ levels, failing, ...rest }: RobustShown, version: string): string {
  const valueAt = (wanted: string): string | null =>
    levels.find(({ mark }) => mark === wanted)?.value ?? null;
  const told = {
    version,
    ...rest,
    ...(rest.kind === "least"
      ? { meets: valueAt("least"), fails: valueAt("below") }
      : {
          between: levels.some(({ mark }) => mark === "tips")
            ? levels.filter(({ mark }) => mark === "tips").map(({ value }) => value)
            : null,
        }),
    failing:
      failing === null
        ? null
        : {
            bounds: failing.region.bounds.map(({ parameter, side, value }) => ({
              path: failing.parameters[parameter].path,
              side,
              value,
            })),
            inside: failing.inside,
            failing: failing.failing,
          },
    levels: levels.map(({ of, value, fte }) => ({
      value,
      fte,
      met: of.met,
      surely: of.surely,
      is_met: of.isMet,
      is_sure: of.isSure,
      members: of.members.map(({ member, ...tested }) => ({
        member,
        ...levelJson({ ...tested, value, fte }),
      })),
    })),
  };
  return `${JSON.stringify(told, null, 1)}\n`;
}
