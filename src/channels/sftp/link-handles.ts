import type { Done, LinkRequests } from "./link-requests.ts";
import { OneOpenFile, OpenHandles, sayMixedUp } from "./open-handles.ts";
import { SftpError } from "./sftp-error.ts";

/** An open file or folder at the server. */
export type RemoteHandle = Buffer;

/**
 * Opens and closes what is at a server, and trusts no handle that it gives: one that is still in use
 * gives the link up, since both files would be mixed.
 */
export class LinkHandles {
  readonly #requests: LinkRequests;
  readonly #server: string;
  readonly #handles = new OpenHandles();
  #oneOpen: OneOpenFile | null = null;
  #repeats = false;

  /** `server`: how people know it. */
  constructor(requests: LinkRequests, server: string) {
    this.#requests = requests;
    this.#server = server;
    requests.whenBroken((error) => this.#oneOpen?.giveUp(error));
  }

  /** Whether the server gave a handle that was still in use. */
  get repeats(): boolean {
    return this.#repeats;
  }

  /** Whether one file or folder is open at a time. */
  get isOneByOne(): boolean {
    return this.#oneOpen !== null;
  }

  /** From now on one file or folder is open at a time. */
  workOneByOne(): void {
    this.#oneOpen ??= new OneOpenFile();
  }

  /** What an open handle is of; null when it is not known. */
  pathOf(handle: RemoteHandle): string | null {
    return this.#handles.pathOf(handle);
  }

  /** Opens what is at a path, by a request that `send` makes. */
  async open(
    what: string,
    path: string,
    send: (done: Done<RemoteHandle>) => void,
  ): Promise<RemoteHandle> {
    const { broken } = this.#requests;
    if (broken !== null) throw broken;
    await this.#oneOpen?.enter();
    const askedAt = this.#handles.asks();
    try {
      return await this.#requests.ask<RemoteHandle>(what, (done) =>
        send((error, handle) => {
          // At once: answers that came with this one may already be of the wrong file.
          const other = handle ? this.#handles.given(handle, path, askedAt) : null;
          if (other === null) done(error, handle);
          else this.#distrust(path, other);
        }),
      );
    } catch (error) {
      this.#oneOpen?.leave();
      throw error;
    }
  }

  /** Closes what is open, by a request that `send` makes. */
  async close(handle: RemoteHandle, send: (done: Done<void>) => void): Promise<void> {
    const path = this.#handles.pathOf(handle);
    const closed = this.#handles.closing(handle);
    try {
      await this.#requests.ask<void>(path === null ? "close" : `close of ${path}`, send);
    } finally {
      closed();
      this.#oneOpen?.leave();
    }
  }

  #distrust(path: string, other: string): void {
    this.#repeats = true;
    this.#requests.giveUp(new SftpError("lost", sayMixedUp(this.#server, path, other)));
  }
}
