import { dayNumber } from "../../engine/civil-date.ts";
import { listText } from "../../words/lists.ts";
import { ACTIONS } from "../actions.ts";
import { didYouMean } from "../nearest-name.ts";
import type { ProblemList } from "./problem-list.ts";
import { readQuantity } from "./read-quantity.ts";
import { idOf, type Mapping, membersAt, partAt, rendering, type Tree, wordAt } from "./tree.ts";

/** Ids that references may name; undefined where they are not all known. */
type Known = ReadonlySet<string> | undefined;

const LISTS = [
  ["practices"],
  ["pools"],
  ["link_workers", "posts"],
  ["organisations", "members"],
  ["organisations", "template"],
  ["timeline"],
  ["variants"],
  ["standards"],
];

/** Checks what no single field can say: ids that repeat, references to nowhere, dates outside the run. */
export function crossCheck(tree: Mapping, problems: ProblemList): void {
  const list = partAt(tree, ["practices"]);
  if (
    list?.kind === "list" &&
    list.members.length === 0 &&
    partAt(tree, ["generate"])?.kind !== "map" &&
    !problems.isIncomplete("practices")
  ) {
    problems.add(list.place, "practices", {
      found: "no practice",
      expected: "at least one",
      hint: "List them under `practices`, or name a CSV in `data.practices`.",
    });
  }
  for (const path of LISTS) checkUniqueIds(tree, path, problems);
  const practices = idsAt(tree, ["practices"], problems);
  const pools = idsAt(tree, ["pools"], problems);
  checkPools(tree, practices, problems);
  checkPosts(tree, practices, pools, problems);
  checkStaffIsSaidOnce(tree, problems);
  checkLocalities(tree, problems);
  checkTimeline(tree, problems);
  for (const [index, standard] of membersAt(tree, ["standards"]).entries()) {
    if (standard.kind === "map")
      checkExactlyOne(
        standard,
        ["at_least", "at_most"],
        `standards[${idOf(standard) ?? index + 1}]`,
        problems,
      );
  }
}

function checkUniqueIds(tree: Mapping, path: readonly string[], problems: ProblemList): void {
  const seen = new Map<string, Tree>();
  for (const member of membersAt(tree, path)) {
    const id = idOf(member);
    if (id === undefined) continue;
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, member);
      continue;
    }
    const { file, line } = first.place;
    problems.add(partAt(member, ["id"])?.place ?? member.place, `${path.join(".")}[${id}].id`, {
      found: `${JSON.stringify(id)} a second time`,
      expected: "an id that is unique in its list",
      hint: line === undefined ? `It stands in ${file} too.` : `The first is at ${file}:${line}.`,
    });
  }
}

function checkPools(tree: Mapping, practices: Known, problems: ProblemList): void {
  const poolOf = new Map<string, string>();
  for (const pool of membersAt(tree, ["pools"])) {
    const name = idOf(pool) ?? "";
    const path = `pools[${name}].practices`;
    for (const practice of membersAt(pool, ["practices"])) {
      if (practice.kind !== "scalar" || typeof practice.value !== "string") continue;
      checkReference(practice, path, "a practice of this scenario", practices, problems);
      const other = poolOf.get(practice.value);
      if (other === undefined) poolOf.set(practice.value, name);
      else {
        problems.add(practice.place, path, {
          found:
            `${JSON.stringify(practice.value)}, which is in ` +
            `${other === name ? "it already" : `the pool ${other} too`}`,
          expected: "each practice in at most one pool, once",
        });
      }
    }
  }
}

function checkPosts(tree: Mapping, practices: Known, pools: Known, problems: ProblemList): void {
  for (const [index, post] of membersAt(tree, ["link_workers", "posts"]).entries()) {
    if (post.kind !== "map") continue;
    const path = `link_workers.posts[${idOf(post) ?? index + 1}]`;
    const practice = partAt(post, ["practice"]);
    const pool = partAt(post, ["pool"]);
    if (practice !== undefined && pool !== undefined) {
      problems.add(pool.place, path, {
        found: "both a practice and a pool",
        expected: "one of the two",
        hint: "Remove `pool`, or name it instead of the practice.",
      });
    }
    if (practice === undefined && pool === undefined) {
      problems.add(post.place, path, { found: "neither a practice nor a pool", expected: "one of the two" });
    }
    checkReference(practice, `${path}.practice`, "a practice of this scenario", practices, problems);
    checkReference(pool, `${path}.pool`, "a pool of this scenario", pools, problems);
  }
}

