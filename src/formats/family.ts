import type { Catalogue } from "../catalogue/definition.ts";
import type { FileLayout, Message, Outcome } from "../core/file/document.ts";
import type { WriteDocument } from "./writer.ts";

/** What a reader is opened with. */
export interface ReaderOptions {
  readonly catalogue: Catalogue;
  /** Called with each message as its last line has been read. Absent: the file is only checked. */
  readonly onMessage?: (message: Message) => void;
  /**
   * What `context()` of an earlier reading of the same bytes gave. With it a message can be serialised
   * at once; without it only after `end()`, since groups beside it may come after it in the file.
   */
  readonly context?: ReaderContext;
  /**
   * Keep the file whole, whatever its size, and how it looked, so that a writer can give the same bytes
   * again. Takes memory in proportion to the file. Absent: false.
   */
  readonly whole?: boolean;
}

/** Opaque: what the messages of a file share. */
export interface ReaderContext {
  readonly family: string;
}

/** Reads one file, in pieces of any size, in bounded memory. Never throws for what is in the bytes. */
export interface FlowReader {
  push(bytes: Uint8Array): void;
  end(): Outcome;
  /** After `end()`. */
  context(): ReaderContext;
  /** After `end()` of a reader that keeps a file whole: how it looked; absent where the family keeps none. */
  layout?(): FileLayout;
}

/** How many bytes from the beginning of a file are enough to recognise it. */
export const headBytes = 4096;

/** How one family of files is told from the others and read. */
export interface FormatFamily {
  /** e.g. `user-file`. */
  readonly id: string;
  /** Whether a file that begins with these bytes (up to 4,096 of them) is of this family. */
  recognises(head: Uint8Array, catalogue: Catalogue): boolean;
  open(options: ReaderOptions): FlowReader;
  /** A reader for bytes that stay as they are as long as its messages are used; `open` where it is absent. */
  openStable?(options: ReaderOptions): FlowReader;
  /** Absent: its files can only be read. */
  readonly write?: WriteDocument;
}
