/** One end of the journey: a market role letter and a participant id, each null when the file does not say. */
export interface Party {
  readonly role: string | null;
  readonly participant: string | null;
}

/**
 * The header and trailer of a file in one shape for every family: who sent it to whom, which flow,
 * its identifier. What a family does not have is null; every value is the text as sent.
 */
export interface Envelope {
  /** Family of the file format, e.g. `user-file`. */
  readonly family: string;
  /** Flow reference without its version, e.g. `D0010`. */
  readonly flow: string;
  /** Version as sent, e.g. `002`; null where the family has none. */
  readonly version: string | null;
  /** The sender's own identifier for the file (J1064); text, never a number. */
  readonly fileIdentifier: string | null;
  readonly from: Party;
  readonly to: Party;
  /** When the sender says the file was made, as sent, e.g. `20160302153151`. */
  readonly created: string | null;
  /** `OPER` for live; anything else is test data (J1063). */
  readonly testFlag: string | null;
}

/** What the test data flag says when the data is live (J1063). */
export const liveFlag = "OPER";

/** Whether a file says that its data is a test. An empty flag is live. */
export function isTestData({ testFlag }: Envelope): boolean {
  return testFlag !== null && testFlag !== liveFlag;
}
