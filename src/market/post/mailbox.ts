import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { createFileWith } from "../../disk/create-file.ts";
import { readWholeFile } from "../../disk/open-file.ts";

/** A file that the installation put down for a party. */
export interface MailFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How the market and the installation exchange files. */
export interface Mailbox {
  /** Puts a file down for the installation, whole at once. `at`: when, by the market's clock. */
  put(name: string, bytes: Uint8Array, at: number): void;
  /** Takes away what the installation put down, in the order of the names. */
  take(): Generator<MailFile>;
}

/**
 * Folders of this machine, which a server may offer to others: one to put files into, and one with a folder for each
 * recipient to take them from.
 */
export class FolderMailbox implements Mailbox {
  readonly #inbox: string;
  readonly #mail: string;
  /** Beside the inbox: whoever watches that sees a file once, when it is whole. */
  readonly #drafts: string;

  constructor(inbox: string, mail: string) {
    this.#inbox = inbox;
    this.#mail = mail;
    this.#drafts = `${inbox}.drafts`;
    mkdirSync(mail, { recursive: true });
    mkdirSync(this.#drafts, { recursive: true });
  }

  put(name: string, bytes: Uint8Array, at: number): void {
    const path = join(this.#inbox, name);
    const draft = join(this.#drafts, name);
    createFileWith(draft, bytes);
    // A server that the mailbox is at may run as another user.
    chmodSync(draft, 0o644);
    // A file that does not say when it was made is taken to be as old as this.
    utimesSync(draft, at / 1000, at / 1000);
    renameSync(draft, path);
  }

  *take(): Generator<MailFile> {
    // What names no recipient is beside their folders.
    for (const folder of [this.#mail, ...foldersIn(this.#mail)])
      for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted(byName)) {
        if (!entry.isFile() || entry.name.startsWith(".")) continue;
        const path = join(folder, entry.name);
        const bytes = readWholeFile(path);
        rmSync(path);
        yield { name: entry.name, bytes };
      }
  }
}

function foldersIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted(byName);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : Number(one.name > other.name);
}
