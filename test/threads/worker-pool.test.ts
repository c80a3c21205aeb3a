import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { openPool } from "../../cli/threads/pool.ts";
import { type Job, ReplicationError } from "../../sim/experiment/executor.ts";
import { jobOf } from "../../sim/experiment/replicate.ts";
import { aFolder } from "../support/a-folder.ts";
import { aScenario } from "../support/a-scenario.ts";

const never = new AbortController().signal;
const aJob = (): Job => jobOf(aScenario(), { seed: "1" });

/**
 * Opens a pool whose threads do what a script says; `replication`, the seed of the `job` and
 * `answer(result)` are there, or `jobs`, `replications`, `part(of, replication)`, `fail` and `done`.
 */
function aPool(workers: number, body: string, signal: AbortSignal = never) {
  const script = join(aFolder(), "worker.mjs");
  writeFileSync(
    script,
    `import { parentPort } from "node:worker_threads";
     let current;
     parentPort.on("message", ({ jobs, replications, job = current, wanted: { replication } = {} }) => {
       const part = (of, replication) => parentPort.postMessage({
         kind: "part", of, simulated: { result: { replication, values: [jobs[of].seed] } },
       });
       const fail = (of, replication) => parentPort.postMessage({ kind: "failed", why: "odd", of, replication });
       const done = () => parentPort.postMessage({ kind: "done" });
       current = job;
       const answer = (replication) =>
         parentPort.postMessage({ kind: "simulated", simulated: { result: { replication, values: [job.seed] } } });
       ${body}
     });`,
  );
  const pool = openPool(workers, signal, pathToFileURL(script));
  onTestFinished(() => pool.close());
  return pool;
}

