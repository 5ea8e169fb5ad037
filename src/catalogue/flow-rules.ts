import type { SequenceRule } from "../core/file/sequence.ts";

/** How the files of a flow are laid out and what is checked of them; what a definition leaves out is its family's. */
export interface FlowRules {
  /** The delimiter between fields: one character. */
  readonly delimiter: string;
  /**
   * `none`: a quote is text. `text`: fields of format text are in double quotes when they have a value.
   * `all-text`: empty ones and times do, too. `needed`: only what would be misread.
   */
  readonly quoting: "none" | "text" | "all-text" | "needed";
  /** Codes of the first and last record, e.g. `ZHV-ZPT`; `HEADR` has no trailer, that of `HEADR-TRAIL` may have another code. */
  readonly envelope: string;
  /**
   * How a record finds its place. `parent`: below its parent, siblings in the definition's order.
   * `level`: below the last record of the level above, siblings in any order.
   */
  readonly tree: "parent" | "level";
  /**
   * What the trailer's count counts. `groups`: the records between header and trailer. `records`: those
   * two as well. `undecided`: nobody knows; it is compared both ways and never refuses a file.
   */
  readonly count: "groups" | "records" | "undecided" | "none";
  /**
   * `xor`: exclusive or of each record's big-endian four-byte words, zero-padded, header in, trailer
   * out. `opaque`: there is one, and it is not checked.
   */
  readonly checksum: "xor" | "opaque" | "none";
  readonly sequence: SequenceRule;
}
