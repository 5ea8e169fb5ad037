import type { Mailbox, MailFile } from "../../src/market/post/mailbox.ts";

/** A mailbox without folders: the files of both sides lie in memory until they are taken. */
export class MemoryMailbox implements Mailbox {
  /** What the market put down and the supplier has not taken. */
  readonly inbox: MailFile[] = [];
  /** What the supplier put down. */
  readonly mail: MailFile[] = [];
  /** Every file that the market ever put down. */
  readonly all: MailFile[] = [];

  put(name: string, bytes: Uint8Array): void {
    this.inbox.push({ name, bytes });
    this.all.push({ name, bytes });
  }

  *take(): Generator<MailFile> {
    yield* this.mail.splice(0);
  }
}