describe("a pool of threads", () => {
  it("gives results in the order asked for, whichever thread was first", async () => {
    const pool = aPool(3, "setTimeout(() => answer(replication), 30 - 5 * replication);");
    const asked = [0, 1, 2, 3, 4, 5];
    let heard = 0;
    const results = await pool.execute(aJob(), asked, () => {
      heard++;
    });
    expect(results.map(({ replication }) => replication)).toEqual(asked);
    expect(heard).toBe(6);
  });

  it("simulates several jobs at once and mixes none of them up", async () => {
    const pool = aPool(2, "answer(replication);");
    const jobs = ["a", "b", "c"].map((seed) => jobOf(aScenario(), { seed }));
    const all = await Promise.all(jobs.map((job) => pool.execute(job, [0, 1, 2])));
    expect(all.map((results) => results.map(({ values }) => values[0]).join(""))).toEqual([
      "aaa",
      "bbb",
      "ccc",
    ]);
    const more = await pool.execute(jobs[0], [3, 4]);
    expect(more.map(({ replication }) => replication)).toEqual([3, 4]);
  });

  it("names the replication that failed, begins no other of that job, and goes on with other jobs", async () => {
    const begun: number[] = [];
    const pool = aPool(
      2,
      `if (job.seed !== "bad") answer(replication);
       else if (replication === 1) parentPort.postMessage({ kind: "failed", why: "odd" });
       // The other thread never comes back from its replication, so that it cannot have begun a further
       // one.`,
    );
    const bad = jobOf(aScenario(), { seed: "bad" });
    const failure = await pool
      .execute(bad, [0, 1, 2, 3, 4, 5], ({ result }) => {
        begun.push(result.replication);
      })
      .catch((error) => error);
    expect(failure).toBeInstanceOf(ReplicationError);
    expect(failure).toMatchObject({ message: "odd", job: bad, replication: 1 });
    const results = await pool.execute(aJob(), [0, 1, 2]);
    expect(results).toHaveLength(3);
    expect(begun).toEqual([]);
  });

  it("names the replication of a thread that breaks down", async () => {
    const pool = aPool(2, 'if (replication === 1) throw new Error("broken"); else answer(replication);');
    const failure = await pool.execute(aJob(), [0, 1, 2]).catch((error) => error);
    expect(failure).toMatchObject({ message: "broken", replication: 1 });
  });

  it("names the replication of a thread that ends by itself", async () => {
    const pool = aPool(2, "if (replication === 1) process.exit(7); else answer(replication);");
    const failure = await pool.execute(aJob(), [0, 1, 2]).catch((error) => error);
    expect(failure.message).toContain("code 7");
    expect(failure.replication).toBe(1);
  });

  it("puts another thread in the place of one that ended, so that what is asked for next is simulated", async () => {
    const pool = aPool(2, "if (replication === 1) process.exit(7); else answer(replication);");
    await expect(pool.execute(aJob(), [1])).rejects.toThrow("ended by itself");
    await expect(pool.execute(aJob(), [1])).rejects.toThrow("ended by itself");
    expect(await pool.execute(aJob(), [0, 2, 3])).toHaveLength(3);
  });

  it("begins no other replication once whoever hears of them has had enough", async () => {
    const pool = aPool(2, "answer(replication);");
    let heard = 0;
    const failure = await pool
      .execute(aJob(), [0, 1, 2, 3, 4, 5, 6, 7], () => {
        heard++;
        throw new Error("enough");
      })
      .catch((error) => error);
    expect(failure.message).toBe("enough");
    // The same threads, asked for more, have first done all that they had begun.
    await pool.execute(aJob(), [0, 1, 2, 3]);
    expect(heard).toBeLessThanOrEqual(2);
  });

  it("stops when it is told to", async () => {
    const stop = new AbortController();
    const pool = aPool(2, "if (replication > 1) return; answer(replication);", stop.signal);
    const simulating = pool.execute(aJob(), [0, 1, 2, 3]).catch((error) => error);
    stop.abort("enough");
    expect(await simulating).toBe("enough");
  });

  const TOGETHER = "jobs.forEach((_, of) => { for (const r of replications) part(of, r); });";

  it("simulates jobs together, in parts, and gives each job's results in the order asked for", async () => {
    const pool = aPool(2, `${TOGETHER} done();`);
    const jobs = ["a", "b"].map((seed) => jobOf(aScenario(), { seed }));
    const heard: string[] = [];
    const asked = [...Array(21).keys()].reverse();
    const results = await pool.executeTogether(jobs, asked, ({ result }, job) => {
      heard.push(`${job.seed}${result.replication}`);
    });
    expect(results.map((ofJob) => ofJob.map(({ replication }) => replication))).toEqual([asked, asked]);
    expect(results.map(([first]) => first.values[0])).toEqual(["a", "b"]);
    expect(heard.sort()).toEqual(jobs.flatMap(({ seed }) => asked.map((r) => `${seed}${r}`)).sort());
  });

  it("names the job and replication that failed among jobs that are simulated together", async () => {
    const pool = aPool(
      2,
      "if (jobs === undefined) answer(replication); else { part(0, replications[0]); fail(1, 5); }",
    );
    const jobs = ["a", "b"].map((seed) => jobOf(aScenario(), { seed }));
    const failure = await pool.executeTogether(jobs, [5, 6, 7]).catch((error) => error);
    expect(failure).toMatchObject({ message: "odd", job: jobs[1], replication: 5 });
    expect(await pool.execute(aJob(), [0, 1])).toHaveLength(2);
  });

  it("ends jobs together when a thread breaks down, when whoever hears has had enough, and when told to", async () => {
    const jobs = ["a", "b"].map((seed) => jobOf(aScenario(), { seed }));
    const broken = aPool(2, 'throw new Error("broken");');
    await expect(broken.executeTogether(jobs, [4, 5])).rejects.toMatchObject({ message: "broken" });
    const going = aPool(2, `${TOGETHER} done();`);
    const enough = (): Promise<void> => Promise.reject(new Error("enough"));
    await expect(going.executeTogether(jobs, [0, 1], enough)).rejects.toThrow("enough");
    const stop = new AbortController();
    const silent = aPool(2, "part(0, replications[0]);", stop.signal).executeTogether(jobs, [0, 1]);
    stop.abort("told to");
    await expect(silent).rejects.toBe("told to");
  });
});
