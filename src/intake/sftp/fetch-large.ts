import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import type { RemoteAttributes } from "../../channels/sftp/attributes.ts";
import type { RemoteHandle, SftpLink } from "../../channels/sftp/sftp-link.ts";
import { createAnew } from "../../disk/create-file.ts";
import { openToChange } from "../../disk/open-file.ts";
import type { OnCrashPoint } from "../../runtime/crash-points.ts";
import type { RemoteVersion } from "../../store/port/files/remote-file-store.ts";
import { expectRoom } from "../file/no-room.ts";
import { withRemoteFile } from "./open-remote.ts";
import { isSameVersion, type RemoteItem, sayChanging } from "./remote-item.ts";
import { remotePieces } from "./remote-pieces.ts";

/** So often a draft is made durable; after a power cut it is trusted up to here. */
const durableBytes = 32 << 20;
/** A draft that nobody came back to for so long is removed. */
const abandonedMs = 7 * 86_400_000;
const prefix = ".fetch-";

/** What fetching a large file gave; `whole`: it is under its draft's path. */
export type FetchedLarge =
  | { readonly kind: "whole" | "gone" }
  | { readonly kind: "changing"; readonly reason: string };

/** Where the bytes of one version of a file at a place are gathered: the same path after a crash. */
export function draftPath(blobs: string, place: string, version: RemoteVersion): string {
  const { name, sizeBytes, modifiedAt } = version;
  const mark = createHash("sha256").update([place, name, sizeBytes, modifiedAt].join("\n"));
  return `${blobs}/${prefix}${mark.digest("hex").slice(0, 32)}`;
}

/** Fetches of large files into drafts, which go on where they broke off: in this run to the byte. */
export class LargeFetches {
  readonly #blobs: string;
  readonly #onStep: OnCrashPoint;
  /** Drafts that this run wrote: no power cut came between. */
  readonly #own = new Set<string>();

  constructor(blobs: string, onStep: OnCrashPoint) {
    this.#blobs = blobs;
    this.#onStep = onStep;
  }

  /** Fetches one into its draft. Rejects with `SftpError`, the disk's errors, or what the signal was aborted with. */
  async fetch(
    link: SftpLink,
    item: RemoteItem,
    draft: string,
    signal: AbortSignal | null,
  ): Promise<FetchedLarge> {
    mkdirSync(this.#blobs, { recursive: true });
    const changing = await withRemoteFile(link, item.path, (handle) =>
      this.#continue(link, handle, item, draft, signal),
    );
    if (changing === "gone") return { kind: "gone" };
    if (changing === null) return { kind: "whole" };
    this.drop(draft);
    return { kind: "changing", reason: sayChanging(changing) };
  }

  drop(draft: string): void {
    this.#own.delete(draft);
    rmSync(draft, { force: true });
  }

  /** Removes the drafts that nobody came back to. */
  sweep(now: number): void {
    mkdirSync(this.#blobs, { recursive: true });
    for (const name of readdirSync(this.#blobs)) {
      if (!name.startsWith(prefix)) continue;
      const path = `${this.#blobs}/${name}`;
      const changedAt = lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now;
      if (now - changedAt > abandonedMs) rmSync(path, { force: true });
    }
  }

  /** Null when it is whole; else what the server said of it when it was not what was seen. */
  async #continue(
    link: SftpLink,
    handle: RemoteHandle,
    { version }: RemoteItem,
    draft: string,
    signal: AbortSignal | null,
  ): Promise<RemoteAttributes | null> {
    const sizeBytes = version.sizeBytes ?? 0;
    const before = await link.attributesOf(handle);
    if (!isSameVersion(before, version)) return before;
    const from = this.#trusted(draft, sizeBytes);
    expectRoom(sizeBytes - from, this.#blobs, "in the folder of the partner");
    this.#own.add(draft);
    const output = from === 0 ? await createAnew(draft) : await openToChange(draft);
    try {
      await output.truncate(from);
      const pieces = remotePieces(link, handle, from, sizeBytes, signal);
      const reached = await this.#write(output, pieces, from);
      if (reached !== sizeBytes) return before;
      const modifiedAt = (version.modifiedAt ?? 0) / 1000;
      await output.utimes(modifiedAt, modifiedAt);
    } finally {
      await output.close();
    }
    const after = await link.attributesOf(handle);
    return isSameVersion(after, version) ? null : after;
  }

  async #write(output: FileHandle, pieces: AsyncIterable<Buffer>, from: number): Promise<number> {
    let position = from;
    for await (const piece of pieces) {
      await output.write(piece, 0, piece.length, position);
      const before = Math.floor(position / durableBytes);
      position += piece.length;
      if (Math.floor(position / durableBytes) > before) await output.datasync();
      this.#onStep("remote-piece");
    }
    return position;
  }

  /** How much of a draft is sure to be what was fetched. */
  #trusted(draft: string, sizeBytes: number): number {
    const length = lstatSync(draft, { throwIfNoEntry: false })?.size ?? 0;
    if (length > sizeBytes) return 0;
    if (this.#own.has(draft)) return length;
    return Math.max(0, Math.floor((length - 1) / durableBytes) * durableBytes);
  }
}
