import { existsSync } from "node:fs";
import { isMissing, isOfLink } from "../../channels/sftp/sftp-error.ts";
import type { SftpLink } from "../../channels/sftp/sftp-link.ts";
import type { Turns } from "../../channels/sftp/turns.ts";
import { placeOf, type SftpInbox } from "../../config/channel/sftp-inbox.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import type { Recorded } from "../../store/port/files/file-store.ts";
import type { KnownRemote } from "../../store/port/files/remote-file-store.ts";

import type { IntakeContext } from "../channel/context.ts";
import { blobPath } from "../file/blob.ts";
import { type RemoteItem, remotePath } from "./remote-item.ts";
import { remoteHash } from "./remote-pieces.ts";
import type { BytesAtHand, RemoteTaking } from "./take-remote.ts";

/** A file that is recorded and is still at the partner. */
export interface UnsettledItem {
  readonly item: RemoteItem;
  readonly recorded: NonNullable<KnownRemote["recorded"]>;
}

/**
 * Ends what a break left: files recorded and not taken away at the partner. Since then another file of
 * the same name, size and time may have come, so that the bytes are compared before anything is removed.
 */
export class UnsettledFiles {
  readonly #context: IntakeContext;
  readonly #inbox: SftpInbox;
  readonly #place: string;
  readonly #turns: Turns;
  readonly #taking: RemoteTaking;
  readonly #onTrouble: (name: string, reason: string) => void;
  /** Arrivals whose bytes were compared on this link. */
  #compared = new Set<string>();
  #link: SftpLink | null = null;

  constructor(
    context: IntakeContext,
    inbox: SftpInbox,
    turns: Turns,
    taking: RemoteTaking,
    onTrouble: (name: string, reason: string) => void,
  ) {
    this.#context = context;
    this.#inbox = inbox;
    this.#place = placeOf(inbox);
    this.#turns = turns;
    this.#taking = taking;
    this.#onTrouble = onTrouble;
  }

  /** Ends what a break left of files that the store knows and that lie where they came in. */
  async settleKnown(link: SftpLink, known: readonly KnownRemote[]): Promise<void> {
    const items = known.flatMap(({ recorded, claim, ...version }) => {
      if (recorded === null) return [];
      const { name } = version;
      const path = remotePath(this.#inbox.folder, name);
      const arrival = `${claim}/${name}`;
      return [{ recorded, item: { version, claim, arrival, path, seenAt: 0 } }];
    });
    const others = await this.settle(link, items);
    if (others.length === 0) return;
    const names = others.map(({ version }) => version.name);
    await this.#context.store.remoteFiles.forget({ place: this.#place, names });
  }

  /** Settles files whose bytes are those recorded; gives the others, which are new arrivals. */
  async settle(link: SftpLink, items: readonly UnsettledItem[]): Promise<RemoteItem[]> {
    if (link !== this.#link) this.#compared = new Set();
    this.#link = link;
    const verdicts = await Promise.all(
      items.map((one) => this.#turns.take(() => this.#isSame(link, one))),
    );
    const same = items.filter((_, at) => verdicts[at] === true);
    const files = [];
    for (const { item, recorded } of same)
      files.push({
        item,
        recorded: asAnswer(item, recorded),
        bytes: await this.#bytes(recorded),
        mayHoldFiles: true,
      });
    await this.#taking.settle(link, files);
    return items.filter((_, at) => verdicts[at] === false).map(({ item }) => item);
  }

  /** Null when that cannot be determined now. */
  async #isSame(link: SftpLink, { item, recorded }: UnsettledItem): Promise<boolean | null> {
    if (this.#compared.has(item.arrival)) return true;
    try {
      const hash = await remoteHash(link, item.path, item.version.sizeBytes ?? 0, null);
      if (hash !== recorded.hash) return false;
      this.#compared.add(item.arrival);
      return true;
    } catch (error) {
      if (!isOfLink(error) && !isMissing(error))
        this.#onTrouble(item.version.name, `it cannot be compared: ${errorMessage(error)}`);
      return null;
    }
  }

  /** For a copy in quarantine, which alone needs them. */
  async #bytes({ file, state, hash }: UnsettledItem["recorded"]): Promise<BytesAtHand> {
    const blob = blobPath(this.#context.blobs, hash);
    if (state !== "rejected" || existsSync(blob)) return blob;
    return { bytes: await this.#context.store.files.bytes(file) };
  }
}

function asAnswer({ arrival }: RemoteItem, { file, state }: UnsettledItem["recorded"]): Recorded {
  return { id: file, arrival, state, otherFile: null, known: true };
}
