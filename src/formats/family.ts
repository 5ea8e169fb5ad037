import type { Catalogue, Family, FlowDefinition } from "../catalogue/definition.ts";
import type { TreeFamilyRow } from "../catalogue/tree-family.ts";
import type { FileLayout, GroupData, Message, Outcome } from "../core/file/document.ts";
import type { Envelope } from "../core/file/envelope.ts";
import type { FileRecord } from "../core/file/file.ts";
import type { RepeatRule } from "../core/file/identity.ts";
import type { SequenceRule } from "../core/file/sequence.ts";
import type { WriteDocument, Written } from "./writer.ts";

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

/**
 * Everything that Busbar knows of one family of files. Every field is required, and where a family has no
 * such thing it says so: there is no usual value that a new family could be given by mistake.
 */
export interface FormatFamily {
  /** e.g. `user-file`. */
  readonly id: Family;
  /** Whether a file that begins with these bytes (up to 4,096 of them) is of this family. */
  recognises(head: Uint8Array, catalogue: Catalogue): boolean;
  open(options: ReaderOptions): FlowReader;
  /** A reader for bytes that stay as they are as long as its messages are used; it may copy none of them. */
  openStable(options: ReaderOptions): FlowReader;
  /** Null: its files can only be read. */
  readonly write: WriteDocument | null;
  /** Zone of its senders' clocks, for times without an offset, e.g. `Europe/London`. */
  readonly zone: string;
  /**
   * Where the running number of a file is: `header`, it is the file identifier; `definition`, in the
   * field that the flow's definition names, if it names one.
   */
  readonly numbering: "header" | "definition";
  /** The sequence check of a flow whose definition has no rule of its own. */
  readonly sequence: SequenceRule;
  /** Of a family of record trees, what definitions of its flows may say; null: they have a form of their own. */
  readonly definitions: TreeFamilyRow | null;
  /** What a file without an identifier of its own is when the same bytes come again. */
  readonly repeats: RepeatRule;
  /** Headers say the version of the flow. */
  readonly saysVersion: boolean;
  /** Headers say who sends the file, so that nothing can be sent before we know who we are. */
  readonly saysSender: boolean;
  /** Headers name roles by the letters of Market Domain Data, so that routes can be checked. */
  readonly lettersRoles: boolean;
  /** What a live installation makes of a file of the flow without a test data flag. */
  emptyTestFlag(flow: string): "live" | "warn" | "await-release";
  /** The template of file identifiers, where a channel says nothing else, e.g. `{number:10}`. */
  readonly usualIdentifier: string;
  /** How the names of its files end, e.g. `usr`. */
  readonly extension: string;
  /** What a layout's `lineEnd` is for lines that end with carriage return and line feed. */
  readonly crlf: string;
  /** How senders are notified of what became of their files; null: they are not. */
  readonly answers: AnswerFlow | null;
  /** How made-up files look; null: those of its flows are made up whole, without a header of their own. */
  readonly madeUp: MadeUp | null;
}

/** What the header of a made-up file has to be in one family. */
export interface MadeUp {
  /** An envelope as the family's headers can say it, of one in User File Format. */
  envelope(flow: FlowDefinition, envelope: Envelope): Envelope;
  /** What the layout of the flow's file has to say; null where the family's usual look is all. */
  layout(flow: FlowDefinition): FileLayout | null;
}

/** The flow of the files by which senders are notified of what became of theirs. */
export interface AnswerFlow {
  /** e.g. `ADT`; files of it are not answered. */
  readonly flow: string;
  /** It is in no catalogue, since nobody else writes it. */
  readonly isOurs: boolean;
  /** Writes a file of what waits to be sent: each file answers one, so more than one is a problem. */
  write(data: readonly GroupData[], look: AnswerLook, catalogue: Catalogue): Written;
  /** What is said to the sender of one file; null where it is said of each message (status files). */
  readonly respond: RespondToFile | null;
}

/** How the lines of an answer end. */
export interface AnswerLook {
  readonly lineEnd: "LF" | "CRLF";
  readonly finalNewline: boolean;
}

/** What a file that came in is answered with. */
export interface RespondToFile {
  /** The code that says what became of the file. */
  codeOf(file: FileRecord): string;
  /** The code in an answer that was given; null where it has none. */
  codeIn(data: unknown): string | null;
  /** The answer's data. `now`: when it is given, in milliseconds since 1970. */
  say(file: FileRecord, envelope: Envelope, now: number): object;
}
