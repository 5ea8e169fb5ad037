import type { PgpIn } from "../pgp.ts";

/** A folder that files come in by. Every path is absolute; `busbar.yaml` is where people write it. */
export interface FolderChannel {
  /** What people call it by; unique among the channels, e.g. `inbox`. */
  readonly name: string;
  readonly kind: "folder";
  readonly direction: "in";
  /** The inbox: where others put files. Busbar takes every regular file out of it. */
  readonly path: string;
  /** Where files lie while they are being recorded; on the same mount as `path`. */
  readonly work: string;
  /** Where recorded files go, by date; may be on another mount. */
  readonly archive: string;
  /** Where copies of refused files go, with the reason beside them. */
  readonly quarantine: string;
  /** How long a file must be unchanged before it is taken, in milliseconds. */
  readonly steadyMs: number;
  /** How often the inbox is listed when nothing wakes us up earlier, in milliseconds. */
  readonly pollMs: number;
  /** Names that mean "still being written": `*`, `?` and `[abc]` as in a shell, e.g. `*.part`. */
  readonly ignore: readonly string[];
  /** Name of the file that says another is complete, e.g. `{name}.done`; null when the sender makes none. */
  readonly marker: string | null;
  /** How OpenPGP messages are opened; null when none are expected. */
  readonly pgp: PgpIn | null;
  /**
   * The channel that status files for files of half-hourly settlement messages leave by, a verdict on each
   * message in them; null: senders are not reported.
   */
  readonly statusTo: string | null;
}

/** What a folder channel does when its settings do not say otherwise. */
export const folderDefaults = {
  steadyMs: 2000,
  pollMs: 2000,
  ignore: ["*.tmp", "*.part", "*.partial", "*.filepart", "*.writing", "*.crdownload", "~*", ".*"],
  marker: null,
  pgp: null,
  statusTo: null,
} as const satisfies Partial<FolderChannel>;
