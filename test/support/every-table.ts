import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { VariedParameter } from "../../sim/experiment/design/varied-parameter.ts";
import { calibrationPointsDeclaration } from "../../sim/tables/calibration-points.ts";
import { designDeclaration } from "../../sim/tables/design.ts";
import { emulatorsDeclaration } from "../../sim/tables/emulators.ts";
import { membersDeclaration } from "../../sim/tables/members.ts";
import { sweepDeclaration } from "../../sim/tables/sweep.ts";
import { pointsDeclaration } from "../../sim/tables/sweep-points.ts";
import type { TableDeclaration } from "../../sim/tables/table.ts";

const FOLDER = "sim/tables";
/** Tables that a command prints and no folder of results holds. */
export const PRINTED = ["parameters"];

/**
 * Finds every table that a file of `sim/tables` declares, and those that are declared for a sweep of some
 * parameters.
 */
export async function everyTable(): Promise<readonly TableDeclaration[]> {
  const declared: TableDeclaration[] = [];
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".ts"))) {
    const exported: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(FOLDER, file)).href);
    declared.push(...Object.values(exported).filter(isDeclaration));
  }
  const varied: readonly VariedParameter[] = [
    { path: "referral.rate", kind: "number", unit: "people", levels: [], range: null },
  ];
  return [
    ...declared,
    designDeclaration({ parameters: varied, design: "morris" }),
    sweepDeclaration(varied),
    membersDeclaration(varied),
    emulatorsDeclaration(varied.map(({ path }) => path)),
    pointsDeclaration(varied, ["people.reached_3"]),
    calibrationPointsDeclaration(varied, [{ id: "T1", unit: "share" }]),
  ];
}

function isDeclaration(value: unknown): value is TableDeclaration {
  return typeof value === "object" && value !== null && "columns" in value && "name" in value;
}
