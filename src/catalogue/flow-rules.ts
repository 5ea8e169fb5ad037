import { type SequenceRule, usualHoldForMs } from "../core/file/sequence.ts";

/** The families whose files are records in a tree, from a header to a trailer. */
export const treeFamilies = ["user-file", "pool", "settlement", "uk-link", "rgma"] as const;

/** A family of record trees. */
export type TreeFamily = (typeof treeFamilies)[number];

/** How the files of a flow are laid out and what is checked of them; what a definition leaves out is its family's. */
export interface FlowRules {
  /** Stands between fields: one character. */
  readonly delimiter: string;
  /**
   * `none`: a quote is text. `text`: fields of format text stand in double quotes when they have a value.
   * `all-text`: empty ones and times do, too. `needed`: only what would be misread.
   */
  readonly quoting: "none" | "text" | "all-text" | "needed";
  /** Codes of the first and last record; `HEADR` has no trailer, that of `HEADR-TRAIL` may have another code. */
  readonly envelope: "ZHV-ZPT" | "ZHD-ZPT" | "AAA-ZZZ" | "A00-Z99" | "HEADR" | "HEADR-TRAIL";
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

const piped = { delimiter: "|", quoting: "none", tree: "parent" } as const;
const unsequenced = { check: "off", onGap: "pass", holdForMs: usualHoldForMs } as const;
const sequenced = { check: "warn", onGap: "pass", holdForMs: usualHoldForMs } as const;

/** The rules of each family, for what a definition does not say. */
export const familyRules: Readonly<Record<TreeFamily, FlowRules>> = {
  "user-file": {
    ...piped,
    envelope: "ZHV-ZPT",
    count: "groups",
    checksum: "opaque",
    sequence: unsequenced,
  },
  pool: {
    ...piped,
    envelope: "ZHD-ZPT",
    count: "records",
    checksum: "xor",
    sequence: unsequenced,
  },
  settlement: {
    ...piped,
    envelope: "AAA-ZZZ",
    count: "records",
    checksum: "xor",
    sequence: sequenced,
  },
  "uk-link": {
    delimiter: ",",
    quoting: "text",
    envelope: "A00-Z99",
    tree: "level",
    count: "undecided",
    checksum: "none",
    sequence: sequenced,
  },
  rgma: {
    delimiter: ",",
    quoting: "text",
    envelope: "HEADR",
    tree: "level",
    count: "none",
    checksum: "none",
    sequence: unsequenced,
  },
};
