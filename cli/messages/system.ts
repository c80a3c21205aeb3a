import { visibleName } from "../../sim/words/visible.ts";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "the system does not permit it",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "your disk quota is used up",
  EFBIG: "the file would be larger than allowed",
  ENOTDIR: "a part of its path is a file, not a folder",
  EEXIST: "a part of its path is a file, not a folder",
  ENOENT: "a folder on its path does not exist",
  ENAMETOOLONG: "the name is too long",
  EMFILE: "too many files are open",
  EIO: "the disk reports an error",
};

/** Says in words why the system refused a file operation. */
export function systemReason(failure: unknown): string {
  const { code, message } = failure as { code?: string; message?: string };
  return (code === undefined ? undefined : REASONS[code]) ?? message?.split("\n")[0] ?? "unknown reason";
}

export const cannotRead = (path: string, failure: unknown): string =>
  `${path} could not be read: ${systemReason(failure)}.`;

export const cannotWrite = (path: string, failure: unknown): string =>
  `${path} could not be written: ${systemReason(failure)}.`;

export const cannotWriteOutput = (failure: unknown): string =>
  `The output could not be written: ${systemReason(failure)}.`;

/**
 * Says that the program failed in a way that nobody provided for: at a refusal of the system, or by a fault
 * of its own.
 */
export function unexpected(failure: unknown): string {
  const hint = "Set LINKSIM_DEBUG=1 to see where it happened";
  if (failure instanceof Error && "syscall" in failure)
    return `linksim failed: ${systemReason(failure)} (${visibleName(failure.message)}).\n${hint}.`;
  const why = visibleName(failure instanceof Error ? failure.message : String(failure));
  return `linksim failed: ${why}\nThis is a fault in linksim. ${hint}, and report it.`;
}
