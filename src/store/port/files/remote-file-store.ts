import type { FileState } from "../../../core/file/file.ts";

/** One version of a file at a partner, as far as the partner's server distinguishes versions. */
export interface RemoteVersion {
  readonly name: string;
  /** Null when the server does not say. */
  readonly sizeBytes: number | null;
  /** Milliseconds since 1970 by the server's clock; null when it does not say. */
  readonly modifiedAt: number | null;
}

/** A version that is being taken; `<claim>/<name>` is the arrival it will be recorded as. */
export interface RemoteClaim extends RemoteVersion {
  readonly claim: string;
  /** True: it is recorded, nothing is left to do for it, and it stays at the partner. */
  readonly kept: boolean;
}

/** A version that was being taken at some time. */
export interface KnownRemote extends RemoteClaim {
  readonly id: number;
  /** What it was recorded as; null when it was not, or not to the end. */
  readonly recorded: {
    readonly file: number;
    readonly state: FileState;
    /** SHA-256, 64 hexadecimal digits. */
    readonly hash: string;
  } | null;
}

/** What the store knows of files at partners; a place is a folder at one of them. */
export interface RemoteFileStore {
  /** Records what is about to be fetched, in place of an earlier version of the same name. */
  claim(given: { readonly place: string; readonly files: readonly RemoteClaim[] }): Promise<void>;
  /** What is known of these names, by name. */
  known(given: {
    readonly place: string;
    readonly names: readonly string[];
  }): Promise<Map<string, KnownRemote>>;
  /** Forgets files that are not at the partner any more, or not being taken. */
  forget(given: { readonly place: string; readonly names: readonly string[] }): Promise<void>;
  /** The number of the newest row, 0 when there is none. */
  last(): Promise<number>;
  /** Forgets all up to that number but the rows seen: a whole listing did not show the others. Returns how many. */
  forgetUnseen(given: {
    readonly place: string;
    readonly seen: ReadonlySet<number>;
    readonly upTo: number;
  }): Promise<number>;
}
