import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, lstatSync, renameSync, statSync } from "node:fs";
import { type FileHandle, mkdir, rm, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import type { OutboundFolder } from "../../config/channel/outbound-channel.ts";
import { createAnew, outgoingMode } from "../../disk/create-file.ts";
import { folderQuestions } from "../../disk/folder-questions.ts";
import { readPieces } from "../../disk/open-file.ts";
import { syncFolders } from "../../disk/sync-folder.ts";
import { errorCode, errorMessage } from "../../runtime/error-message.ts";
import { ChannelError } from "../channel-error.ts";
import { targetPath, temporaryPath } from "../outgoing-paths.ts";
import type { OutgoingFile, Outlet, Sighting, WrittenOut } from "../outlet.ts";
import { ofDisk, ofFolder } from "./unwritable.ts";

/** Files written at once: as many as the pool of threads has. */
const inFlight = 4;

/** A folder on this machine as the place where a channel puts its files. */
export class FolderOutlet implements Outlet {
  readonly inFlight = inFlight;
  readonly #channel: Pick<OutboundFolder, "name" | "base" | "path">;

  constructor(channel: Pick<OutboundFolder, "name" | "base" | "path">) {
    this.#channel = channel;
  }

  write(outgoing: OutgoingFile, bytes: Uint8Array): Promise<WrittenOut> {
    return this.#trying(outgoing.folder, async () => {
      const path = temporaryPath(outgoing);
      if (dirname(path) !== outgoing.folder) await this.#makeFolder(outgoing.folder);
      const handle = await this.#create(path, dirname(path));
      try {
        await handle.writeFile(bytes);
        await handle.sync();
        const { size } = await handle.stat();
        if (size !== bytes.byteLength)
          throw new Error(
            `${path} has ${size} bytes and not the ${bytes.byteLength} written to it`,
          );
      } finally {
        await handle.close();
      }
      const there = lstatSync(path, { throwIfNoEntry: false });
      return { now: there === undefined ? "gone" : "there", note: null };
    });
  }

  publish(outgoing: OutgoingFile): Promise<"named" | "taken" | "gone"> {
    return this.#trying(outgoing.folder, async () => {
      const temporary = temporaryPath(outgoing);
      const placed = placeHere(temporary, outgoing);
      if (placed === "placed") return "named";
      if (placed === "gone") {
        const now = await lookFor(outgoing);
        if (now === "temporary") throw new Error(`${temporary} is there again after it was gone`);
        return now;
      }
      if (!(await isOurs(outgoing))) return "taken";
      await rm(temporary, { force: true });
      return "named";
    });
  }

  look(outgoing: OutgoingFile): Promise<Sighting> {
    return this.#trying(outgoing.folder, () => lookFor(outgoing));
  }

  removeTemporary(outgoing: OutgoingFile): Promise<boolean> {
    return this.#trying(outgoing.folder, async () => {
      try {
        // Not `rm`, which is content when somebody takes the file between its look and its removal.
        await unlink(temporaryPath(outgoing));
        return true;
      } catch (error) {
        if (errorCode(error) !== "ENOENT") throw error;
        return false;
      }
    });
  }

  syncNames(folders: readonly string[]): Promise<void> {
    return this.#trying(folders[0] ?? this.#channel.base, () => syncFolders(...folders));
  }

  reach(): Promise<void> {
    const { base, path } = this.#channel;
    return this.#trying(base, async () => {
      this.#needBase();
      // Where files go into folders below, those may be others' to make, and this one closed to writing.
      accessSync(base, base === path ? constants.W_OK | constants.X_OK : constants.X_OK);
    });
  }

  async #create(path: string, folder: string): Promise<FileHandle> {
    try {
      // What is there under a name that nobody can guess is what is left of an earlier try.
      return await createAnew(path, outgoingMode);
    } catch (error) {
      if (errorCode(error) !== "ENOENT") throw error;
      await this.#makeFolder(folder);
      return await createAnew(path, outgoingMode);
    }
  }

  /** Below the folder that has to be there; that one is never made, since its drive may only be away. */
  async #makeFolder(folder: string): Promise<void> {
    this.#needBase();
    const first = await mkdir(folder, { recursive: true });
    if (first === undefined) return;
    const made: string[] = [];
    for (let one = folder; one.length >= first.length; one = dirname(one)) made.push(dirname(one));
    await syncFolders(...made);
  }

  #needBase(): void {
    const { name, base } = this.#channel;
    if (statSync(base, { throwIfNoEntry: false })?.isDirectory()) return;
    throw new ChannelError(
      "missing",
      `The folder ${base} of channel "${name}" is not there or is no folder. Create it, mount its drive, or correct "path".`,
    );
  }

  /** What is done in a folder on a mount that hangs would hold up every channel. */
  async #refuseSilent(): Promise<void> {
    const { name, base } = this.#channel;
    if (await folderQuestions.answers(base)) return;
    throw new ChannelError(
      "silent",
      `The folder ${base} of channel "${name}" does not answer: is the server of its mount gone? Mount it again, or restart Busbar if it hangs for good.`,
    );
  }

  async #trying<T>(folder: string, work: () => Promise<T>): Promise<T> {
    await this.#refuseSilent();
    try {
      return await work();
    } catch (error) {
      if (error instanceof ChannelError) throw error;
      this.#needBase();
      const { name, base } = this.#channel;
      const code = errorCode(error) ?? "";
      const why = ofDisk[code] ?? (isClosed(base) || folder === base ? ofFolder[code] : undefined);
      if (why === undefined) throw ofParcel(folder, error);
      throw new ChannelError(
        "unusable",
        `Nothing can be put into ${base} of channel "${name}": ${why} (${errorMessage(error)}).`,
        { cause: error },
      );
    }
  }
}

