import type { ChangedBy } from "./events/revision-store.ts";

/** Where the kept bytes of a file are. */
export type KeptWhere = "store" | "pack" | "dropped";

/** What was done with kept bytes. `unarchived`: files of an archive were removed whose bytes are kept. */
export type RetentionKind = "packed" | "dropped" | "unarchived";

/** Something that was done with kept bytes at a time. */
export interface Retention extends ChangedBy {
  readonly id: number;
  readonly kind: RetentionKind;
  /** How many different bytes; of `unarchived`, how many files. */
  readonly contents: number;
  /** Of all of them, unpacked. */
  readonly bytes: number;
  readonly at: number;
}

/** How the bytes of one file are kept; the retention is the last that moved or dropped them. */
export interface KeptBytes {
  readonly where: KeptWhere;
  readonly retention: Retention | null;
}

/** Bytes that may be moved or dropped together. */
export interface RetentionPart {
  /** A bundle of small files in the store, the bytes of a large file, or a whole pack. */
  readonly of: "bundle" | "blob" | "pack";
  /** The number of the bundle, the content or the pack. */
  readonly id: number;
  readonly contents: number;
  /** Unpacked. */
  readonly bytes: number;
  /** As it takes room now. */
  readonly kept: number;
}

/** Where to look for kept bytes that are old: after a bundle, a large file or a pack of that number. */
export interface RetentionPlace {
  readonly of: RetentionPart["of"];
  readonly after: number;
}

/** A part of the store that was looked at. */
export interface RetentionLook {
  /** Old enough, all of it, and nothing needs it. */
  readonly parts: readonly RetentionPart[];
  /** Old enough, and kept as it is since something of it waits for a person or is not finished. */
  readonly keptBack: readonly RetentionPart[];
  /** Where to look next; null: all was looked at. */
  readonly next: RetentionPlace | null;
}

/** How much is kept where. */
export interface RetentionTotals {
  readonly inStore: { readonly contents: number; readonly bytes: number };
  readonly inPacks: { readonly contents: number; readonly bytes: number; readonly size: number };
  readonly dropped: { readonly contents: number; readonly bytes: number };
}

/** The contents that must stay as they are: found once, for many looks. */
export type Busy = ReadonlySet<number>;

/** Kept bytes that grow old: where they are, and moving them out of the store. */
export interface RetentionStore {
  /**
   * The contents that must stay as they are, whatever their age: of files that are stuck, in conflict, half written or
   * not routed to their end, that have actions which are not over, and of outbound files that are not over.
   */
  busy(): Promise<Busy>;
  /**
   * Bytes whose every file was recorded before the moment, from a place on: bundles, then large files; or packs. A
   * look is short.
   */
  look(given: {
    readonly at: RetentionPlace;
    readonly before: number;
    readonly busy: Busy;
  }): Promise<RetentionLook>;
  /**
   * Moves bundles into one pack, or a large file into one of its own; the bytes leave the store in the transaction
   * that says where they are, once the pack was read back. Gives null when nothing is left to be moved.
   */
  pack(given: {
    readonly parts: readonly RetentionPart[];
    readonly before: number;
    readonly by: ChangedBy;
    readonly onStep?: (step: "pack-written" | "packed") => void;
  }): Promise<Retention | null>;
  /** Drops the bytes of a part for good, in one transaction. Gives null when it is not there any more. */
  drop(given: {
    readonly parts: readonly RetentionPart[];
    readonly before: number;
    readonly by: ChangedBy;
    readonly onStep?: (step: "bytes-dropped") => void;
  }): Promise<Retention | null>;
  /** Notes that so many files of archives were removed. */
  unarchived(given: {
    readonly files: number;
    readonly bytes: number;
    readonly by: ChangedBy;
  }): Promise<Retention>;
  /** Removes files of packs and large files that no row names, as a program leaves behind that was killed. */
  sweep(): Promise<number>;
  /** How the bytes of an archived file are kept, by their hash; null: the store does not know them. */
  ofHash(hash: string): Promise<{ readonly content: number; readonly where: KeptWhere } | null>;
  /** How the bytes of a file are kept. Rejects when there is no such file. */
  ofFile(file: number): Promise<KeptBytes>;
  /** Everything that was done, the first first. */
  list(): AsyncIterable<Retention>;
  totals(): Promise<RetentionTotals>;
  /** Writes the store's file anew without unused room; nobody else can use it meanwhile. Gives its size before and after. */
  compact(): Promise<{ readonly before: number; readonly after: number }>;
  /**
   * Gives unused room of the store's file back to the disk, at most so many pages in one short transaction, and leaves
   * so many bytes of it for what comes next. A store that was made before this could be done gives nothing back.
   */
  giveBack(given: {
    readonly pages: number;
    readonly leaveBytes: number;
  }): Promise<{ readonly freedBytes: number; readonly unusedBytes: number }>;
}