/** Refuses posts and pools that are listed beside others that are made from counts: they were passed over. */
function checkStaffIsSaidOnce(tree: Mapping, problems: ProblemList): void {
  if (partAt(tree, ["generate"])?.kind !== "map") return;
  for (const list of [["link_workers", "posts"], ["pools"]]) {
    const part = partAt(tree, list);
    if (part?.kind !== "list" || part.members.length === 0) continue;
    problems.add(part.place, list.join("."), {
      found: `${rendering(part)} beside generate, which makes its own`,
      expected: "one of the two",
      hint: "Remove one; a scenario that extends another takes its `generate` off with `generate: none`.",
    });
  }
}

function checkLocalities(tree: Mapping, problems: ProblemList): void {
  if (problems.isIncomplete("practices")) return;
  const localities = new Set<string>();
  for (const practice of membersAt(tree, ["practices"])) {
    const locality = wordAt(practice, ["locality"]) ?? idOf(practice);
    if (locality !== undefined) localities.add(locality);
  }
  for (const organisation of membersAt(tree, ["organisations", "members"])) {
    const locality = partAt(organisation, ["locality"]);
    if (locality?.kind !== "scalar" || typeof locality.value !== "string" || localities.has(locality.value))
      continue;
    const word = locality.value;
    problems.warn(locality.place, `organisations.members[${idOf(organisation) ?? ""}].locality`, {
      found: rendering(locality),
      expected: "the locality of a practice; no practice can use this organisation",
      hint: () => didYouMean(word, localities),
    });
  }
}

function checkTimeline(tree: Mapping, problems: ProblemList): void {
  const organisations = idsAt(tree, ["organisations", "members"], problems);
  const isListed = (organisations?.size ?? 0) > 0 && wordAt(tree, ["organisations", "generate"]) === "none";
  const posts = new Set(idsAt(tree, ["link_workers", "posts"], problems));
  const start = dayNumber(wordAt(tree, ["start"]) ?? "");
  const horizon = minutesAt(tree, "horizon");
  const warmUp = minutesAt(tree, "warm_up");
  for (const [index, action] of membersAt(tree, ["timeline"]).entries()) {
    const path = `timeline[${idOf(action) ?? index + 1}]`;
    if (isListed) {
      for (const named of membersAt(action, ["organisations"])) {
        checkReference(
          named,
          `${path}.organisations`,
          "an organisation of this scenario",
          organisations,
          problems,
        );
      }
    }
    if (action.kind === "map") {
      checkStaffing(tree, action, path, posts, problems);
      checkOrderOfDates(action, path, problems);
    }
    const written = partAt(action, ["date"]);
    const day = dayNumber(wordAt(action, ["date"]) ?? "");
    if (written === undefined || Number.isNaN(day - start) || horizon === null || warmUp === null) continue;
    const minute = (day - start) * 1440;
    const found = rendering(written);
    if (minute >= horizon) {
      problems.warn(written.place, `${path}.date`, {
        found,
        expected: "a date before the end of the run; this one changes nothing",
        hint: "Make `horizon` longer, or the date earlier.",
      });
    } else if (minute < -warmUp) {
      problems.add(written.place, `${path}.date`, {
        found,
        expected: "a date from the start of the run on, or within its warm-up",
        hint: "Move the date, or `start`, or make `warm_up` longer.",
      });
    }
  }
}

