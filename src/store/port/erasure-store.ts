import type { ChangedBy } from "./events/revision-store.ts";
import type { ProcessName } from "./processes/process-store.ts";

/** Bytes of a file or of an outbound file, that tell of a subject. */
export interface ToldContent {
  readonly content: number;
  /** The hash that they came with. */
  readonly hash: string;
  readonly sizeBytes: number;
  /** A file that has them, or an outbound file. */
  readonly of: { readonly kind: "file" | "outbound"; readonly id: number };
  /** Lines of the messages that became events of its processes. */
  readonly lines: readonly number[];
  /** Nothing is left of the bytes: dropped for their age, or erased. */
  readonly isGone: boolean;
  /** Something in the bytes was erased before. */
  readonly isErased: boolean;
}

/** Data of a row: an event, what was said of it since, a message, a command, an outbound file. */
export interface OwnData {
  readonly of: "event" | "message" | "command" | "outbound";
  /** Empty where none is reported. */
  readonly processType: string;
  /** Type of the event, flow and version of the message, name of the command, flow of the outbound message; null: an e-mail. */
  readonly name: string | null;
  /** JSON. */
  readonly data: string;
}

/** All that tells of a subject. */
export interface ToldOf {
  readonly key: string;
  /** The processes of that key, and those that go by it. */
  readonly processes: readonly ProcessName[];
  readonly contents: readonly ToldContent[];
  readonly own: readonly OwnData[];
  /** What is not over, as people call it, each with what it is in; nothing is erased before it is. */
  readonly open: readonly string[];
  /** Changes whenever anything of this does. */
  readonly mark: string;
}

/** A message about the subject, or one that reads otherwise: what it says in the bytes as they were and as they are. */
export interface ErasedRow {
  readonly content: number;
  readonly line: number;
  readonly before: { readonly data: string; readonly problems: string | null };
  readonly after: { readonly data: string; readonly problems: string | null };
}

/** What replaces what. */
export interface Erasing {
  readonly told: ToldOf;
  readonly by: ChangedBy;
  /** Of the same length as they were. */
  readonly contents: readonly {
    readonly content: number;
    readonly whole: boolean;
    readonly bytes: Uint8Array;
  }[];
  readonly messages: readonly ErasedRow[];
  /** A sentence of a row about the subject, without what it says of the person. */
  readonly text: (text: string) => string;
  /** JSON data of such a row, made of the person's files: bytes read again say the same. */
  readonly data: (json: string) => string;
  /** JSON data of a message, by its flow and version, without all that is marked in it. */
  readonly withoutMarked: (name: string, json: string) => string;
  /** A text that may be about anybody. */
  readonly freeText: (text: string) => string;
  /** Copies in archive and quarantine folders, to be replaced once the store is. */
  readonly copies: readonly { readonly path: string; readonly content: number }[];
  /** Nothing is changed: what would be is only reported. */
  readonly isDry?: boolean;
  readonly onStep?: (step: "erasure-written" | "erased") => void;
}

/** What an erasure came to; nothing is on record, and `id` null, when there was nothing to erase. */
export type ErasureDone = Omit<Erasure, "id"> & { readonly id: number | null };

/** That something was erased. */
export interface Erasure extends ChangedBy {
  readonly id: number;
  readonly key: string;
  readonly at: number;
  /** How many different bytes values were replaced in. */
  readonly contents: number;
  /** Of them, those of which nothing is left. */
  readonly whole: number;
  readonly messages: number;
  /** Other rows. */
  readonly texts: number;
  /** Copies in archive and quarantine folders. */
  readonly copies: number;
  /** Null: something is left to do outside the store. */
  readonly endedAt: number | null;
}

/** The last erasure that touched some bytes, and whether nothing of them is left. */
export interface ErasedBytes {
  readonly erasure: Erasure;
  readonly whole: boolean;
}

/** What an erasure has left to do. */
export interface ErasureRest {
  readonly id: number;
  readonly erasure: number;
  /** `pack`, `blob`: old bytes, which the store removes. `copy`: a file that its bytes are to be put into. */
  readonly kind: "pack" | "blob" | "copy";
  readonly path: string;
  readonly content: number | null;
}

/** Whether anything of what was erased may still be in pages of the store's file that nothing uses. */
export interface ScrubbedStore {
  /** The write-ahead log holds nothing any more; null: it is a server's, which empties it in its time. */
  readonly logIsEmpty: boolean | null;
  /** Pages that were used before this store overwrote what it removes may hold more: it is to be compacted. */
  readonly needsCompacting: boolean;
}

/** Erasing what is said of persons. */
export interface ErasureStore {
  /** Everything about a subject: processes, files, what was sent. */
  about(key: string): Promise<ToldOf>;
  /** The bytes of a content as they are kept now. */
  bytes(content: number): Promise<Uint8Array>;
  /**
   * Puts tombstones in place of values, all in one transaction; nothing stays on record of one that finds none. Rejects with a `RefusedError` when something about
   * the subject changed since it was looked at.
   */
  erase(erasing: Erasing): Promise<ErasureDone>;
  /** What erasures have left to do outside the store, those of a subject first. */
  rest(): Promise<readonly ErasureRest[]>;
  /** Notes that something of it is done; removes old packs and large files itself. */
  settle(rest: ErasureRest): Promise<void>;
  /** Notes that erasures are over of which nothing is left to do. */
  end(): Promise<void>;
  /** Empties the write-ahead log, and gives pages back that nothing uses. */
  scrub(): Promise<ScrubbedStore>;
  /** Everything that was erased, the first first. */
  list(): AsyncIterable<Erasure>;
  /** The last erasure that touched the bytes of a file; null: none did. */
  ofFile(file: number): Promise<ErasedBytes | null>;
  /** The last erasure that touched the bytes of an outbound file or e-mail; null: none did. */
  ofOutbound(outbound: number): Promise<ErasedBytes | null>;
}
