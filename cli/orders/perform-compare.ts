import { firstOfEach } from "../../sim/experiment/compare.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { gainedAndLost } from "../../sim/tables/gained-lost.ts";
import { rankingsOf } from "../../sim/tables/ranking.ts";
import { type ComparedScenarios, compareAll, runsOf, shortfallsOf } from "../compare-all.ts";
import type { NamedScenario } from "../inputs/load-scenarios.ts";
import { packageVersion } from "../inputs/package-folder.ts";
import * as messages from "../messages.ts";
import type { CompareInput } from "../render/compare-input.ts";
import { compareJson } from "../render/compare-json.ts";
import { compareScreen } from "../render/compare-screen.ts";
import { compareFiles } from "../results/compare-files.ts";
import { resolvedName } from "../results/resolved-name.ts";
import { ResultsFolder } from "../results/results-folder.ts";
import { runRecord } from "../results/run-record.ts";
import { exitUnlessMet } from "../standards-met.ts";
import { summaryInput } from "../summary-of-run.ts";
import { listenForInterruption } from "../terminal/interruption.ts";
import { print, say } from "../terminal/print.ts";
import { openProgress } from "../terminal/progress.ts";
import { openPool } from "../threads/pool.ts";
import type { CompareOrder } from "./order.ts";
import type { Place } from "./place.ts";

/** Compares scenarios as ordered, shows what differs and writes the results folder. */
export async function performCompare(
  order: CompareOrder,
  mains: readonly NamedScenario[],
  set: readonly string[],
  { out, workers, quiet, json }: Pick<Place, "out" | "workers" | "quiet" | "json">,
): Promise<void> {
  const { seed, extent, formats, twins, variants } = order;
  const signal = listenForInterruption();
  const began = new Date();
  const folder = out === undefined ? undefined : await ResultsFolder.open(out);
  try {
    const progress = await openProgress(quiet);
    const player = openPool(Math.min(workers, firstOfEach(extent)), signal);
    const compared = await compareAll(mains, {
      seed,
      set,
      extent,
      twins,
      variants,
      player,
      progress,
    }).finally(() => player.close());
    for (const shortfall of shortfallsOf(compared)) say(shortfall);
    const runs = runsOf(compared);
    if (folder !== undefined) {
      const resolved = runs.map(({ named }) => resolvedYaml(named));
      for (const [i, { named }] of runs.entries())
        await folder.write(resolvedName(named.scenario.name, runs.length), [resolved[i]], signal);
      for (const { name, pieces } of compareFiles(compared, formats))
        await folder.write(name, pieces(), signal);
      const { files, contentHash } = folder;
      const seconds = (Date.now() - began.getTime()) / 1000;
      const facts = { runs, resolved, seed, set, order, workers, began, seconds, files, contentHash };
      await folder.finish(runRecord(facts), signal);
    }
    const input = compareInput(compared);
    const ranked = [compared.base, ...compared.others];
    const rankings = ranked.length < 3 ? [] : rankingsOf(ranked);
    const content_hash = folder?.contentHash ?? null;
    const facts = { version: packageVersion(), seed, out: out ?? null, content_hash };
    const count = compared.base.results.length;
    const last =
      out === undefined
        ? [messages.notWritten]
        : [messages.twinsAreOf(twins, count), messages.writtenTo(out)];
    print(json ? compareJson(input, rankings, facts) : compareScreen(input, rankings, { seed, last }));
    exitUnlessMet([input.base, ...input.others.map(({ run }) => run)]);
  } catch (failure) {
    await folder?.discard();
    throw failure;
  }
}

function compareInput({ base, others, variants }: ComparedScenarios): CompareInput {
  return {
    base: summaryInput(base),
    others: others.map((other) => ({
      run: summaryInput(other),
      gainedLost: other.twins === null ? [] : gainedAndLost(other.twins.counts),
      known: other.known,
    })),
    variants: variants.map((group) => ({
      name: group.variant.name,
      why: group.variant.why,
      base: summaryInput(group.base),
      others: others.map(({ named }) => {
        const twin = group.others.find((run) => run.named.variantOf?.scenario === named.scenario.name);
        return twin === undefined ? null : summaryInput(twin);
      }),
    })),
  };
}
