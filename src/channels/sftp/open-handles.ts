import type { SftpError } from "./sftp-error.ts";

interface OpenFile {
  readonly path: string;
  /** When its closing was asked for, in requests; null before. */
  closingAt: number | null;
}

/**
 * The handles that a server has given and that are not closed yet. Some servers give a handle that is
 * still in use to another file: what is read and written by it from then on is of that other file, and
 * every answer says that all is well.
 */
export class OpenHandles {
  readonly #open = new Map<string, OpenFile>();
  #requests = 0;

  /** Notes that a file is about to be asked for; `given` wants what this gave. */
  asks(): number {
    this.#requests += 1;
    return this.#requests;
  }

  /** Notes an answer; the path of the file that has the same handle and is open, or null when all is well. */
  given(handle: Buffer, path: string, askedAt: number): string | null {
    const key = handle.toString("hex");
    const other = this.#open.get(key);
    // Asked for after the other's closing was: the handle was free, only the answers changed places.
    const isFree = other === undefined || (other.closingAt !== null && other.closingAt < askedAt);
    this.#open.set(key, { path, closingAt: null });
    return isFree ? null : other.path;
  }

  /** What an open handle is of; null when it is not known. */
  pathOf(handle: Buffer): string | null {
    return this.#open.get(handle.toString("hex"))?.path ?? null;
  }

  /** Notes that its closing is asked for; what this gives is called when that is answered. */
  closing(handle: Buffer): () => void {
    const key = handle.toString("hex");
    const file = this.#open.get(key);
    if (file === undefined) return () => {};
    this.#requests += 1;
    file.closingAt = this.#requests;
    return () => {
      if (this.#open.get(key) === file) this.#open.delete(key);
    };
  }
}

/** Lets one file be open at a time; the others wait, the first first, until it is closed or the link breaks. */
export class OneOpenFile {
  #isOpen = false;
  readonly #waiting: {
    readonly go: () => void;
    readonly giveUp: (why: SftpError) => void;
  }[] = [];

  async enter(): Promise<void> {
    if (this.#isOpen)
      await new Promise<void>((go, giveUp) => {
        this.#waiting.push({ go, giveUp });
      });
    this.#isOpen = true;
  }

  leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#isOpen = false;
    else next.go();
  }

  /** The link is gone: nobody's turn comes any more. */
  giveUp(why: SftpError): void {
    for (const { giveUp } of this.#waiting.splice(0)) giveUp(why);
  }
}

/** Says that a server gave one handle for two files that are open. */
export function sayMixedUp(server: string, path: string, other: string): string {
  return `${server} gave ${path} the handle of ${other}, which was still open: it mixes up files that are open at once. The connection was given up, nothing of either file counts, and from now on one file at a time is open there`;
}
