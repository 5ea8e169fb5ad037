import type { OwnRgmaCodes } from "../catalogue/load/rgma-schema.ts";
import type { AddresseeRule } from "../core/file/addressee.ts";
import type { Party } from "../core/file/envelope.ts";
import type { FlowSettings } from "../core/file/flow-settings.ts";
import type { ExpectedFile } from "../core/process/expected.ts";
import type { ActionSettings } from "./action-settings.ts";
import type { FolderChannel } from "./channel/channel.ts";
import type { OutboundChannel } from "./channel/outbound-channel.ts";
import type { SftpInbox } from "./channel/sftp-inbox.ts";
import type { SmtpChannel } from "./channel/smtp-channel.ts";
import type { WebhookChannel } from "./channel/webhook-channel.ts";
import type { DipIds } from "./dip-ids.ts";
import type { DiskMarks } from "./disk-marks.ts";
import type { HttpSettings } from "./http-settings.ts";
import type { NoticeSettings } from "./notices/notice-settings.ts";
import type { PgpIn } from "./pgp.ts";
import type { RetentionRule } from "./retention.ts";
import type { PackedLimits } from "./unpack.ts";

/** Least severe line that is written to the log. */
type LogLevel = "trace" | "debug" | "info" | "warn" | "error" | "silent";

/** The settings of one Busbar, checked; every path is absolute. */
export interface BusbarConfig {
  /** The file it was read from. */
  readonly file: string;
  /** The SQLite file of the store, e.g. `/srv/busbar/var/busbar.db`, or the address of a database. */
  readonly store: string;
  /** The address of the same database where a session lasts, for what daemons tell each other; null: that of the store. */
  readonly storeListen: string | null;
  /** Folder for the bytes of files too large for the store. */
  readonly blobs: string;
  /** Files of more bytes than this are large. */
  readonly largeFileBytes: number;
  readonly log: LogLevel;
  /** The file of the clock that all of this installation goes by, for simulations; null: the machine's. */
  readonly clock: string | null;
  /** Files and folders with definitions of flows that Busbar does not bring. */
  readonly catalogues: readonly string[];
  /** Flows that files have though no definition describes them: only these and described ones may be named. */
  readonly undescribedFlows: readonly string[];
  /** What files about gas meters call records and roles here, where it is not as shipped; null: nowhere. */
  readonly rgma: OwnRgmaCodes | null;
  /** Files of calendars beside the one that Busbar brings, by name. */
  readonly calendars: Readonly<Record<string, string>>;
  /** Modules with process definitions beside those that Busbar brings. */
  readonly processes: readonly string[];
  /** The types of process that Busbar brings and that are not switched off. */
  readonly shippedProcesses: readonly string[];
  /** Settings of types of process that Busbar brings, by type, as they are written. */
  readonly processSettings: Readonly<Record<string, unknown>>;
  /** True: a file of test data awaits the release by a person. */
  readonly live: boolean;
  /** What is otherwise for some flows, by reference, e.g. `D0010`. */
  readonly flows: Readonly<Record<string, FlowSettings>>;
  /** Files that are to come regularly. */
  readonly expected: readonly ExpectedFile[];
  /** Who is notified of what is wrong, and when. */
  readonly notices: NoticeSettings;
  /** Who we are in the market where a channel does not say otherwise; null: files of ours do not say. */
  readonly participant: Party | null;
  /** Whom files that come in are to be addressed to, and what becomes of others; null: nobody said who we are. */
  readonly addressee: AddresseeRule | null;
  /** Whose ids of the Data Integration Platform are which. */
  readonly dipIds: DipIds;
  /** How actions are run. */
  readonly actions: ActionSettings;
  /** How much room the disks must have for files to be taken in. */
  readonly disk: DiskMarks;
  /** Messages that may wait for what comes after intake before it stops. */
  readonly backlog: number;
  /** How long the bytes of files are kept as they came. */
  readonly retention: RetentionRule;
  /** How much an archive may hold. */
  readonly unpack: PackedLimits;
  /** How OpenPGP messages are opened that a person takes in by hand, or that come by a channel without its own. */
  readonly pgp: PgpIn | null;
  /** How it is reached over HTTP; null: not at all. */
  readonly http: HttpSettings | null;
  /** Folders of this machine that files come in by. */
  readonly channels: readonly FolderChannel[];
  /** Folders on partners' servers that files come in by. */
  readonly sftpInboxes: readonly SftpInbox[];
  /** Where files go to. */
  readonly outbound: readonly OutboundChannel[];
  /** Mail servers that e-mails leave by. */
  readonly mail: readonly SmtpChannel[];
  /** Webhooks that what happens is sent to. */
  readonly webhooks: readonly WebhookChannel[];
}

/** Messages that may wait when the settings do not say otherwise. */
export const usualBacklog = 1_000_000;
