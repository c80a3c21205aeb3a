import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { arch, platform, release } from "node:os";
import { join } from "node:path";
import { packageFolder, packageVersion } from "../inputs/package-folder.ts";
import type { CompareOrder, RunOrder } from "../orders/order.ts";
import type { ScenarioRun } from "../replicate.ts";
import type { WrittenFile } from "./results-folder.ts";
import { RESULTS_FORMAT } from "./results-record.ts";

/** What run.json is made from. */
export interface RunFacts {
  readonly runs: readonly ScenarioRun[];
  readonly resolved: readonly string[];
  readonly seed: string;
  readonly set: readonly string[];
  readonly order: RunOrder | CompareOrder;
  readonly workers: number;
  readonly began: Date;
  readonly seconds: number;
  readonly files: readonly WrittenFile[];
  readonly contentHash: string;
}

/** Returns what run.json says: enough to run it again, and to see whether it came out the same. */
export function runRecord(facts: RunFacts): object {
  const { runs, resolved, seed, set, order, workers, began, seconds, files, contentHash } = facts;
  const commit = gitCommit();
  return {
    program: "linksim",
    format: RESULTS_FORMAT,
    kind: order.kind,
    version: packageVersion(),
    ...(commit === undefined ? {} : { commit }),
    scenarios: runs.map(({ named, results, precision }, i) => ({
      name: named.scenario.name,
      argument: named.argument,
      files: named.digests,
      resolved_sha256: createHash("sha256").update(resolved[i], "utf8").digest("hex"),
      replications: results.length,
      ...(precision === null ? {} : { precision_reached: precision.isReached }),
    })),
    seed,
    set,
    order,
    ...extentOf(order),
    workers,
    runtime: `node ${process.versions.node}`,
    platform: `${platform()} ${release()} ${arch()}`,
    start: began.toISOString(),
    seconds,
    events: runs.reduce((sum, { results }) => sum + results.reduce((all, { events }) => all + events, 0), 0),
    files,
    content_hash: contentHash,
  };
}

function extentOf({ extent }: RunFacts["order"]): object {
  switch (extent.kind) {
    case "replications":
      return { replications: extent.count };
    case "precision":
      return { precision: extent.relative };
    case "differences":
      return { precision: extent.goal };
  }
}

/** Names the commit of a checkout, with -dirty if files differ from it; nothing for an installed package. */
function gitCommit(): string | undefined {
  const folder = packageFolder();
  if (!existsSync(join(folder, ".git"))) return undefined;
  try {
    const words = ["-C", folder, "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"];
    return execFileSync("git", words, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 5000,
    }).trim();
  } catch {
    return undefined;
  }
}
