import { ADDITIONS, INCOMPLETE } from "./dummies.ts";
import { type Change, ScratchCopy } from "./scratch-copy.ts";

/*
 * npm run house:scratch. In a copy of the tree: what is declared and lacks a part is refused, by the
 * compiler or by a test that names it; and what is added as it should be is taken, in so many files. Ends
 * with exit code 1 where that is not so.
 */
const wanted = process.argv[2] ?? "";
const copy = new ScratchCopy();
let failures = 0;
/** Gives what is said of a change; that it no longer fits the tree is said too. */
const during = (change: Change, find: () => string): string => {
  try {
    return copy.during(change, find);
  } catch (failure) {
    return `out of date: ${failure}`;
  }
};
const report = (isRight: boolean, text: string): void => {
  if (!isRight) failures++;
  console.log(`${isRight ? "ok  " : "FAIL"} ${text}`);
};
try {
  report(copy.compile() === "", "the tree as it is compiles");
  for (const { lacks, change, refusedBy, names } of INCOMPLETE.filter(({ lacks }) =>
    lacks.includes(wanted),
  )) {
    const said = during(change, () => (refusedBy === "compiler" ? copy.compile() : copy.test(refusedBy)));
    const isRefused = said.includes(names) && !said.startsWith("out of date");
    report(isRefused, `${lacks} is refused by ${refusedBy === "compiler" ? "the compiler" : refusedBy}`);
    if (!isRefused) console.log(said.slice(0, 2000));
  }
  for (const { what, change, files, lists, tests } of ADDITIONS.filter(({ what }) => what.includes(wanted))) {
    const said = during(change, () => [copy.compile(), ...tests.map((file) => copy.test(file))].join(""));
    const touched = [...Object.keys(change.made ?? {}), ...Object.keys(change.edited ?? {})].filter(
      (name) => !name.startsWith("test/"),
    );
    const isCounted = [...touched].sort().join() === [...files, ...lists].sort().join();
    report(
      said === "" && isCounted,
      `a ${what} is added in ${files.length} file(s), with a line in ${lists.length} list(s)`,
    );
    if (said !== "") console.log(said.slice(0, 2000));
  }
} finally {
  copy.remove();
}
process.exitCode = failures === 0 ? 0 : 1;
