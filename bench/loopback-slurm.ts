import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { cpus, hostname, tmpdir } from "node:os";
import { join } from "node:path";

/** A Slurm of one machine, reached through its configuration alone. */
export interface LoopbackSlurm {
  /** Environment under which sbatch and its like find it. */
  readonly env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

const PROGRAMS = ["munged", "slurmctld", "slurmd", "sbatch", "sinfo", "squeue"];
const PATH = `${process.env.PATH}:/usr/sbin:/sbin`;

/** Says whether Slurm is installed and may be started, which takes root. */
export function hasSlurm(): boolean {
  const isThere = (program: string): boolean =>
    PATH.split(":").some((folder) => existsSync(join(folder, program)));
  return process.getuid?.() === 0 && PROGRAMS.every(isThere);
}

/**
 * Starts a Slurm of one node on the loopback address, without systemd, accounting or cgroups, and waits
 * until the node is idle.
 */
export async function startSlurm(): Promise<LoopbackSlurm> {
  const folder = mkdtempSync(join(tmpdir(), "linksim-slurm-"));
  for (const name of ["state", "spool", "run"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "munge.key"), randomBytes(1024), { mode: 0o400 });
  writeFileSync(join(folder, "slurm.conf"), configuration(folder));
  const env = { ...process.env, PATH, SLURM_CONF: join(folder, "slurm.conf") };
  const daemons: ChildProcess[] = [];
  const start = (program: string, words: readonly string[]): void => {
    // To files: a pipe to a daemon's children would never close.
    const log = openSync(join(folder, `${program}.out`), "a");
    daemons.push(spawn(program, words, { env, stdio: ["ignore", log, log] }));
  };
  const stop = async (): Promise<void> => {
    for (const daemon of daemons.reverse()) await end(daemon);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const socket = join(folder, "run", "munge.sock");
    start("munged", [
      "--foreground",
      "--force",
      `--key-file=${join(folder, "munge.key")}`,
      `--socket=${socket}`,
      `--pid-file=${join(folder, "run", "munged.pid")}`,
      `--log-file=${join(folder, "munged.log")}`,
      `--seed-file=${join(folder, "run", "munge.seed")}`,
    ]);
    await until("munged listens", () => existsSync(socket));
    start("slurmctld", ["-D", "-c"]);
    start("slurmd", ["-D"]);
    await until("the node is idle", () => {
      try {
        const words = ["--noheader", "--format=%T"];
        return execFileSync("sinfo", words, {
          env,
          encoding: "utf8",
          timeout: 60_000,
          stdio: "pipe",
        }).includes("idle");
      } catch {
        return false;
      }
    });
  } catch (failure) {
    await stop();
    throw failure;
  }
  return { env, stop };
}

/** Waits until something holds, ten minutes at most unless another number of seconds is given. */
export async function until(what: string, holds: () => boolean, seconds = 600): Promise<void> {
  for (let waits = 0; waits < seconds * 5; waits++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`waited ${seconds} s in vain until ${what}`);
}

/** Ends a daemon, kindly at first. */
async function end(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null || daemon.signalCode !== null) return;
  const ended = new Promise((resolve) => daemon.once("exit", resolve));
  daemon.kill("SIGTERM");
  const impatience = setTimeout(() => daemon.kill("SIGKILL"), 5000);
  await ended;
  clearTimeout(impatience);
}

function configuration(folder: string): string {
  const node = hostname().split(".")[0];
  return `ClusterName=loop
SlurmctldHost=${node}(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=${folder}/run/munge.sock
SlurmctldPort=16817
SlurmdPort=16818
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/run/slurmctld.pid
SlurmdPidFile=${folder}/run/slurmd.pid
SlurmctldLogFile=${folder}/slurmctld.log
SlurmdLogFile=${folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SchedulerType=sched/backfill
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
DefMemPerCPU=500
ReturnToService=2
MaxArraySize=10001
SlurmctldTimeout=30
SlurmdTimeout=30
SchedulerParameters=batch_sched_delay=0,sched_min_interval=0,sched_interval=1,bf_interval=1
NodeName=${node} NodeAddr=127.0.0.1 CPUs=${cpus().length} RealMemory=3000 State=UNKNOWN
PartitionName=main Nodes=${node} Default=YES MaxTime=INFINITE State=UP
`;
}
