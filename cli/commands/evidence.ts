import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { print } from "../terminal/print.ts";
import { command } from "./command.ts";
import { GRADE, readGrade } from "./options/grade.ts";
import { JSON_RESULT } from "./options/output.ts";

/** Shows where numbers come from: one row of the register in full, or all of them in short. */
export const evidenceCommand = command({
  name: "evidence",
  usage: "evidence [id]",
  describe: "Show where the numbers come from: source, range, grade",
  examples: [
    ["linksim evidence R8", "one row, and the parameters that rest on it"],
    ["linksim evidence --grade C", "every number that is an assumption"],
  ],
  positionals: {
    id: { type: "string", describe: "Row to show in full; all rows in short if left out" },
  },
  options: {
    grade: GRADE,
    json: JSON_RESULT,
  },
  async perform({ id, grade: asked, json }) {
    const grade = readGrade(asked);
    const { evidenceRows, pathsByEvidence } = await import("../scenarios/evidence-register.ts");
    const { evidenceInFull, evidenceTable } = await import("../screen/evidence-text.ts");
    const known = evidenceRows();
    if (id !== undefined && !known.some((row) => row.id === id)) {
      const { nearestName } = await import("../../sim/scenario/nearest-name.ts");
      const ids = known.map((row) => row.id);
      throw badInput(messages.noSuchEvidence(id, nearestName(id, ids)));
    }
    const rows = known.filter(
      (row) => (id === undefined || row.id === id) && (grade === undefined || row.grade.startsWith(grade)),
    );
    const paths = pathsByEvidence();
    const usedBy = (row: { readonly id: string }): readonly string[] => paths.get(row.id) ?? [];
    if (json)
      print(
        `${JSON.stringify(
          rows.map((row) => ({ ...row, used_by: usedBy(row) })),
          null,
          1,
        )}\n`,
      );
    else if (id === undefined) print(evidenceTable(rows));
    else for (const row of rows) print(evidenceInFull(row, usedBy(row)));
  },
});
