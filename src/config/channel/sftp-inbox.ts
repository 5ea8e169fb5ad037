import type { PgpIn } from "../pgp.ts";
import { folderDefaults } from "./channel.ts";
import type { SftpServer } from "./sftp-server.ts";

/** What becomes of a partner's file once it is recorded. Folders are paths at the server. */
export type TakenFate =
  | { readonly kind: "delete" }
  | { readonly kind: "keep" }
  | { readonly kind: "move"; readonly folder: string };

/** When a folder is looked at instead of every so often. */
export interface LookTimes {
  /** Minutes after midnight, growing. */
  readonly minutes: readonly number[];
  /** 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[];
  /** E.g. `Europe/London`. */
  readonly zone: string;
}

/** A folder on a partner's SFTP server that files come in by. */
export interface SftpInbox {
  /** What people call it by; unique among the channels. */
  readonly name: string;
  readonly kind: "sftp";
  readonly direction: "in";
  readonly server: SftpServer;
  /** The folder at the server, as the server names it. */
  readonly folder: string;
  /** Where copies of refused files go on this machine, with the reason beside them. */
  readonly quarantine: string;
  /** How often the folder is listed, in milliseconds; not used when there are `times`. */
  readonly pollMs: number;
  readonly times: LookTimes | null;
  /** Names to take: `*`, `?` and `[abc]` as in a shell. */
  readonly include: readonly string[];
  /** Names never to take, mostly those that mean "still being written". */
  readonly ignore: readonly string[];
  /** Name of the file that says another is complete, e.g. `{name}.done`; null when the partner makes none. */
  readonly marker: string | null;
  /** How long a file must be unchanged over two looks before it is taken, in milliseconds. */
  readonly steadyMs: number;
  /** How old a file must be before it is taken, in milliseconds. */
  readonly minimumAgeMs: number;
  /** Files of more bytes are never taken; null: there is no limit. */
  readonly maximumBytes: number | null;
  readonly taken: TakenFate;
  /** Folder at the server that a file is renamed into before it is fetched; null: it is fetched where it is. */
  readonly claim: string | null;
  /** How OpenPGP messages are opened; null when none are expected. */
  readonly pgp: PgpIn | null;
  /** The channel that status files leave by, as for folders; null: senders are not reported. */
  readonly statusTo: string | null;
}

/** What an SFTP inbox does when its settings do not say otherwise. */
export const sftpInboxDefaults = {
  pollMs: 60_000,
  times: null,
  include: ["*"],
  ignore: folderDefaults.ignore,
  marker: null,
  steadyMs: 2_000,
  minimumAgeMs: 0,
  maximumBytes: null,
  claim: null,
  pgp: null,
  statusTo: null,
} as const satisfies Partial<SftpInbox>;

/** Where an inbox is, for people and to know its files by: `sftp://user@host:port/folder`. */
export function placeOf({ server, folder }: Pick<SftpInbox, "server" | "folder">): string {
  const { user, host, port } = server;
  return `sftp://${user}@${host}:${port}/${folder.replace(/^\//, "")}`;
}
