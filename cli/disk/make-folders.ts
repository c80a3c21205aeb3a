import { lstat, mkdir, readlink, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { messages } from "../messages/index.ts";

/**
 * Makes a folder and those above it that are not there, one after another, and returns the first that was
 * made; undefined if all were there. Node's own way down (`recursive`) never comes back where a folder says
 * of its children that they do not exist, as /proc and the roots of automounters do.
 */
export async function makeFolders(folder: string): Promise<string | undefined> {
  const missing: string[] = [];
  for (let at = resolve(folder); !(await isFolder(at)) && dirname(at) !== at; at = dirname(at))
    missing.unshift(at);
  let first: string | undefined;
  for (const path of missing) if (await makeOne(path)) first ??= path;
  return first;
}

/** Says where a link points to that leads nowhere; undefined for anything else. */
export async function nowhere(path: string): Promise<string | undefined> {
  const isLink = await lstat(path).then(
    (there) => there.isSymbolicLink(),
    () => false,
  );
  if (!isLink) return undefined;
  return stat(path).then(
    () => undefined,
    ({ code }: NodeJS.ErrnoException) => (code === "ENOENT" ? readlink(path) : undefined),
  );
}

async function isFolder(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return true;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== "ENOENT") throw failure;
    const target = await nowhere(path);
    if (target !== undefined) throw new Error(messages.linkToNowhere(path, target));
    return false;
  }
  throw Object.assign(new Error(path), { code: "ENOTDIR" });
}

/** Makes one folder; false if somebody else made it in this moment. */
async function makeOne(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (code === "ENOENT" && (await isFolder(dirname(path))))
      throw new Error(messages.takesNoFolders(dirname(path)));
    throw failure;
  }
}
