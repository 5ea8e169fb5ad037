import { posix } from "node:path";
import { errorMessage, sentence } from "../../runtime/error-message.ts";
import { ChannelError } from "../channel-error.ts";
import { isDirect, targetPath, temporaryPath } from "../outgoing-paths.ts";
import type { OutgoingFile, Outlet, Sighting, WrittenOut } from "../outlet.ts";
import {
  acknowledged,
  clearBeginning,
  compare,
  lookFor,
  needWhole,
  passLinkErrors,
  passMissing,
  pieceBytes,
  seen,
  writePieces,
} from "./remote-outgoing.ts";
import { isMissing, isOfLink, SftpError } from "./sftp-error.ts";
import type { RemoteHandle, SftpLink } from "./sftp-link.ts";
import type { SftpSession } from "./sftp-session.ts";

/** What of a channel its outlet needs. */
export interface SftpTarget {
  readonly name: string;
  /** The folder that has to be there; those below it are made. */
  readonly base: string;
}

/** A folder on a partner's SFTP server as the place where a channel puts its files. */
export class SftpOutlet implements Outlet {
  readonly inFlight: number;
  readonly #target: SftpTarget;
  readonly #session: SftpSession;
  /** Requests of one file under way at once: a far server then does not cost a round trip for each piece. */
  #piecesAtOnce = 16;

  constructor(target: SftpTarget, session: SftpSession) {
    this.#target = target;
    this.#session = session;
    this.inFlight = session.server.inFlight;
  }

