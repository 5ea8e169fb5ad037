import type { HeartbeatStore } from "./heartbeat-store.ts";
import type { LeaderStore } from "./leader-store.ts";

/** How a store is opened. */
export interface StoreOptions {
  /** Where the bytes of large files lie: `<first two digits of the hash>/<hash>`. */
  readonly blobFolder: string;
  /** Refuses every write; never creates or upgrades the store. */
  readonly readOnly?: boolean;
  /** How long, in milliseconds, to try while another program holds the store; 10,000 by default. */
  readonly busyMs?: number;
  /** What is recorded through it is history: it is folded, and nothing is done because of it. */
  readonly history?: boolean;
  /**
   * Throws when this program may not use a store in a file any more; asked before each use. A database asks itself, in
   * each transaction that writes, whether the `daemon` still is one.
   */
  readonly guard?: () => void;
  /** The number of the daemon that writes: what it writes is refused once another has taken its place. */
  readonly daemon?: number | null;
  /** The address at which a session lasts, to hear other daemons by; that of the store when absent. */
  readonly listenAt?: string | null;
  /** Called with how long each transaction that writes took, in milliseconds, its commit with it. */
  readonly onCommit?: (tookMs: number) => void;
  /** Milliseconds since 1970; the system's clock by default. */
  readonly now?: () => number;
  /** Opens a store that another is still being moved into: to prove it. */
  readonly evenIncomplete?: boolean;
  /** Prepares all that it needs at once: a schema other than this program's is refused before anything begins. */
  readonly wholeSchema?: boolean;
}

/** Where a store is, as the configuration names it: what can be asked of it without opening it. */
export interface StorePlace {
  /** As people may see it. */
  readonly shown: string;
  /** Folders on this machine whose disks the store fills. */
  readonly folders: readonly string[];
  /** Files on this machine that the store is, by what they hold, e.g. `db`, `wal`; none where another program keeps them. */
  readonly files: readonly { readonly part: string; readonly path: string }[];
  readonly leader: LeaderStore;
  readonly heartbeat: HeartbeatStore;
  /** Makes room for a store that is to be made here. */
  prepare(): void;
}
