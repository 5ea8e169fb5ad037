import { markerNames, textName } from "../../channels/folder/disk-name.ts";
import { isOfLink, SftpError } from "../../channels/sftp/sftp-error.ts";
import type { SftpLink } from "../../channels/sftp/sftp-link.ts";
import type { Turns } from "../../channels/sftp/turns.ts";
import { placeOf, type SftpInbox } from "../../config/channel/sftp-inbox.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import type { RemoteVersion } from "../../store/port/files/remote-file-store.ts";
import type { IntakeContext } from "../channel/context.ts";
import { claimTime } from "../folder/claim.ts";
import type { SeenFile } from "../folder/listing.ts";
import { type RemoteItem, remotePath, versionOf } from "./remote-item.ts";
import { removeRemote, renameRemote } from "./remote-moves.ts";
import { notThere } from "./take-remote.ts";

/** A steady file at the partner. */
export interface ReadyRemote extends SeenFile {
  readonly seenAt: number;
}

/** Bytes of the longest name that the usual file systems take, and of a claim and its dash. */
const longestNameBytes = 255;
const claimBytes = 15;

/**
 * Takes files into our hands: by a row in the store, written before anything is fetched; or by a rename
 * into the claim folder, whose new name says the same. Either way a crash leaves the arrival that a
 * file is to be recorded as.
 */
export class RemoteClaims {
  readonly #context: IntakeContext;
  readonly #inbox: SftpInbox;
  readonly #place: string;
  readonly #turns: Turns;
  readonly #onTrouble: (name: string, reason: string) => void;
  readonly #onLink: (version: RemoteVersion) => void;

  /** `onLink` is called with what the listing calls a file and is a symbolic link. */
  constructor(
    context: IntakeContext,
    inbox: SftpInbox,
    turns: Turns,
    onTrouble: (name: string, reason: string) => void,
    onLink: (version: RemoteVersion) => void,
  ) {
    this.#context = context;
    this.#inbox = inbox;
    this.#place = placeOf(inbox);
    this.#turns = turns;
    this.#onTrouble = onTrouble;
    this.#onLink = onLink;
  }

  /**
   * Claims files under one claim; gives those that are ours then. Links are left out, but where a row says the
   * claim and `linksAreSeen` when the files are fetched.
   */
  async claim(
    link: SftpLink,
    files: readonly ReadyRemote[],
    linksAreSeen: "before" | "when-fetched",
  ): Promise<RemoteItem[]> {
    const claim = this.#context.newClaimId();
    const { claim: folder } = this.#inbox;
    const waits = linksAreSeen === "when-fetched" && folder === null;
    const regular = waits ? files : await this.#withoutLinks(link, files);
    if (regular.length === 0) return [];
    const items = regular.map((file) => this.#item(file, claim));
    if (folder === null) {
      const rows = items.map(({ version }) => ({ ...version, claim, kept: false }));
      await this.#context.store.remoteFiles.claim({ place: this.#place, files: rows });
      this.#context.onStep("remote-claimed");
      return items;
    }
    const moved = await Promise.all(
      items.map((item) => this.#turns.take(() => this.#rename(link, item, folder))),
    );
    this.#context.onStep("remote-claimed");
    return moved.filter((item) => item !== null);
  }

  /** The files in the claim folder, the oldest claim first: claimed by this program, or left there by a broken connection. */
  async claimed(link: SftpLink, folder: string): Promise<RemoteItem[]> {
    const items: RemoteItem[] = [];
    for await (const entries of link.list(folder)) {
      for (const { name, attributes } of entries) {
        const item = claimedItem(folder, name, attributes);
        if (item !== null) items.push(item);
      }
    }
    return items.toSorted((a, b) => (a.claim < b.claim ? -1 : 1));
  }

  /** Gives a claimed file whose bytes are not those recorded a claim of its own: it is a new arrival. */
  async reclaim(link: SftpLink, item: RemoteItem, folder: string): Promise<RemoteItem | null> {
    return this.#rename(link, { ...item, claim: this.#context.newClaimId() }, folder);
  }

  /**
   * Some servers list a link as the file that it leads to, others answer for that file when asked by
   * name: it is a link if either says so. A question that fails says nothing.
   */
  async #withoutLinks(link: SftpLink, files: readonly ReadyRemote[]): Promise<ReadyRemote[]> {
    const kinds = await Promise.all(
      files.map((file) =>
        this.#turns.take(async () => {
          const path = remotePath(this.#inbox.folder, file.name.text);
          const found = await link.look(path).catch(() => null);
          return found?.kind ?? "unknown";
        }),
      ),
    );
    for (const [at, file] of files.entries())
      if (kinds[at] === "link") this.#onLink(versionOf(file));
    return files.filter((_, at) => kinds[at] !== "link");
  }

  #item(file: ReadyRemote, claim: string): RemoteItem {
    const version = versionOf(file);
    const { name } = version;
    const path = remotePath(this.#inbox.folder, name);
    return { version, claim, arrival: `${claim}/${name}`, path, seenAt: file.seenAt };
  }

  async #rename(link: SftpLink, item: RemoteItem, folder: string): Promise<RemoteItem | null> {
    const { name } = item.version;
    if (Buffer.byteLength(name) > longestNameBytes - claimBytes) {
      this.#onTrouble(
        name,
        "its name is too long to be claimed by renaming; ask for a shorter one",
      );
      return null;
    }
    const path = remotePath(folder, `${item.claim}-${name}`);
    try {
      const renamed = await renameRemote(link, item.path, path, item.version);
      this.#context.onStep("remote-renamed");
      if (renamed === "gone") this.#onTrouble(name, notThere);
      else await this.#removeMarker(link, name);
      return renamed === "gone" ? null : { ...item, path, arrival: `${item.claim}/${name}` };
    } catch (error) {
      if (!isOfLink(error)) this.#onTrouble(name, this.#sayRefused(error, folder));
      return null;
    }
  }

  /**
   * With its file: left there, it would vouch for the next of that name. What cannot be removed now is
   * tried again, and reported, when the file is settled.
   */
  async #removeMarker(link: SftpLink, name: string): Promise<void> {
    const { folder, marker } = this.#inbox;
    if (marker === null) return;
    const path = remotePath(folder, markerNames(marker).of(textName(name)).text);
    await removeRemote(link, path).catch((error: unknown) => {
      if (isOfLink(error)) throw error;
    });
  }

  /** The claim's new name is not in it: that differs at each try, and the reason does not. */
  #sayRefused(error: unknown, folder: string): string {
    const why = error instanceof SftpError ? error.answer : errorMessage(error);
    return `it cannot be claimed by renaming it into ${folder}: ${why}. Ask the partner for the right to rename files from ${this.#inbox.folder} to there, or leave out "claim"; a check of the channel tries it`;
  }
}

function claimedItem(
  folder: string,
  text: string,
  {
    kind,
    sizeBytes,
    modifiedAt,
  }: { kind: string; sizeBytes: number | null; modifiedAt: number | null },
): RemoteItem | null {
  const [, claim = "", name = ""] = /^([0-9a-z]{14})-(.+)$/s.exec(text) ?? [];
  const seenAt = claimTime(claim);
  if (seenAt === null || name.includes("/") || name.includes("\ufffd") || kind === "folder")
    return null;
  const version = { name, sizeBytes, modifiedAt };
  return { version, claim, arrival: `${claim}/${name}`, path: remotePath(folder, text), seenAt };
}
