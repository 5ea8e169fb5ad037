import { setTimeout as delay } from "node:timers/promises";
import type { SFTPWrapper, Stats } from "ssh2";
import {
  type RemoteAttributes,
  type RemoteEntry,
  remoteAttributes,
  remoteEntry,
} from "./attributes.ts";
import { firstLook, ignoreLinkErrors, untold, untoldAttributes } from "./first-look.ts";
import { LinkHandles, type RemoteHandle } from "./link-handles.ts";
import { LinkRequests, type RequestParts } from "./link-requests.ts";
import type { SftpClient } from "./login/sftp-client.ts";
import { portionsAhead } from "./portions-ahead.ts";
import { type RemoteSpace, remoteSpace } from "./remote-space.ts";
import type { ServerInfo } from "./server-info.ts";
import { isEnd, isMissing, isRefused, SftpError } from "./sftp-error.ts";

export type { RemoteHandle };

/** How a file is opened: to read; to write, whatever is there; to write, refused when something is there. */
export type OpenFlags = "r" | "w" | "wx";

/** What a link is made of: see `connect`. */
export interface LinkParts extends RequestParts {
  readonly card: ServerInfo;
}

/** How long to wait for the server's goodbye at most. */
const goodbyeMs = 2_000;

/**
 * One connection to a server, with the requests of the protocol on it as promises. Any number may be
 * asked at once. Every request has a deadline: when one is not answered in time the link is given up,
 * and whatever was asked and not answered rejects. A request that fails otherwise leaves the link as
 * it is. All reject with `SftpError`. A link is never fixed: `SftpSession` makes another.
 */
export class SftpLink {
  readonly card: ServerInfo;
  readonly name: string;
  readonly #client: SftpClient;
  readonly #sftp: SFTPWrapper;
  readonly #requests: LinkRequests;
  readonly #handles: LinkHandles;
  #tellsOfHandles = true;

  constructor(parts: LinkParts) {
    this.card = parts.card;
    this.name = parts.name;
    this.#client = parts.client;
    this.#sftp = parts.sftp;
    this.#requests = new LinkRequests(parts);
    this.#handles = new LinkHandles(this.#requests, parts.name);
  }

  /** Why the link is of no use any more; null while it is. */
  get broken(): SftpError | null {
    return this.#requests.broken;
  }

  /** Calls back once, when the link breaks or ends. */
  whenBroken(callback: (error: SftpError) => void): void {
    this.#requests.whenBroken(callback);
  }

  /** Whether the server gave a handle that was still in use: the link was given up because of it. */
  get repeatsHandles(): boolean {
    return this.#handles.repeats;
  }

  /** From now on one file or folder is open at a time: for a server whose handles cannot be trusted. */
  workOneByOne(): void {
    this.#handles.workOneByOne();
  }

