/** Removes `.` and `..` from a path with `/`; a relative path may keep leading `..`. */
export function normalise(path: string): string {
  const isRooted = path.startsWith("/");
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.length > 0 && parts[parts.length - 1] !== "..") parts.pop();
    else if (!isRooted) parts.push("..");
  }
  return (isRooted ? "/" : "") + parts.join("/") || ".";
}

/** Names the folder of a path. */
export function folderOf(path: string): string {
  const cut = normalise(path).lastIndexOf("/");
  return cut < 0 ? "." : cut === 0 ? "/" : normalise(path).slice(0, cut);
}

/** Joins a folder and a path below it; an absolute path stays as it is. */
export const join = (folder: string, path: string): string =>
  isAbsolute(path) ? normalise(path) : normalise(`${folder}/${path}`);

/** Knows absolute paths of POSIX and of Windows. */
export const isAbsolute = (path: string): boolean => path.startsWith("/") || /^[A-Za-z]:/.test(path);

/** Says whether a path lies in a folder; both must be absolute. */
export function isWithin(folder: string, path: string): boolean {
  const root = normalise(folder);
  return root === "/" || path === root || path.startsWith(`${root}/`);
}
