import { nearestName } from "../../sim/scenario/nearest-name.ts";
import { badInput } from "../exit-codes.ts";
import * as messages from "../messages.ts";
import { single, type TextOption } from "../options.ts";
import { evidenceRows, pathsByEvidence } from "../scenarios/evidence-register.ts";
import { evidenceInFull, evidenceTable } from "../screen/evidence-text.ts";
import { print } from "../terminal/print.ts";

/** What the command line hands over to `evidence`. */
export interface EvidenceArguments {
  readonly id: string | undefined;
  readonly grade: TextOption;
  readonly json: boolean;
}

/** Shows where numbers come from: one row of the register in full, or all of them in short. */
export async function evidence(given: EvidenceArguments): Promise<void> {
  const grade = single("grade", given.grade)?.toUpperCase();
  if (grade !== undefined && !/^[ABC]$/.test(grade)) throw badInput(messages.badGrade(grade));
  const paths = pathsByEvidence();
  const known = evidenceRows();
  const rows = known.filter(
    (row) =>
      (given.id === undefined || row.id === given.id) && (grade === undefined || row.grade.startsWith(grade)),
  );
  if (given.id !== undefined && !known.some(({ id }) => id === given.id)) {
    throw badInput(
      messages.noSuchEvidence(
        given.id,
        nearestName(
          given.id,
          known.map(({ id }) => id),
        ),
      ),
    );
  }
  if (given.json)
    print(
      `${JSON.stringify(
        rows.map((row) => ({ ...row, used_by: paths.get(row.id) ?? [] })),
        null,
        1,
      )}\n`,
    );
  else if (given.id === undefined) print(evidenceTable(rows));
  else for (const row of rows) print(evidenceInFull(row, paths.get(row.id) ?? []));
}
