import { createHash } from "node:crypto";
import { createReadStream, lstatSync, statSync } from "node:fs";
import { type FileHandle, mkdir, open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import type { OutboundFolder } from "../../config/outbound-channel.ts";
import { ChannelError, errorCode, errorText } from "../channel-error.ts";
import type { Outlet, Parcel, Sighting } from "../outlet.ts";
import { textName } from "./disk-name.ts";
import { placeFile } from "./place-file.ts";
import { syncFolders } from "./sync-folder.ts";

/** Errors that the next file of the channel would meet as well. */
const ofChannel: Readonly<Record<string, string>> = {
  ENOSPC: "its disk is full: make room",
  EDQUOT: "the user that runs Busbar may use no more of its disk: make room",
  EROFS: "its disk is mounted read-only",
  EIO: "its disk fails",
  ESTALE: "its network drive is gone",
  ENOTCONN: "its network drive is gone",
};

/** Files written at once: as many as the pool of threads has. */
const inFlight = 4;

/** A folder on this machine as the place where a channel puts its files. */
export class FolderOutlet implements Outlet {
  readonly inFlight = inFlight;
  readonly #channel: Pick<OutboundFolder, "name" | "base">;

  constructor(channel: Pick<OutboundFolder, "name" | "base">) {
    this.#channel = channel;
  }

  write(parcel: Parcel, bytes: Uint8Array): Promise<void> {
    return this.#trying(async () => {
      const path = temporaryPath(parcel);
      const handle = await this.#create(path, parcel.folder);
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
    });
  }

  giveName(parcel: Parcel): Promise<"named" | "taken"> {
    return this.#trying(async () => {
      const placed = placeFile(temporaryPath(parcel), parcel.folder, [textName(parcel.name)]);
      return placed === null ? "taken" : "named";
    });
  }

  look(parcel: Parcel): Promise<Sighting> {
    return this.#trying(async () => {
      const target = lstatSync(targetPath(parcel), { throwIfNoEntry: false });
      const temporary = lstatSync(temporaryPath(parcel), { throwIfNoEntry: false });
      if (temporary !== undefined) {
        // A name was linked and a crash came before the other was unlinked: giving it once more ends that.
        const linked = target?.ino === temporary.ino && target.dev === temporary.dev;
        return target === undefined || linked ? "temporary" : "taken";
      }
      if (target === undefined) return "gone";
      if (target.size !== parcel.sizeBytes) return "taken";
      return (await hashOf(targetPath(parcel))) === parcel.hash ? "named" : "taken";
    });
  }

  removeTemporary(parcel: Parcel): Promise<void> {
    return this.#trying(() => rm(temporaryPath(parcel), { force: true }));
  }

  syncNames(folders: readonly string[]): Promise<void> {
    return this.#trying(() => syncFolders(...folders));
  }

  async #create(path: string, folder: string): Promise<FileHandle> {
    try {
      return await open(path, "wx");
    } catch (error) {
      const code = errorCode(error);
      // What lies there under a name that nobody can guess is what is left of an earlier try.
      if (code === "EEXIST") await rm(path, { force: true });
      else if (code === "ENOENT") await this.#makeFolder(folder);
      else throw error;
      return await open(path, "wx");
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

  async #trying<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ChannelError) throw error;
      this.#needBase();
      const why = ofChannel[errorCode(error) ?? ""];
      if (why === undefined) throw error;
      const { name, base } = this.#channel;
      throw new ChannelError(
        "unusable",
        `Nothing can be put into ${base} of channel "${name}": ${why} (${errorText(error)}).`,
        { cause: error },
      );
    }
  }
}

const temporaryPath = ({ folder, temporary }: Parcel) => `${folder}/${temporary}`;
const targetPath = ({ folder, name }: Parcel) => `${folder}/${name}`;

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
