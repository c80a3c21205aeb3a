import { unpackTree } from "../packed-tree.ts";
import type { ScenarioSources } from "../sources.ts";
import { decodeText } from "./decode-text.ts";
import { folderOf, isAbsolute, isWithin, join } from "./paths.ts";
import type { ProblemList } from "./problem-list.ts";
import { type Place, rendering, type Tree } from "./tree.ts";

/**
 * Holds one text that took part in a scenario; a byte order mark is kept, so that encoding it gives the
 * bytes of the file.
 */
export interface ScenarioFile {
  readonly path: string;
  readonly text: string;
}

/** Says who asked for a file, for the problem if it cannot be had. */
export interface Asker {
  readonly place: Place;
  readonly path: string;
}

/** What names a scenario of the library rather than a file: no folder, no ending. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

/** Reads files through the port, and only those that a scenario may reach. */
export class ReachableFiles {
  readonly read: ScenarioFile[] = [];
  readonly #sources: ScenarioSources;
  readonly #problems: ProblemList;
  #roots: readonly string[] = [];

  constructor(sources: ScenarioSources, problems: ProblemList) {
    this.#sources = sources;
    this.#problems = problems;
  }

  /**
   * Opens the folders that a scenario may name files in: its own, the roots, and the library if it lies
   * there.
   */
  openFor(entry: string): void {
    const { roots, library } = this.#sources;
    const own = folderOf(this.absolute(entry));
    const isInLibrary = library !== undefined && isWithin(this.absolute(library), own);
    this.#roots = [
      own,
      ...roots.map((root) => this.absolute(root)),
      ...(isInLibrary ? [this.absolute(library)] : []),
    ];
  }

  /** Turns a path written in a file into one that can be read, or says why it may not be. */
  resolve(named: Tree, file: string, path: string): string | null {
    const refuse = (expected: string, hint: string): null => {
      this.#problems.add(named.place, path, { found: rendering(named), expected, hint });
      return null;
    };
    const written = named.kind === "scalar" ? named.value : undefined;
    if (typeof written !== "string" || written === "") {
      return refuse("the path of a file", "Name a file beside this one.");
    }
    if (written.includes("\0") || written.includes("\\")) {
      return refuse("a path with `/` only", "Write folders with `/`.");
    }
    const { library } = this.#sources;
    if (library !== undefined && NAME.test(written) && !this.#isBeside(file, written)) {
      this.#roots = [...this.#roots, this.absolute(library)];
      return join(library, written);
    }
    if (isAbsolute(written)) {
      return refuse("a path from the folder of this file", "Absolute paths are refused.");
    }
    const target = join(folderOf(file), written);
    if (this.#roots.some((root) => isWithin(root, this.absolute(target)))) return target;
    return refuse(
      "a path within the scenario's folder or the working directory",
      "Copy the file there, or start from a folder that holds both.",
    );
  }

  #isBeside(file: string, written: string): boolean {
    const target = join(folderOf(file), written);
    return [target, join(target, "scenario.yaml")].some((path) => this.#sources.read(path) !== null);
  }

  /**
   * Finds a scenario, a file or a folder that holds scenario.yaml; reports it and gives null if there is
   * none.
   */
  find(path: string, asker: Asker, expected: string): string | null {
    for (const candidate of [path, join(path, "scenario.yaml")]) {
      const bytes = this.#bytes(candidate, asker);
      if (bytes === undefined) return null;
      if (bytes !== null) return candidate;
    }
    this.#problems.add(asker.place, asker.path, { found: `no such file: ${path}`, expected });
    return null;
  }

  /** Reads a text of at most so many bytes; reports it and gives null if it cannot be had. */
  text(path: string, asker: Asker, limitBytes: number, expected: string): string | null {
    const bytes = this.#bytes(path, asker);
    if (bytes === undefined) return null;
    if (bytes === null) {
      this.#problems.add(asker.place, asker.path, { found: `no such file: ${path}`, expected });
      return null;
    }
    this.#problems.mention(path);
    const text = decodeText(path, bytes, limitBytes, this.#problems);
    if (text !== null && !this.read.some((file) => file.path === path)) this.read.push({ path, text });
    return text === null ? null : text.replace(/^\uFEFF/, "");
  }

  /** Gives what the defaults say where that is known without reading their text. */
  packed(path: string, text: string): Tree | undefined {
    if (path !== this.#sources.defaults) return undefined;
    const packed = this.#sources.packedDefaults?.(text);
    return packed === undefined ? undefined : unpackTree(packed, path);
  }

  /** Writes a path from the root, so that two names of one file can be known as one. */
  absolute(path: string): string {
    return join(this.#sources.directory ?? "/", path);
  }

  /** Gives the bytes, null if there is no such file, and undefined (with a problem) if it cannot be read. */
  #bytes(path: string, asker: Asker): Uint8Array | null | undefined {
    try {
      return this.#sources.read(path);
    } catch (failure) {
      const why = failure instanceof Error ? failure.message.split("\n")[0] : "unknown reason";
      const found = `${path}, which cannot be read (${why})`;
      this.#problems.add(asker.place, asker.path, { found, expected: "a file that can be read" });
      return undefined;
    }
  }
}
