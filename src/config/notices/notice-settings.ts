import type { NoticeLevel } from "../../core/notice/notice.ts";
import type { LookTimes } from "../channel/sftp-inbox.ts";
import type { SecretSource } from "../secret-source.ts";

/** An address on the web that notices are sent to. */
export interface WebAddress {
  readonly url: string;
  /** It may be in a private network. */
  readonly private: boolean;
}

/** A webhook that notices go to. */
export interface WebhookContact extends WebAddress {
  /** What messages to it are signed with; null: they are not. */
  readonly secret: SecretSource | null;
}

/** Somebody who is notified of what is wrong. */
export interface NoticeContact {
  readonly name: string;
  /** By e-mail: to these addresses, through the mail server of that channel. */
  readonly email: { readonly to: readonly string[]; readonly channel: string } | null;
  readonly webhook: WebhookContact | null;
  readonly levels: readonly NoticeLevel[];
  /** Gets each digest, or the first of each week; null: none. */
  readonly digest: "daily" | "weekly" | null;
}

/** Hours in which only what is urgent is said; the rest waits for their end. */
export interface QuietHours {
  /** Minutes of the day; `to` at or before `from` is of the next day. */
  readonly from: number;
  readonly to: number;
  /** Days on which they begin: 1 is Monday. */
  readonly days: readonly number[];
  /** Name of a calendar: quiet hours begin only on days that it has as not worked; null: no calendar counts. */
  readonly calendar: string | null;
  readonly zone: string;
}

/** Who is notified of what is wrong, and when. */
export interface NoticeSettings {
  /** What this installation is called in what is said, e.g. `busbar`. */
  readonly name: string;
  readonly contacts: readonly NoticeContact[];
  readonly gatherMs: number;
  readonly updateMs: number;
  readonly remindMs: { readonly urgent: number; readonly work: number };
  /** How long a channel may be out of use before anybody is notified, and for some channels. */
  readonly patienceMs: number;
  readonly channelPatienceMs: Readonly<Record<string, number>>;
  readonly quiet: readonly QuietHours[];
  readonly digest: LookTimes | null;
  /** Asked for again and again as long as the daemon's loops turn. */
  readonly heartbeat: (WebAddress & { readonly everyMs: number }) | null;
}

/** How what is wrong is reported where the settings do not say otherwise: to nobody, and kept to be looked at. */
export const usualNotices: NoticeSettings = {
  name: "busbar",
  contacts: [],
  gatherMs: 30_000,
  updateMs: 300_000,
  remindMs: { urgent: 4 * 3_600_000, work: 24 * 3_600_000 },
  patienceMs: 15 * 60_000,
  channelPatienceMs: {},
  quiet: [],
  digest: null,
  heartbeat: null,
};
