// Preloaded into the program (`node --import`) to end it at a moment of its own work, so that no clock and no luck of the scheduler
// decides what a test tries. STOP_AT holds the signal, the moment and its number, as JSON.
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";

const { signal, moment, n } = JSON.parse(process.env.STOP_AT);
const { open, rename } = promises;
const isCell = (path) => String(path).endsWith(".cell");
const isBeside = (path) => /[/\\]unfinished[/\\]/.test(String(path));
let count = 0;
const isTime = (what) => what === moment && ++count === n;
const stop = () => process.kill(process.pid, signal);

if (isMainThread) {
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
  syncBuiltinESMExports();
  if (isTime("started")) stop();
}
