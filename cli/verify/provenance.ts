import { execFileSync } from "node:child_process";
import { isDeepStrictEqual } from "node:util";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { messages } from "../messages/index.ts";
import type { ResultsRecord } from "../results/results-record.ts";
import { resolvedUnder } from "../scenarios/load-resolved.ts";
import { packageFolder } from "../scenarios/package-folder.ts";
import { modelVersion } from "../store/model-version.ts";
import type { RecordedTask } from "../work/recorded-task.ts";
import { gitCommit } from "../work/run-record.ts";

/** What was found out about what run.json says of where results come from. */
export interface Provenance {
  readonly differ: readonly string[];
  readonly notVerified: readonly string[];
}

/** A change that multiplies leaves no trace by which it could be told from another. */
const IS_FACTOR = /=\s*[x×]\s*\d/;

/**
 * Checks the changes that were laid over scenarios, which must say so already: laid over them again they
 * change nothing. That none was left out, nobody can tell.
 */
export function setProvenance(
  { set }: ResultsRecord,
  { mains, texts }: Pick<RecordedTask, "mains" | "texts">,
): Provenance {
  const factors = set.filter((change) => IS_FACTOR.test(change));
  const plain = set.filter((change) => !IS_FACTOR.test(change));
  const isInside = (change: string): boolean =>
    mains.every(({ scenario }, i) => {
      try {
        return isDeepStrictEqual(resolvedUnder(texts[i], [change]).scenario, scenario);
      } catch (failure) {
        if (failure instanceof ScenarioError) return false;
        throw failure;
      }
    });
  return {
    differ: plain.filter((change) => !isInside(change)).map(messages.setNotInScenarios),
    notVerified: factors.map(messages.factorNotVerified),
  };
}

/**
 * Checks the model and the commit against this program's, as far as it knows them: a commit of a checkout
 * that has the same model code has the same model.
 */
export function modelProvenance({ model, commit }: ResultsRecord): Provenance {
  const here = gitCommit();
  const isSameModel = model === modelVersion();
  const isKnown = commit !== undefined && here !== undefined && hasSameModelCode(commit, here);
  if (isKnown)
    return { differ: isSameModel ? [] : [messages.modelOfCommit(commit, modelVersion())], notVerified: [] };
  return {
    differ: [],
    notVerified: [
      ...(isSameModel ? [] : [messages.modelNotVerified(String(model))]),
      ...(commit === undefined ? [] : [messages.commitNotVerified(commit)]),
    ],
  };
}

/** Says whether two commits, one of them this checkout's, hold the same code of the model. */
function hasSameModelCode(commit: string, here: string): boolean {
  if (commit.endsWith("-dirty") || here.endsWith("-dirty")) return false;
  try {
    const paths = ["--", "sim", "package-lock.json"];
    execFileSync(
      "git",
      ["-C", packageFolder(), "diff", "--quiet", "--end-of-options", commit, here, ...paths],
      {
        stdio: "ignore",
        timeout: 5000,
      },
    );
    return true;
  } catch {
    // It differs, or this checkout does not know it.
    return false;
  }
}
