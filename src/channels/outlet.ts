/** A file on its way to where a channel puts its files. */
export interface OutgoingFile {
  readonly folder: string;
  readonly name: string;
  /** Its name while it is being written: nobody else's, since nobody can guess it. */
  readonly temporary: string;
  readonly sizeBytes: number;
  /** SHA-256, 64 hexadecimal digits. */
  readonly hash: string;
}

/**
 * What a look finds of a file. `temporary`: it is there under its temporary name, and its own is
 * free or has these very bytes already. `named`: it is there under its own name. `taken`: another file has its name. `gone`: neither
 * name is there. Of one that is written under its own name at once, `temporary` is that less than all of
 * it is there.
 */
export type Sighting = "temporary" | "named" | "taken" | "gone";

/**
 * What became of a file whose writing was acknowledged to the end. `gone`: a moment later it does not lie
 * there, so somebody has taken it.
 */
export interface WrittenOut {
  readonly now: "there" | "gone";
  /** What could not be verified, for people; null when all was. */
  readonly note: string | null;
}

/**
 * Where a channel puts its files: a folder here, or one at a server. Every verb rejects with a
 * `ChannelError` when the channel as a whole cannot be used, with any other error when one file alone
 * is concerned; each may be done again after it failed. One with the code `dropped` may be either.
 */
export interface Outlet {
  /** Outgoing files that may be written at once. */
  readonly inFlight: number;
  /** Writes the whole file under its temporary name, makes it durable and checks its size by that name. */
  write(outgoing: OutgoingFile, bytes: Uint8Array): Promise<WrittenOut>;
  /**
   * Gives a written file its own name; never replaces another file. A file of these very bytes that has
   * the name already is as good. `gone`: it is under neither name.
   */
  publish(outgoing: OutgoingFile): Promise<"named" | "taken" | "gone">;
  look(outgoing: OutgoingFile): Promise<Sighting>;
  /** Removes what is there under the temporary name; false when nothing is. */
  removeTemporary(outgoing: OutgoingFile): Promise<boolean>;
  /** Sees whether the channel can be used, and puts nothing there. */
  reach(): Promise<void>;
  /** A person says that what was in the way is fixed: the next try is made at once. */
  resetBackoff?(): void;
  /** Lets go of what it holds open; the next piece of work opens that again. */
  disconnect?(): Promise<void>;
  /** Makes names in these folders durable. */
  syncNames(folders: readonly string[]): Promise<void>;
}
