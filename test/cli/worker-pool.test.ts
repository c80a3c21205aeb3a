import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { openPool, TaskError } from "../../cli/threads/pool.ts";
import { aFolder } from "./linksim.ts";

const never = new AbortController().signal;

/** Opens a pool whose threads do what a script says; `replication` and `answer(result)` are there. */
function aPool(workers: number, body: string, signal: AbortSignal = never) {
  const script = join(aFolder(), "worker.mjs");
  writeFileSync(
    script,
    `import { parentPort } from "node:worker_threads";
     parentPort.on("message", (task) => {
       const { replication } = task;
       const answer = (result) => parentPort.postMessage({ task, result: { replication: result } });
       ${body}
     });`,
  );
  const pool = openPool(workers, [], "1", signal, pathToFileURL(script));
  onTestFinished(() => pool.close());
  return pool;
}

describe("a pool of threads", () => {
  it("gives results in the order asked for, whichever thread was first", async () => {
    const pool = aPool(3, "setTimeout(() => answer(replication), 30 - 5 * replication);");
    const asked = [0, 1, 2, 3, 4, 5];
    let heard = 0;
    const results = await pool.play(0, asked, () => {
      heard++;
    });
    expect(results.map(({ replication }) => replication)).toEqual(asked);
    expect(heard).toBe(6);
  });

  it("plays again after it has played", async () => {
    const pool = aPool(2, "answer(replication);");
    await pool.play(0, [0, 1, 2], () => {});
    const more = await pool.play(1, [3, 4], () => {});
    expect(more.map(({ replication }) => replication)).toEqual([3, 4]);
  });

  it("names the task that failed", async () => {
    const pool = aPool(
      2,
      'if (replication === 3) parentPort.postMessage({ task, failure: "odd" }); else answer(replication);',
    );
    const failure = await pool.play(2, [0, 1, 2, 3, 4], () => {}).catch((error) => error);
    expect(failure).toBeInstanceOf(TaskError);
    expect(failure).toMatchObject({ message: "odd", task: { job: 2, replication: 3 } });
  });

  it("names the task of a thread that breaks down", async () => {
    const pool = aPool(2, 'if (replication === 1) throw new Error("broken"); else answer(replication);');
    const failure = await pool.play(0, [0, 1, 2], () => {}).catch((error) => error);
    expect(failure).toMatchObject({ message: "broken", task: { replication: 1 } });
  });

  it("names the task of a thread that ends by itself", async () => {
    const pool = aPool(2, "if (replication === 1) process.exit(7); else answer(replication);");
    const failure = await pool.play(0, [0, 1, 2], () => {}).catch((error) => error);
    expect(failure.message).toContain("code 7");
    expect(failure.task.replication).toBe(1);
  });

  it("stops when it is told to", async () => {
    const stop = new AbortController();
    const pool = aPool(2, "if (replication > 1) return; answer(replication);", stop.signal);
    const playing = pool.play(0, [0, 1, 2, 3], () => {}).catch((error) => error);
    stop.abort("enough");
    expect(await playing).toBe("enough");
  });
});
