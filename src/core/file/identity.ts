import { type Envelope, isTestData } from "./envelope.ts";
import type { FileState } from "./file.ts";
import { isHalfHourly } from "./half-hourly.ts";

/**
 * What makes two files claim to be the same thing for the business: sender role, sender, flow and the
 * sender's file identifier; a sender's test files are numbered apart from its live ones. Null when the
 * family gives its files no identifier: then only their bytes tell. The identifier is unique within the
 * sending participant (DTC 15.4, J1064). A sender's references of half-hourly settlement are of all interfaces.
 */
export function businessIdentity(envelope: Envelope | null): string | null {
  if (envelope === null || envelope.fileIdentifier === null) return null;
  const { role, participant } = envelope.from;
  const flow = isHalfHourly(envelope.flow) ? "MHHS" : envelope.flow;
  const parts = [role ?? "", participant ?? "", flow, envelope.fileIdentifier];
  return (isTestData(envelope) ? [...parts, "test"] : parts).join("|");
}

/**
 * When the same bytes are the same file once more. `by-bytes`: always. `by-name`: under the same name.
 * `by-name-and-time`: under the same name, changed no later than the active file; that is the very file
 * seen again. `never`: every arrival is a file of its own.
 */
export type RepeatRule = "by-bytes" | "by-name" | "by-name-and-time" | "never";

/** When a file is one that is here already. */
export interface SamenessRule {
  readonly repeats: RepeatRule;
  /**
   * Files sent this far apart or further, in milliseconds, are never the same by their identifiers: the
   * sender counts anew. Null: identifiers are for ever.
   */
  readonly identityWithinMs: number | null;
  /** The sender says that it is sent again: with a file of the same identifier it is a repeat of that one. */
  readonly replay?: boolean;
}

/** What holds for a file whose sender gives it an identifier, and for a container. */
export const usualSameness: SamenessRule = { repeats: "by-bytes", identityWithinMs: null };

/** What the store knows that may clash with a new arrival. Only active files count. */
export interface Clashes {
  /** The active file with the same bytes, and that the arrival repeats by its rule. */
  readonly sameBytes: number | null;
  /** The active file with the same business identity. */
  readonly sameIdentity: number | null;
  /** The two are one message, see `isSentAgain`. */
  readonly isReplay?: boolean;
}

/** An active file with the identity of an arrival. */
export interface StandingTwin {
  readonly replay: boolean;
  /** It, or something of it, waits for a person: what it says may be wrong. */
  readonly waits: boolean;
}

/**
 * Whether an arrival is the message that is active already, though its bytes are others: just one of the two
 * says that it is sent again. What was sent again to fix a message that waits is none, nor are two that
 * were sent again and differ: which of them is right only a person can tell.
 */
export function isSentAgain(replay: boolean, twin: StandingTwin): boolean {
  return !twin.waits && replay !== twin.replay;
}

/** What becomes of an arrival. */
export interface IdentityVerdict {
  readonly state: Extract<FileState, "recorded" | "duplicate" | "conflict" | "rejected">;
  readonly otherFile: number | null;
}

/**
 * The verdict on an arrival. The same bytes as an active file repeat it, whatever else; so does a
 * replay of one, whose bytes say that they are one. A refused file owns no identity, so the good one that
 * follows it is an ordinary new file, not a conflict.
 */
export function judgeArrival(refused: boolean, clashes: Clashes): IdentityVerdict {
  if (clashes.sameBytes !== null) return { state: "duplicate", otherFile: clashes.sameBytes };
  if (refused) return { state: "rejected", otherFile: null };
  const { sameIdentity: otherFile, isReplay = false } = clashes;
  if (otherFile !== null) return { state: isReplay ? "duplicate" : "conflict", otherFile };
  return { state: "recorded", otherFile: null };
}