  write(outgoing: OutgoingFile, bytes: Uint8Array): Promise<WrittenOut> {
    return this.#with(outgoing.folder, async (link) => {
      // One piece at a time, so that what a break leaves is the beginning of it, without holes.
      if (isDirect(outgoing)) return this.#writeOnce(link, outgoing, bytes, 1);
      const atOnce = this.#piecesAtOnce;
      try {
        return await this.#writeOnce(link, outgoing, bytes, atOnce);
      } catch (error) {
        if (!isFailure(error) || atOnce === 1 || bytes.byteLength <= pieceBytes) throw error;
        // Some servers write a file from its beginning to its end alone, and work on what they are asked side by side.
        const written = await this.#writeOnce(link, outgoing, bytes, 1);
        this.#piecesAtOnce = 1;
        return written;
      }
    });
  }

  async #writeOnce(
    link: SftpLink,
    outgoing: OutgoingFile,
    bytes: Uint8Array,
    atOnce: number,
  ): Promise<WrittenOut> {
    const path = temporaryPath(outgoing);
    if (isDirect(outgoing)) await clearBeginning(link, outgoing, bytes);
    // Where it is written elsewhere, nothing else would show that its own folder is not there.
    if (posix.dirname(path) !== outgoing.folder && outgoing.folder !== this.#target.base)
      await this.#makeFolders(link, outgoing.folder);
    const handle = await this.#create(link, outgoing).catch(async (error) => {
      throw (await this.#noRoom(link, outgoing, bytes.byteLength)) ?? error;
    });
    try {
      await writePieces(link, handle, bytes, atOnce);
      await link.sync(handle);
      needWhole(path, await link.attributesOf(handle), bytes.byteLength);
    } catch (error) {
      if (!isOfLink(error)) await link.close(handle).catch(passLinkErrors);
      // Better nothing than a part that somebody takes for the whole.
      if (!isOfLink(error) && isDirect(outgoing)) await link.remove(path).catch(passLinkErrors);
      throw (await this.#noRoom(link, outgoing, bytes.byteLength)) ?? error;
    }
    await link.close(handle);
    return await acknowledged(link, path, bytes.byteLength);
  }

  /**
   * A plain rename, which must not replace a file; some servers do so all the same, hence the look before
   * it. Where there is no plain rename, the one that replaces is used once the look has found the name free.
   */
  publish(outgoing: OutgoingFile): Promise<"named" | "taken" | "gone"> {
    return this.#with(outgoing.folder, async (link) => {
      const target = targetPath(outgoing);
      const there = await seen(link, target);
      if (there !== null && there !== "untold") {
        if ((await compare(link, outgoing, there)) !== "same") return "taken";
        await link.remove(temporaryPath(outgoing)).catch(passMissing);
        return "named";
      }
      try {
        await link.rename(temporaryPath(outgoing), target);
        return "named";
      } catch (error) {
        if (isOfLink(error)) throw error;
        if (error instanceof SftpError && error.code === "unsupported" && link.card.canReplace) {
          await link.replace(temporaryPath(outgoing), target);
          return "named";
        }
        // A server may do it and say no; and somebody may have been quicker to take the name.
        const now = await lookFor(link, outgoing);
        if (now === "temporary") throw error;
        return now;
      }
    });
  }

  look(outgoing: OutgoingFile): Promise<Sighting> {
    return this.#with(outgoing.folder, (link) => lookFor(link, outgoing));
  }

  async removeTemporary(outgoing: OutgoingFile): Promise<boolean> {
    // What has its own name from the first byte may be another's by now.
    return isDirect(outgoing) || this.#remove(temporaryPath(outgoing));
  }

  /** Removes what is there under its own name; false when nothing is. */
  removeNamed(outgoing: OutgoingFile): Promise<boolean> {
    return this.#remove(targetPath(outgoing));
  }

  #remove(path: string): Promise<boolean> {
    // Some partners let nobody remove anything: that says nothing of what else may be done there.
    return this.#with(null, async (link) => {
      try {
        await link.remove(path);
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        if (isOfLink(error) || (await seen(link, path)) !== null) throw error;
        return false;
      }
    });
  }

  reach(): Promise<void> {
    const { name, base } = this.#target;
    return this.#with(base, async (link) => {
      const found = await link.lookThrough(base);
      if (found === null) throw this.#noBase(link);
      if (found.kind === "file")
        throw new ChannelError(
          "missing",
          `What ${link.name} has at ${base} is a file and no folder. Have a folder made there, or correct "path" of channel "${name}".`,
        );
    });
  }

  resetBackoff(): void {
    this.#session.resetBackoff();
  }

  /** The protocol has nothing for it: names are as durable as the server makes them. */
  async syncNames(): Promise<void> {}

  /** Takes leave of the server; the next piece of work connects again. */
  disconnect(): Promise<void> {
    return this.#session.disconnect();
  }

  async #create(link: SftpLink, outgoing: OutgoingFile): Promise<RemoteHandle> {
    const path = temporaryPath(outgoing);
    try {
      return await link.open(path, "wx");
    } catch (error) {
      if (isOfLink(error)) throw error;
      if (isMissing(error)) await this.#makeFolders(link, posix.dirname(path));
      // What is there under a name that nobody can guess is what is left of an earlier try.
      else if (!isDirect(outgoing) && (await link.look(path)) !== null) await link.remove(path);
      else throw error;
      return await link.open(path, "wx");
    }
  }

  async #makeFolders(link: SftpLink, folder: string): Promise<void> {
    const { base } = this.#target;
    if ((await link.lookThrough(base)) === null) throw this.#noBase(link);
    if (folder !== base && !folder.startsWith(base.endsWith("/") ? base : `${base}/`))
      throw new SftpError(
        "missing",
        `the folder ${folder}, where files are written under temporary names, is not there; have it made, or correct "temporary"`,
      );
    const below = folder.slice(base.length).split("/").filter(Boolean);
    let path = base.replace(/\/$/, "");
    for (const part of below) {
      path = `${path}/${part}`;
      if ((await link.lookThrough(path)) !== null) continue;
      // Another file of the round may be quicker to make it.
      await link.makeFolder(path).catch(async (error) => {
        if (isOfLink(error) || (await link.lookThrough(path)) === null) throw error;
      });
    }
  }

  #noBase(link: SftpLink): ChannelError {
    const { name, base } = this.#target;
    return new ChannelError(
      "missing",
      `The folder ${base} of channel "${name}" is not at ${link.name}. Have it made, or correct "path".`,
    );
  }

  /**
   * "Failure" is all that a server says of a disk that is full or takes nothing, which every file of the
   * channel would meet.
   */
  async #noRoom(
    link: SftpLink,
    { folder }: OutgoingFile,
    sizeBytes: number,
  ): Promise<ChannelError | null> {
    if (link.broken !== null) return null;
    const space = await link.space(folder).catch(passLinkErrors);
    if (!space) return null;
    if (space.isReadOnly) return this.#closed(folder, link, ofDisk["read-only"]);
    if (space.freeBytes > sizeBytes) return null;
    const { name } = this.#target;
    return new ChannelError(
      "unusable",
      `Nothing can be put into ${folder} of channel "${name}": the disk of ${link.name} is full (${space.freeBytes} bytes are free). Ask the partner to make room.`,
    );
  }

  #closed(folder: string, { name: server }: SftpLink, why: string, cause?: Error): ChannelError {
    const { name } = this.#target;
    const said = cause === undefined ? "" : ` (${cause.message})`;
    return new ChannelError(
      "unusable",
      `Nothing can be put into ${folder} of channel "${name}" at ${server}: ${why}${said}.`,
      { cause },
    );
  }

  /** What an answer of the server's says of the channel as a whole; null when it concerns one file. */
  #ofChannel(folder: string | null, link: SftpLink, error: unknown): ChannelError | null {
    if (!(error instanceof SftpError) || folder === null) return null;
    const { base } = this.#target;
    if (error.code === "full" || error.code === "read-only")
      return this.#closed(folder, link, ofDisk[error.code], error);
    if (error.code !== "denied" || folder !== base) return null;
    const { user } = this.#session.server;
    return this.#closed(
      folder,
      link,
      `"${user}" may not. Ask the partner to give this user the right to write files there and to rename them`,
      error,
    );
  }

  /**
   * What is wrong with the server or the way to it concerns the channel as a whole, and so does what the
   * server says of its disk, or of the channel's very folder. `folder` is where the work is done; null:
   * no answer to it says anything of the channel.
   */
  async #with<T>(folder: string | null, work: (link: SftpLink) => Promise<T>): Promise<T> {
    let link: SftpLink | null = null;
    try {
      link = await this.#session.link();
      const done = await work(link);
      this.#session.worked();
      return done;
    } catch (error) {
      const found = link === null ? null : this.#ofChannel(folder, link, error);
      if (found !== null) throw found;
      if (!isOfLink(error)) throw error;
      const { name } = this.#target;
      const code = link !== null && isDrop(link, error) ? "dropped" : "unusable";
      throw new ChannelError(code, `Channel "${name}": ${sentence(errorMessage(error))}`, {
        cause: error,
      });
    }
  }
}

/** Whether it may be for what was asked that the link is gone; one that mixes up files was given up by us. */
function isDrop(link: SftpLink, { code }: SftpError): boolean {
  return !link.repeatsHandles && (code === "lost" || code === "timeout" || code === "protocol");
}

/** Whether a server says no more than that it failed. */
function isFailure(error: unknown): boolean {
  return error instanceof SftpError && error.code === "failed";
}

/** What a server's disk may be like, with what to do. */
const ofDisk = {
  full: "its disk, or what we may use of it, is full. Ask the partner to make room",
  "read-only": "its disk takes nothing. Ask the partner to mount it for writing",
} as const;