/**
 * Gives it its name when that is free; `gone` also when its folder is there and it is not. Linking and
 * unlinking would leave it to the system to refuse a name that is taken, but the file has two names for a
 * moment then: whoever takes all that is there takes it twice. So it is a look and a rename, with nothing
 * in between: what somebody else puts under the same name in just that moment is replaced.
 */
function placeHere(temporary: string, outgoing: OutgoingFile): "placed" | "taken" | "gone" {
  const target = targetPath(outgoing);
  try {
    if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) return "taken";
    renameSync(temporary, target);
    return "placed";
  } catch (error) {
    if (errorCode(error) !== "ENOENT" || !existsSync(outgoing.folder)) throw error;
    return "gone";
  }
}

/** Whether we may put nothing into a folder, nor into those below it. */
function isClosed(folder: string): boolean {
  try {
    accessSync(folder, constants.X_OK);
    return false;
  } catch {
    return true;
  }
}

/** What keeps one file from its folder, below the one that the channel has, with what to do. */
function ofParcel(folder: string, error: unknown): unknown {
  const code = errorCode(error) ?? "";
  if (code === "EEXIST" || code === "ENOTDIR")
    return new Error(
      `A file is in the way of the folder ${folder}. Have it taken away (${errorMessage(error)}).`,
      { cause: error },
    );
  if (code === "EXDEV")
    return new Error(
      `The folder for temporary names is on another mount than ${folder}: set "temporary" to a folder on the same (${errorMessage(error)}).`,
      { cause: error },
    );
  const why = ofFolder[code];
  if (why === undefined) return error;
  return new Error(`Nothing can be put into ${folder}: ${why} (${errorMessage(error)}).`, {
    cause: error,
  });
}

async function lookFor(outgoing: OutgoingFile): Promise<Sighting> {
  const target = lstatSync(targetPath(outgoing), { throwIfNoEntry: false });
  const temporary = lstatSync(temporaryPath(outgoing), { throwIfNoEntry: false });
  if (temporary !== undefined) {
    if (target === undefined) return "temporary";
    // A name was linked and a crash came before the other was unlinked: giving it once more ends that.
    const isLinked = target.ino === temporary.ino && target.dev === temporary.dev;
    return isLinked || (await isOurs(outgoing)) ? "temporary" : "taken";
  }
  if (target === undefined) return "gone";
  return (await isOurs(outgoing)) ? "named" : "taken";
}

/** Whether our very bytes are under the file's name. */
async function isOurs(outgoing: OutgoingFile): Promise<boolean> {
  const path = targetPath(outgoing);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size !== outgoing.sizeBytes) return false;
  try {
    return (await hashOf(path)) === outgoing.hash;
  } catch (error) {
    if (errorCode(error) === "EACCES") return false;
    throw error;
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(readPieces(path), hash);
  return hash.digest("hex");
}