  open(path: string, flags: OpenFlags): Promise<RemoteHandle> {
    return this.#handles.open(`open of ${path}`, path, (done) =>
      this.#sftp.open(path, flags, done),
    );
  }

  close(handle: RemoteHandle): Promise<void> {
    return this.#handles.close(handle, (done) => this.#sftp.close(handle, done));
  }

  /**
   * Reads into the buffer from there, as far as it goes: less than the buffer holds only at the end of
   * the file. A server may answer with less than it was asked for at any time; then it is asked again.
   */
  async read(handle: RemoteHandle, buffer: Buffer, position: number): Promise<number> {
    let length = 0;
    while (length < buffer.length) {
      const count = await this.readOnce(handle, buffer.subarray(length), position + length);
      if (count === 0) break;
      length += count;
    }
    return length;
  }

  /** Reads by one request, which may give less than there is. */
  readOnce(handle: RemoteHandle, buffer: Buffer, position: number): Promise<number> {
    return this.#requests.ask("read", (done) =>
      this.#sftp.read(handle, buffer, 0, buffer.length, position, done),
    );
  }

  /** Writes all of the buffer there. */
  write(handle: RemoteHandle, buffer: Buffer, position: number): Promise<void> {
    if (buffer.length === 0) return Promise.resolve();
    return this.#requests.ask("write", (done) =>
      this.#sftp.write(handle, buffer, 0, buffer.length, position, done),
    );
  }

  /** Has the server put an open file on its disk for good; false when it offers no such thing. */
  async sync(handle: RemoteHandle): Promise<boolean> {
    if (!this.card.canSync) return false;
    await this.#requests.ask("flush", (done) => this.#sftp.ext_openssh_fsync(handle, done));
    return true;
  }

  /**
   * Of an open file, whatever its name is by now; of its name, where the server does not tell of open
   * files. Without size and kind where it tells of neither.
   */
  async attributesOf(handle: RemoteHandle): Promise<RemoteAttributes> {
    if (this.#tellsOfHandles) {
      try {
        const what = "attributes of an open file";
        return remoteAttributes(
          await this.#requests.ask<Stats>(what, (done) => this.#sftp.fstat(handle, done)),
        );
      } catch (error) {
        if (isRefused(error)) this.#tellsOfHandles = false;
        else if (!isMissing(error)) throw error;
      }
    }
    const path = this.#handles.pathOf(handle);
    const found = path === null ? null : await this.lookThrough(path).catch(untold);
    return found ?? untoldAttributes;
  }

  /** Of a name; a link is not followed where the server tells of links. Null when nothing is there. */
  look(path: string): Promise<RemoteAttributes | null> {
    return firstLook([
      () => this.#stat("lstat", path),
      () => this.#stat("stat", path),
      async () => {
        await this.close(await this.open(path, "r"));
        return untoldAttributes;
      },
    ]);
  }

  /** What is at a path, or what a link there points to; null when nothing is. */
  lookThrough(path: string): Promise<RemoteAttributes | null> {
    return firstLook([
      () => this.#stat("stat", path),
      () => this.#stat("lstat", path),
      async () => {
        await this.close(await this.#openFolder(path));
        return { ...untoldAttributes, kind: "folder" };
      },
    ]);
  }

  async #stat(way: "lstat" | "stat", path: string): Promise<RemoteAttributes> {
    const what = `look at ${path}`;
    return remoteAttributes(
      await this.#requests.ask<Stats>(what, (done) => this.#sftp[way](path, done)),
    );
  }

  /**
   * Gives a file another name. What a server does when that name is taken differs: OpenSSH refuses, as
   * the protocol says; others replace what is there. Look first, and do not rely on it.
   */
  rename(from: string, to: string): Promise<void> {
    return this.#requests.ask(`rename of ${from} to ${to}`, (done) =>
      this.#sftp.rename(from, to, done),
    );
  }

  /** Renames a file over what is there in one step. Rejects with `unsupported` where not offered. */
  async replace(from: string, to: string): Promise<void> {
    const what = `rename of ${from} over ${to}`;
    if (!this.card.canReplace)
      throw new SftpError("unsupported", `${what}: the server cannot replace a file in one step`);
    await this.#requests.ask(what, (done) => this.#sftp.ext_openssh_rename(from, to, done));
  }

  remove(path: string): Promise<void> {
    return this.#requests.ask(`removal of ${path}`, (done) => this.#sftp.unlink(path, done));
  }

  makeFolder(path: string): Promise<void> {
    return this.#requests.ask(`making of the folder ${path}`, (done) =>
      this.#sftp.mkdir(path, done),
    );
  }

  removeFolder(path: string): Promise<void> {
    return this.#requests.ask(`removal of the folder ${path}`, (done) =>
      this.#sftp.rmdir(path, done),
    );
  }

  /** The full path of what a path means to the server, e.g. of `.`: where we are let in. */
  resolve(path: string): Promise<string> {
    return this.#requests.ask(`resolving of ${path}`, (done) => this.#sftp.realpath(path, done));
  }

  /** Room on the disk of a folder; null when the server does not tell. */
  async space(folder: string): Promise<RemoteSpace | null> {
    if (!this.card.canTellSpace) return null;
    const told = await this.#requests.ask<Readonly<Record<string, number>>>(
      `asking for the room in ${folder}`,
      (done) => this.#sftp.ext_openssh_statvfs(folder, done),
    );
    return remoteSpace(told);
  }

  /**
   * The entries of a folder in portions of what the server sends at once, in its order, so that a folder
   * of any size takes little memory. Only when it ended automatically was the folder listed whole.
   */
  async *list(folder: string): AsyncGenerator<readonly RemoteEntry[]> {
    if (!this.#handles.isOneByOne) return yield* this.#listPortions(folder);
    // Whoever is given a portion may want to open a file, which waits until the folder is closed.
    yield* await Array.fromAsync(this.#listPortions(folder));
  }

  async *#listPortions(folder: string): AsyncGenerator<readonly RemoteEntry[]> {
    const handle = await this.#openFolder(folder);
    try {
      yield* portionsAhead(() => this.#readFolder(folder, handle));
    } finally {
      if (this.broken === null) await this.close(handle).catch(ignoreLinkErrors);
    }
  }

  /** Takes leave of the server. */
  async end(): Promise<void> {
    if (this.broken !== null) return;
    // Waits for the server to close, however long; and rejects when the connection breaks instead.
    const closed = this.#client.end().catch(() => {});
    const waitMs = Math.min(goodbyeMs, this.#requests.answerMs);
    await Promise.race([closed, delay(waitMs, undefined, { ref: false })]);
    this.destroy();
  }

  /** Lets go at once, for a link that is sick; what is not answered rejects with this. */
  destroy(why = new SftpError("lost", `the connection to ${this.name} was ended by Busbar`)): void {
    this.#requests.giveUp(why);
  }

  #openFolder(folder: string): Promise<RemoteHandle> {
    return this.#handles.open(`listing of ${folder}`, folder, (done) =>
      this.#sftp.opendir(folder, done),
    );
  }

  async #readFolder(folder: string, handle: RemoteHandle): Promise<readonly RemoteEntry[] | null> {
    const what = `listing of ${folder}`;
    const found = await this.#requests.ask<readonly { filename: string; attrs: object }[] | null>(
      what,
      (done) =>
        this.#sftp.readdir(handle, (error, list) => {
          if (isEnd(error)) done(null, null);
          else done(error, list);
        }),
    );
    return found === null ? null : found.map(remoteEntry);
  }
}
