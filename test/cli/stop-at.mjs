// Preloaded into the program (`node --import`) to end it at a moment of its own work, so that no clock and no luck of the scheduler
// decides what a test tries. STOP_AT holds the signal, the moment and its number, as JSON: the n-th cell half written, written beside
// its place or kept; or the n-th time that anything is asked of the disk ("disk"; without n, only their number is told at the end). With `locks`
// the folder of that name is made read-only instead.
import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";

const { signal, moment, n, locks } = JSON.parse(process.env.STOP_AT);
const { open, rename } = promises;
const isCell = (path) => String(path).endsWith(".cell");
const isBeside = (path) => /[/\\]unfinished[/\\]/.test(String(path));
let count = 0;
const isTime = (what) => what === moment && ++count === n;
const stop = () => (locks === undefined ? process.kill(process.pid, signal) : fs.chmodSync(locks, 0o555));

/** Stops before the function is called, if its turn has come. */
function stopsBefore(functions, name) {
  const original = functions[name];
  functions[name] = (...given) => {
    if (isTime("disk")) stop();
    return original.apply(functions, given);
  };
}

function watchTheDisk() {
  for (const name of ["mkdir", "rename", "unlink", "rmdir", "rm"]) stopsBefore(promises, name);
  for (const name of ["mkdtempSync", "renameSync", "unlinkSync", "rmdirSync", "rmSync", "writeFileSync"])
    stopsBefore(fs, name);
  promises.open = async (path, ...rest) => {
    if (isTime("disk")) stop();
    const file = await open(path, ...rest);
    const { writeFile } = file;
    file.writeFile = async (content) => {
      if (isTime("disk")) {
        const bytes = Buffer.from(content);
        await file.write(bytes.subarray(0, bytes.length >> 1));
        stop();
      }
      return writeFile.call(file, content);
    };
    stopsBefore(file, "sync");
    stopsBefore(file, "close");
    return file;
  };
  if (n === undefined) process.on("exit", () => fs.writeSync(2, `asked of the disk: ${count}\n`));
}

function watchCells() {
  promises.open = async (path, ...rest) => {
    const file = await open(path, ...rest);
    if (isBeside(path) && isTime("half written")) {
      file.writeFile = async (content) => {
        const bytes = Buffer.from(content);
        await file.write(bytes.subarray(0, bytes.length >> 1));
        stop();
      };
    }
    return file;
  };
  promises.rename = async (from, to) => {
    if (isCell(to) && isTime("written beside")) stop();
    await rename(from, to);
    if (isCell(to) && isTime("kept")) stop();
  };
}

if (isMainThread) {
  if (moment === "disk") watchTheDisk();
  else watchCells();
  syncBuiltinESMExports();
  if (isTime("started")) stop();
}
