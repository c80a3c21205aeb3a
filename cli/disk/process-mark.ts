import { createHash, randomBytes } from "node:crypto";
import { readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Names the machine, and on it the space in which process ids are counted: containers have their own. */
const MACHINE = createHash("sha256").update(`${hostname()}\n${processSpace()}`).digest("hex").slice(0, 8);

/**
 * Names this process among all that write to a file system that machines share: machine, process id, and a
 * word that tells it from an earlier process of that id.
 */
export const PROCESS_MARK = `${MACHINE}-${process.pid}-${randomBytes(4).toString("hex")}`;

const MARK = /^([0-9a-f]{8})-([1-9][0-9]{0,9})-[0-9a-f]{8}$/;

/**
 * Says whether a mark is that of a process of this machine that has ended. Of a process of another machine
 * nobody here can know.
 */
export function hasEnded(mark: string): boolean {
  const [, machine, id] = MARK.exec(mark) ?? [];
  if (machine !== MACHINE || mark === PROCESS_MARK) return false;
  if (Number(id) === process.pid) return true;
  try {
    process.kill(Number(id), 0);
    return false;
  } catch (failure) {
    // Anything else says that it runs, as somebody else's.
    return (failure as NodeJS.ErrnoException).code === "ESRCH";
  }
}

function processSpace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}
