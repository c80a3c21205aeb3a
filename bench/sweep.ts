import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasSlurm, startSlurm, until } from "./loopback-slurm.ts";

/**
 * Proves on a sweep of 500 points what is promised of sweeps: two threads against one, and against two
 * processes that share nothing, then killed 20 times at random and resumed, then as a Slurm array of 10
 * tasks, all of them with the same bytes. Run it on an idle machine: `npm run bench:sweep` takes a quarter
 * of an hour on two cores; `scaling` does the threads alone. Words after `all` or `scaling` go to the sweep:
 * `all --replications 1` is shorter, but V8 compiles the program anew in each thread, some three seconds, so
 * that short sweeps scale less.
 */
const SWEEP = ["sweep", "scenarios/sweeps/funding-cut.yaml", "--quiet"];
const KILLS = 20;
const TASKS = "10";
const GOAL = 1.7;
const MAIN = join("dist", "cli", "main.js");

const [kind, ...more] = process.argv.slice(2);
const words = [...SWEEP, ...more];
const folder = mkdtempSync(join(tmpdir(), "linksim-bench-"));

function start(out: string, ...others: readonly string[]): ChildProcess {
  return spawn(process.execPath, [MAIN, ...words, "--out", join(folder, out), ...others], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.on("close", (code) => resolve(code)));

/** Simulates the sweep to its end and gives the seconds of the whole process. */
async function simulate(out: string, ...others: readonly string[]): Promise<number> {
  const began = performance.now();
  if ((await ended(start(out, ...others))) !== 0) throw new Error(`the sweep ${out} failed`);
  return (performance.now() - began) / 1000;
}

/**
 * Simulates the two halves of the sweep in two processes that share nothing: no threads of one program can
 * do better on these cores.
 */
async function runHalves(): Promise<number> {
  const began = performance.now();
  const codes = await Promise.all(
    [1, 2].map((part) => {
      const place = ["--store", join(folder, `half-${part}`), "--shard", `${part}/2`, "--workers", "1"];
      return ended(spawn(process.execPath, [MAIN, ...words, ...place], { stdio: "ignore" }));
    }),
  );
  if (codes.some((code) => code !== 0)) throw new Error("a half of the sweep failed");
  return (performance.now() - began) / 1000;
}

/** Digests every file of a results folder but run.json, which tells the time. */
function digestOf(out: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(out).sort())
    if (name !== "run.json") hash.update(`${name}\0`).update(readFileSync(join(out, name)));
  return hash.digest("hex");
}

/** Kills the sweep at random moments, which differ from run to run, and then lets it end. */
async function runKilled(out: string, seconds: number): Promise<number> {
  let kills = 0;
  while (kills < KILLS) {
    const child = start(out, "--workers", "2");
    const end = ended(child);
    // On average the kills leave a tenth of the whole to be simulated at the end.
    const wait = 1 + (Math.random() * 1.8 * seconds) / KILLS;
    await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    if (!child.kill("SIGKILL")) break;
    if ((await end) === 0) break;
    kills++;
  }
  await simulate(out, "--workers", "2");
  return kills;
}

async function runArray(): Promise<string> {
  const jobs = join(folder, "slurm");
  execFileSync(process.execPath, [MAIN, ...words, "--slurm", jobs, "--tasks", TASKS], { stdio: "inherit" });
  const { env, stop } = await startSlurm();
  try {
    execFileSync("sh", [join(jobs, "submit.sh")], { env, stdio: "inherit" });
    const queue = (): string => execFileSync("squeue", ["--noheader"], { env, encoding: "utf8" });
    await until("the jobs have ended", () => queue().trim() === "", 3600);
  } finally {
    await stop();
  }
  return join(jobs, "results");
}

function row(name: string, figure: string, digest = ""): void {
  console.log(`${name.padEnd(44)}${figure.padStart(12)}  ${digest.slice(0, 16)}`);
}

try {
  console.log(`Node ${process.version}; ${words.join(" ")}\n`);
  const two = await simulate("two", "--workers", "2");
  const whole = digestOf(join(folder, "two"));
  row("2 threads", `${two.toFixed(1)} s`, whole);
  const one = await simulate("one", "--workers", "1");
  row("1 thread", `${one.toFixed(1)} s`, digestOf(join(folder, "one")));
  row(`2 threads against 1 (goal ${GOAL})`, `x ${(one / two).toFixed(2)}`);
  const halves = await runHalves();
  row("two processes of 1 thread, half of it each", `${halves.toFixed(1)} s`);
  row("what two cores of this machine can give", `x ${(one / halves).toFixed(2)}`);
  const digests = [whole, digestOf(join(folder, "one"))];
  if (kind !== "scaling") {
    const kills = await runKilled("killed", two);
    digests.push(digestOf(join(folder, "killed")));
    row("killed at random and resumed", `${kills} kills`, digests.at(-1));
    if (hasSlurm()) {
      digests.push(digestOf(await runArray()));
      row("as a Slurm array", `${TASKS} tasks`, digests.at(-1));
    } else row("as a Slurm array", "no Slurm");
  }
  const isSame = new Set(digests).size === 1;
  console.log(isSame ? "\nAll of them gave the same bytes." : "\nThey gave DIFFERENT bytes.");
  process.exitCode = isSame ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
