import { join } from "node:path";
import { type EnsembleManifest, readEnsembleManifest } from "../../sim/ensemble/manifest.ts";
import { type EnsembleMember, readMembersFile } from "../../sim/ensemble/members-file.ts";
import { NotPlain, readPlain } from "../disk/plain-file.ts";
import { messages } from "../messages/index.ts";
import { shownPath } from "../scenarios/files.ts";
import { libraryFolder } from "../scenarios/package-folder.ts";
import { modelVersion } from "../store/model-version.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { refusing } from "./refusing.ts";

/** An ensemble as a folder holds it. */
export interface EnsembleFolder {
  /** As the user named it. */
  readonly folder: string;
  readonly members: readonly EnsembleMember[];
  readonly manifest: EnsembleManifest;
  /** Whether another version of the model found them. */
  readonly isOfOtherModel: boolean;
  /** Reads another file of the folder; null where there is none. */
  readonly bytesOf: (name: string) => Uint8Array | null;
}

const MEMBERS = "members.csv";
const MANIFEST = "ensemble.yaml";
const MAX_BYTES = 5_000_000;

/**
 * Reads the ensemble that an argument names, from here or from those that come with linksim; says everything
 * that is wrong with it.
 */
export function readEnsembleFolder(argument: string): EnsembleFolder {
  const library = libraryFolder();
  const places = [argument, join(library, "ensembles", argument), join(library, argument)];
  const folder = argument === "" ? undefined : places.find((place) => bytesIn(place, MANIFEST) !== null);
  const about = folder === undefined ? null : bytesIn(folder, MANIFEST);
  if (folder === undefined || about === null) throw badInput(messages.noEnsemble(argument, MANIFEST));
  const rows = bytesIn(folder, MEMBERS);
  if (rows === null) throw badInput(messages.noEnsemble(argument, MEMBERS));
  const manifest = refusing(() => readEnsembleManifest(shownPath(join(folder, MANIFEST)), about));
  const members = refusing(() => readMembersFile(shownPath(join(folder, MEMBERS)), rows));
  return {
    folder: argument,
    members,
    manifest,
    isOfOtherModel: manifest.model !== null && manifest.model !== modelVersion(),
    bytesOf: (name) => bytesIn(folder, name),
  };
}

/** Reads a regular file of a folder; null where there is none. */
function bytesIn(folder: string, name: string): Uint8Array | null {
  const path = shownPath(join(folder, name));
  try {
    return readPlain(path, MAX_BYTES);
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    if (failure instanceof NotPlain) throw badInput(messages.notPlain(path, failure.message));
    throw badInput(messages.cannotRead(path, failure));
  }
}
