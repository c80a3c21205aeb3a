import { spawnSync } from "node:child_process";
import { PROCESS_MARK } from "../../cli/disk/process-mark.ts";

/** Gives the mark of a process of this machine that has ended. */
export function deadMark(): string {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  return markOf(pid);
}

/** Gives a mark of this machine for a process id. */
export const markOf = (pid: number): string => PROCESS_MARK.replace(/-.*$/, `-${pid}-0badcafe`);
