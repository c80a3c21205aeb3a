import Papa from "papaparse";
import { decodeText } from "../scenario/internal/decode-text.ts";
import { ProblemList } from "../scenario/internal/problem-list.ts";
import { refuseUnseen } from "../scenario/internal/refuse-unseen.ts";

/** One set of values that fits the targets, as a file of members holds it. */
export interface EnsembleMember {
  /** From 1. */
  readonly member: number;
  /** How much it counts beside the others: 0 or more, of any sum. */
  readonly weight: number;
  /** What is laid over a scenario, `PATH=VALUE`. */
  readonly set: readonly string[];
}

/** Members that one file may hold: ranges settle long before. */
export const MAX_MEMBERS = 10_000;
const MAX_BYTES = 5_000_000;
const FIRST = ["member", "weight"] as const;
const HEADER = "member, weight and a column for each parameter, named by its path";

/**
 * Reads the members of an ensemble: a CSV with the columns member and weight, then one for each parameter,
 * named by its path, whose cells are what `--set PATH=` takes; an empty cell leaves the path alone. Throws a
 * ScenarioError with every problem. Whether a scenario has the paths is seen when it is loaded under them.
 */
export function readMembersFile(file: string, bytes: Uint8Array): readonly EnsembleMember[] {
  const problems = new ProblemList();
  const text = decodeText(file, bytes, MAX_BYTES, problems);
  if (text === null) throw problems.refusal();
  const { data: rows } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    delimiter: ",",
    skipEmptyLines: true,
    preview: MAX_MEMBERS + 2,
  });
  const refuse = (line: number, path: string, found: string, expected: string): void =>
    problems.add({ file, line }, path, { found, expected });
  const [header = [], ...cells] = rows.map((row) => row.map((cell) => cell.trim()));
  const paths = header.slice(FIRST.length);
  if (FIRST.some((name, i) => header[i] !== name) || paths.length === 0 || paths.includes(""))
    refuse(1, "members", header.length === 0 ? "an empty file" : `the columns ${header.join(", ")}`, HEADER);
  for (const [i, path] of paths.entries()) {
    refuseUnseen(path, { file, line: 1 }, "members", problems);
    if (paths.indexOf(path) < i) refuse(1, "members", `the column ${path} a second time`, "it once");
  }
  if (cells.length === 0) refuse(1, "members", "no member", "one row a member");
  if (cells.length > MAX_MEMBERS)
    refuse(MAX_MEMBERS + 2, "members", `more than ${MAX_MEMBERS} members`, `at most ${MAX_MEMBERS}`);
  if (problems.hasErrors) throw problems.refusal();

  const seen = new Set<number>();
  const members = cells.map((row, at): EnsembleMember => {
    const line = at + 2;
    const [member, weight] = [row[0], row[1]].map((cell) => (NUMBER.test(cell ?? "") ? Number(cell) : NaN));
    if (row.length !== header.length)
      refuse(line, "members", `a row of ${row.length} cells`, `${header.length}, one for each column`);
    if (!Number.isInteger(member) || member < 1)
      refuse(line, "member", JSON.stringify(row[0] ?? ""), "a whole number from 1");
    else if (seen.has(member)) refuse(line, "member", `the member ${member} a second time`, "each once");
    seen.add(member);
    if (!(weight >= 0 && Number.isFinite(weight)))
      refuse(line, "weight", JSON.stringify(row[1] ?? ""), "a number of 0 or more");
    const set = paths.flatMap((path, i) => {
      const value = row[FIRST.length + i] ?? "";
      refuseUnseen(value, { file, line }, path, problems);
      return value === "" ? [] : [`${path}=${value}`];
    });
    return { member, weight, set };
  });
  if (!problems.hasErrors && members.every(({ weight }) => weight === 0))
    refuse(2, "weight", "no weight above 0", "one at least");
  if (problems.hasErrors) throw problems.refusal();
  return members;
}

const NUMBER = /^\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/;