/** Checks what a change of posts must say, and that it is possible at all. */
function checkStaffing(
  tree: Mapping,
  action: Mapping,
  path: string,
  posts: Set<string>,
  problems: ProblemList,
): void {
  const kind = wordAt(action, ["kind"]);
  if (kind === undefined || !kind.startsWith("posts_")) return;
  const has = (key: string): boolean => partAt(action, [key]) !== undefined;
  const keys = ACTIONS.find((declared) => declared.kind === kind)?.exactlyOne;
  if (keys !== undefined) checkExactlyOne(action, keys, path, problems);
  const rule = wordAt(action, ["rule"]);
  // A base may name a rule for what is cut by attrition here: it is not asked.
  const isPassedOver = has("posts") || (rule === "spread" && isTrue(action, "by_attrition"));
  if (rule !== undefined && isPassedOver) {
    problems.add(partAt(action, ["rule"])?.place ?? action.place, `${path}.rule`, {
      found: `${rule}, where chance or names say which posts go`,
      expected: "no rule",
      hint: "Leave out `rule`, or cut in one step `to` a number.",
    });
  }
  if (wordAt(tree, ["contact", "booking"]) === "as_ready") {
    problems.add(action.place, path, {
      found: "a change of posts without a diary",
      expected: "`contact.booking: diary`; posts that serve as ready are for comparison with theory",
    });
  }
  if (kind === "posts_added") checkAddedPosts(action, path, posts, problems);
}

/** Refuses none or several of the keys that say the same thing in different ways. */
function checkExactlyOne(part: Mapping, keys: readonly string[], path: string, problems: ProblemList): void {
  const given = keys.filter((key) => partAt(part, [key]) !== undefined);
  if (given.length === 1) return;
  const isPair = keys.length === 2;
  problems.add(part.place, path, {
    found:
      given.length === 0
        ? isPair
          ? `neither ${keys.join(" nor ")}`
          : `none of ${listText(keys)}`
        : `both ${listText(given)}`,
    expected: isPair ? "one of the two" : `one of ${listText(keys)}`,
  });
}

/** Checks that what is made known comes before what happens, and what ends comes after it. */
function checkOrderOfDates(action: Mapping, path: string, problems: ProblemList): void {
  const day = dayNumber(wordAt(action, ["date"]) ?? "");
  const checked = [
    {
      key: "announced",
      isWrong: (other: number) => other > day,
      expected: "a date not after that of the action",
    },
    { key: "until", isWrong: (other: number) => other <= day, expected: "a date after that of the action" },
  ];
  for (const { key, isWrong, expected } of checked) {
    const written = partAt(action, [key]);
    if (written === undefined || !isWrong(dayNumber(wordAt(action, [key]) ?? ""))) continue;
    problems.add(written.place, `${path}.${key}`, { found: rendering(written), expected });
  }
}

function isTrue(action: Mapping, key: string): boolean {
  const part = partAt(action, [key]);
  return part?.kind === "scalar" && part.value === true;
}

/** Checks the posts that an action adds; `others` are those before it, and take them in. */
function checkAddedPosts(action: Mapping, path: string, others: Set<string>, problems: ProblemList): void {
  for (const post of membersAt(action, ["posts"])) {
    const id = idOf(post);
    if (id !== undefined && others.has(id)) {
      problems.add(post.place, `${path}.posts[${id}].id`, {
        found: `${JSON.stringify(id)} a second time`,
        expected: "an id that no other post has",
      });
    }
    if (id !== undefined) others.add(id);
    if ((partAt(post, ["practice"]) === undefined) === (partAt(post, ["pool"]) === undefined)) {
      problems.add(post.place, `${path}.posts[${id ?? ""}]`, {
        found: "neither or both of a practice and a pool",
        expected: "one of the two",
      });
    }
  }
}

function checkReference(
  named: Tree | undefined,
  path: string,
  expected: string,
  known: Known,
  problems: ProblemList,
): void {
  if (known === undefined) return;
  if (named?.kind !== "scalar" || typeof named.value !== "string" || known.has(named.value)) return;
  const word = named.value;
  problems.add(named.place, path, {
    found: rendering(named),
    expected,
    hint: () => didYouMean(word, known),
  });
}

/**
 * Gives the ids of a list; undefined where some could not be read, so that nothing can be said of those that
 * are named.
 */
function idsAt(tree: Mapping, path: readonly string[], problems: ProblemList): Known {
  if (problems.isIncomplete(path.join("."))) return undefined;
  const ids = membersAt(tree, path).map(idOf);
  return new Set(ids.filter((id) => id !== undefined));
}

function minutesAt(tree: Mapping, key: string): number | null {
  const part = partAt(tree, [key]);
  const reading = part?.kind === "scalar" ? readQuantity("duration", part.value) : undefined;
  return reading?.ok ? reading.value : null;
}
