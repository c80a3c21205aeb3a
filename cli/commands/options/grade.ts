import { messages } from "../../messages/index.ts";
import { badInput } from "../../terminal/exit-codes.ts";
import { single, TEXT, type TextOption } from "./text.ts";

const GRADES = ["A", "B", "C"] as const;

/** Declares `--grade`. */
export const GRADE = { ...TEXT, describe: "Only rows of this grade: A, B or C" } as const;

/** Reads a grade of evidence; undefined if it was not given. */
export function readGrade(given: TextOption): (typeof GRADES)[number] | undefined {
  const text = single("grade", given);
  const grade = GRADES.find((known) => known === text?.toUpperCase());
  if (text !== undefined && grade === undefined) throw badInput(messages.noneOf("grade", text, GRADES));
  return grade;
}
