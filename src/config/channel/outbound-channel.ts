import type { RetryRule } from "../../core/action/retry.ts";
import type { Party } from "../../core/file/envelope.ts";
import type { PgpOut } from "../pgp.ts";
import { placeOf } from "./sftp-inbox.ts";
import type { SftpServer } from "./sftp-server.ts";

/** What every channel that files leave by has; `busbar.yaml` is where people write it. */
export interface OutboundFiles {
  /** What people call it by; unique among the channels. */
  readonly name: string;
  readonly direction: "out";
  /** Who we are to those it delivers to; null: the files of its flows do not say. */
  readonly from: Party | null;
  /** Flows it serves, e.g. `D0155`; null: all. */
  readonly flows: readonly string[] | null;
  /** Recipients it serves: `UDMS`, or with the role `M:UDMS`; null: all. */
  readonly recipients: readonly string[] | null;
  /** How files are named, see `name-template.ts`. */
  readonly fileName: string;
  /**
   * How they are named while they are being written; `{random}` cannot be guessed, `{name}` is their own
   * name. A folder before it is relative to the one that they are put into. `ownNameAtOnce`: they are written
   * under their own.
   */
  readonly temporaryName: string;
  /** How the sender's identifier of a file is made; null: as is usual in its family, e.g. `{number:10}`. */
  readonly identifier: string | null;
  /** What numbers run on for: each recipient and flow, each recipient, or the channel. */
  readonly numbering: "flow" | "recipient" | "channel";
  /** The number that each begins with: for an installation that takes over from another. */
  readonly firstNumber: number;
  readonly lineEnd: "LF" | "CRLF";
  readonly finalNewline: boolean;
  /** A file is closed when so many messages wait for it, or the first has waited so long. */
  readonly batch: { readonly messages: number; readonly waitMs: number };
  /** Test data flag in the header; null: none is given. */
  readonly testFlag: string | null;
  readonly retry: RetryRule;
  /** True: while a file needs a person, later ones of its flow to its recipient wait behind it. */
  readonly keepOrder: boolean;
  /** How files are made into OpenPGP messages before they are recorded; null: they go as they are. */
  readonly pgp: PgpOut | null;
}

/** The temporary name that is none: for servers that rename nothing. */
export const ownNameAtOnce = "{name}";

/** A folder that files are put into for others to take. */
export interface OutboundFolder extends OutboundFiles {
  readonly kind: "folder";
  /** Absolute, with words in braces: `/srv/out/{toParticipant}`. */
  readonly path: string;
  /** What of the path has to be there; what is below it is made. */
  readonly base: string;
}

/** A folder at a partner's server that files are put into. */
export interface OutboundSftp extends OutboundFiles {
  readonly kind: "sftp";
  readonly server: SftpServer;
  /** As the server names it, with words in braces: `/incoming/{flow}`. */
  readonly path: string;
  /** What of the path has to be there; what is below it is made. */
  readonly base: string;
}

/** Any channel that files leave by. */
export type OutboundChannel = OutboundFolder | OutboundSftp;

/** Where a channel's files are put, for people: `/srv/out/{flow}`, or `sftp://user@host:port/incoming/{flow}`. */
export function outboundPlace(channel: OutboundChannel): string {
  if (channel.kind === "folder") return channel.path;
  return placeOf({ server: channel.server, folder: channel.path });
}

/** How files are named where nobody says otherwise. */
const usualFileName = "{flow}{version}_{toRole}{toParticipant}_{identifier}.{extension}";

/**
 * How a channel's files for a party are named. Under the usual name a role of one letter runs on into the
 * participant, `MUDMS`; of a longer one nobody could tell where it ends, so that there a separator follows it.
 * A word that stands for nothing takes the separator before it away, which tells a party without a role from
 * one that has it; no role is a digit, so that of a DIP id it may stay.
 */
export function fileNameFor(
  { fileName }: Pick<OutboundFiles, "fileName">,
  { role, participant }: Party,
): string {
  const isDipId = !role && /^\d/.test(participant ?? "");
  const isLong = (role ?? "").length > 1 && !!participant;
  if (fileName !== usualFileName || !(isDipId || isLong)) return fileName;
  return fileName.replace("{toRole}", "{toRole}_");
}

/** What holds for a channel when its settings do not say otherwise. */
export const outboundDefaults = {
  from: null,
  flows: null,
  recipients: null,
  fileName: usualFileName,
  temporaryName: ".busbar-{random}.part",
  identifier: null,
  numbering: "flow",
  firstNumber: 1,
  lineEnd: "LF",
  finalNewline: true,
  batch: { messages: 1, waitMs: 0 },
  testFlag: "OPER",
  retry: { firstMs: 1_000, longestMs: 300_000, attempts: null },
  keepOrder: true,
  pgp: null,
} as const satisfies Partial<OutboundFiles>;

/** The folders of a path before the first one with a word in braces. */
export function fixedPart(path: string): string {
  const parts = path.split("/");
  const first = parts.findIndex((part) => part.includes("{"));
  if (first < 0) return path;
  return parts.slice(0, first).join("/") || (path.startsWith("/") ? "/" : ".");
}
