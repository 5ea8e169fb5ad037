import { isHalfHourly } from "./half-hourly.ts";

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
  /** What says whether the data is live (`liveFlagOf`); anything else is test data. */
  readonly testFlag: string | null;
}

/**
 * What the test data flag says when the data is live: `OPER` (J1063), and of half-hourly settlement the
 * environment tag `PRD`.
 */
export function liveFlagOf({ flow }: Pick<Envelope, "flow">): string {
  return isHalfHourly(flow) ? "PRD" : "OPER";
}

/** Whether a file says that its data is a test. An empty flag is live. */
export function isTestData(envelope: Envelope): boolean {
  return envelope.testFlag !== null && envelope.testFlag !== liveFlagOf(envelope);
}
