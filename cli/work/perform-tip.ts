import { tippingLevel } from "../../sim/experiment/least-level.ts";
import { packageVersion } from "../scenarios/package-folder.ts";
import { tipJson } from "../screen/tip-json.ts";
import { tipScreen } from "../screen/tip-screen.ts";
import { print } from "../terminal/print.ts";
import { fteOf, type GoalRequest, openLever } from "./plan-lever.ts";
import { planning } from "./planning.ts";

/** What is asked of where a goal tips. */
export interface TipRequest extends GoalRequest {
  readonly tip: string;
}

/** A lever that is named without values goes over all shares. */
const ALL_SHARES = "0 %:100 %:2.5 %";

/** Finds where along a lever a goal comes to be met, or no longer is, and shows it. */
export async function performTip(request: TipRequest): Promise<void> {
  const { tip, most, seed, json } = request;
  const lever = openLever(request, tip.includes("=") ? tip : `${tip}=${ALL_SHARES}`, "--tip");
  const { path, values, goals, at, named } = lever;
  const found = await planning(request, named, (options) =>
    tippingLevel({ count: values.length, at }, goals, { ...options, most }),
  );
  const levels = found.tested.map((tested) => ({
    ...tested,
    value: values[tested.level].text,
    fte: fteOf(at(tested.level)),
  }));
  const between = found.between?.map(({ level }) => level) ?? null;
  const { replications } = found;
  const of = { scenario: named.scenario.name, path, goals, seed, values: values.length };
  const shown = { ...of, levels, between, replications };
  print(json ? tipJson(shown, packageVersion()) : tipScreen(shown));
}
