import { messages } from "../../messages/index.ts";
import type { ReportInput } from "../input/report-input.ts";
import { command, paragraph, type Section } from "../page/content.ts";

/** Says what made the numbers, and how to make them again. */
export function provenanceSection({ record, folder }: ReportInput): Section {
  const facts = record as Readonly<Record<string, unknown>>;
  const known = (head: string, value: unknown): string[][] =>
    typeof value === "string" || typeof value === "number" ? [[head, String(value)]] : [];
  const rows = [
    ...known("Program", `linksim ${record.version}`),
    ...known("Model", record.model),
    ...known("Commit", record.commit),
    ...known("Seed", record.seed),
    ...record.scenarios.flatMap(({ name, replications }) => known(`Replications of ${name}`, replications)),
    ...record.set.map((change) => ["Changed with --set", change]),
    ...known(
      "Simulated on",
      [facts.runtime, facts.platform].filter((text) => typeof text === "string").join(", "),
    ),
    ...known("Begun", facts.start),
    ...known("Hash of the tables", record.content_hash),
    ...record.files
      .filter(({ name }) => name.endsWith(".yaml"))
      .map(({ name, sha256 }) => [`SHA-256 of ${name}`, sha256]),
  ];
  return {
    id: "provenance",
    heading: "How it was made, and how to make it again",
    blocks: [
      {
        kind: "table",
        name: "provenance",
        caption: "What made these numbers",
        heads: ["What", "Value"],
        rows,
      },
      paragraph("The same numbers, to the last digit, come from:"),
      command(`linksim rerun ${messages.shellWord(folder)}`),
      paragraph(
        "Whether the files are as they were written, and a random sample of the work simulated again:",
      ),
      command(`linksim verify ${messages.shellWord(folder)}`),
    ],
  };
}
