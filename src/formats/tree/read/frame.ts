import type { Catalogue, FlowDefinition, TreeFamily } from "../../../catalogue/definition.ts";
import type { FileNames } from "../../../catalogue/file-names.ts";
import type { FlowRules } from "../../../catalogue/flow-rules.ts";
import type { TreeFamilyRow } from "../../../catalogue/tree-family.ts";
import type { GroupData } from "../../../core/file/document.ts";
import type { Envelope } from "../../../core/file/envelope.ts";
import type { ProblemCode } from "../../problem-codes.ts";
import type { TreeFindings } from "../check/findings.ts";
import type { EnvelopeLine } from "../write/envelope-line.ts";
import type { Line } from "./lines/line.ts";

/** What was counted while a file was read. */
export interface Counted {
  /** Lines between header and trailer, blank ones left out. */
  readonly groups: number;
  /** Headers after the first: whether a trailer counts them is anybody's guess. */
  readonly headers: number;
  /** Occurrences of the flow's first group. */
  readonly firstGroups: number;
  readonly messages: number;
  /** The flow is known, so that the last two are. */
  readonly known: boolean;
  /** Exclusive or of the words of all records before the trailer; 0 where the frame has no checksum. Null where it is unknown: some were too long to be read whole, or are headers. */
  readonly checksum: number | null;
  /** What the flow's definition says of its files, the family's rules where there is none. */
  readonly rules: FlowRules;
}

/** What was counted while a file was written. */
export interface Made {
  /** Lines between header and trailer. */
  readonly groups: number;
  readonly firstGroups: number;
  readonly checksum: number;
  readonly envelope: Envelope;
  /** What the flow's definition says of its files, the family's rules where it is of another one. */
  readonly rules: FlowRules;
}

/** The rules that hold for a flow's files of a family. */
export function rulesOf(frame: Frame, { family, rules }: FlowDefinition): FlowRules {
  return family === frame.family ? rules : frame.row.rules;
}

/** What sets the families of record trees apart: the first and the last line of their files, and how lines become fields. */
export interface Frame {
  /** e.g. `user-file`. */
  readonly family: TreeFamily;
  /** Families whose definitions its files may follow. */
  readonly families: ReadonlySet<TreeFamily>;
  /** What definitions of it may say, and what holds where they say nothing. */
  readonly row: TreeFamilyRow;
  /** Code of the header, e.g. `ZHV`. */
  readonly header: string;
  /** Code of the trailer, e.g. `ZPT`; null where there is none, so that the end of the file is the end. */
  readonly trailer: string | null;
  /** Between the fields of the lines that reach the reader: a byte. */
  readonly delimiter: number;
  /**
   * Every line that reaches the reader should end with a delimiter: one that lacks it is noted. Else both
   * are right, and what looks like the last delimiter may be before an empty last field.
   */
  readonly closedLines: boolean;
  /** Whether the header of a flow's file names a version: one that does not is noted. */
  versioned(flow: string): boolean;
  /** Codes that are errors in its files, though they are only noted in those of others. */
  readonly strict: readonly ProblemCode[];
  /**
   * References, with their version, of flows that are read though the catalogue does not have them: their
   * records are kept without names, with a warning. Null: they are refused.
   */
  readonly undescribed: RegExp | null;
  readonly checksum: boolean;
  /** Reads the first line; null when it does not even name its flow. */
  readHeader(line: Line, findings: TreeFindings): Envelope | null;
  /** Holds the last line against the header and against what was counted. */
  checkTrailer(
    line: Line,
    envelope: Envelope | null,
    counted: Counted,
    findings: TreeFindings,
  ): void;
  /** Zone of its clock, e.g. `Europe/London`. */
  readonly zone: string;
  /** The fields of a line as it is in a file. */
  split(line: string): readonly string[];
  /** Fields may be in quotes. */
  readonly quoted: boolean;
  /** Lines that are written end with a delimiter where nothing else is known. */
  readonly usuallyClosed: boolean;
  /** The header to write for an envelope. `more`: what a layout says of it. */
  headerLine(envelope: Envelope, more: GroupData): EnvelopeLine;
  /** A field of the header as the envelope has it; empty when it does not tell. */
  headerValue(key: string, envelope: Envelope): string;
  /** What a layout has to say so that `headerLine` gives the shape of a header that was read. */
  headerShape(fields: readonly string[], envelope: Envelope): GroupData;
  readonly trailerLine: EnvelopeLine | null;
  /** A field of the trailer as it is made for what was written. */
  trailerValue(key: string, made: Made): string;
  /** What is otherwise in the files of a flow whose definition has names for them; absent where nothing can be. */
  forNames?(definition: FlowDefinition, names: FileNames): NamedFrame;
  /** The flow of a file whose header names only a kind of flow, where the catalogue has it. `head`: its first lines. */
  flowOf?(envelope: Envelope, head: () => readonly string[], catalogue: Catalogue): string | null;
  /** Says what is wrong with how a line between them is written. */
  checkLine?(line: Line, inMessage: boolean, findings: TreeFindings): void;
}

/** What names in a definition settle of a frame. */
export type NamedFrame = Pick<
  Frame,
  "trailer" | "trailerLine" | "trailerValue" | "checkTrailer" | "headerValue"
>;

/** The frame of a flow's files. */
export function frameFor(frame: Frame, definition: FlowDefinition): Frame {
  const { names } = definition;
  if (names === undefined || frame.forNames === undefined) return frame;
  return { ...frame, ...frame.forNames(definition, names) };
}
