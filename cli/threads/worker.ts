import { parentPort } from "node:worker_threads";
import type { Job } from "../../sim/experiment/player.ts";
import { Station } from "../../sim/experiment/station.ts";
import type { Answer, Task } from "./protocol.ts";

// pool.ts is the only one that starts this file, and the first task brings a job.
const port = parentPort!;
const station = new Station();
let current: Job;

port.on("message", ({ job = current, replication }: Task) => {
  current = job;
  try {
    if (replication === undefined) {
      send({ kind: "prepared", prepared: station.prepare(job) });
      return;
    }
    const played = station.play(job, replication);
    const { values, series, retention } = played.result;
    const columns = [
      values,
      series,
      retention,
      ...Object.values(played.journal ?? {}),
      ...Object.values(played.fates ?? {}),
    ];
    send(
      { kind: "played", played },
      columns.map(({ buffer }) => buffer as ArrayBuffer),
    );
  } catch (failure) {
    send({ kind: "failed", why: failure instanceof Error ? failure.message : String(failure) });
  }
});

function send(answer: Answer, moved: readonly ArrayBuffer[] = []): void {
  port.postMessage(answer, [...moved]);
}
