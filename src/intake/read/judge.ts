import type { Catalogue } from "../../catalogue/definition.ts";
import type { JudgedOutcome, Outcome } from "../../core/file/document.ts";
import type { Envelope } from "../../core/file/envelope.ts";
import type { RepeatRule, SamenessRule } from "../../core/file/identity.ts";
import type { Problem } from "../../core/file/problem.ts";
import { problem } from "../../formats/problem-log.ts";
import { readingMark } from "../../formats/reading-mark.ts";
import { formatOf } from "../../formats/recognise.ts";
import { checkRoute } from "../../formats/route-check.ts";
import { addresseeProblem } from "./addressee.ts";
import { togetherProblem } from "./messages-together.ts";
import { sentTime } from "./sent.ts";
import { sequenceClaim } from "./sequence-claim.ts";
import { testFlagProblem } from "./test-flag.ts";

/** What an outcome is judged by. */
export interface Judging {
  readonly catalogue: Catalogue;
  /** Files of test data await release. */
  readonly live: boolean;
}

/** A reading with what is made of it here, and the moment its file was sent, in milliseconds since 1970. */
export interface Judged {
  readonly outcome: JudgedOutcome;
  readonly occurredAt: number;
}

/**
 * Says what is made of a file that was read: when it was sent, whether its route is right, whether it is
 * for us, whether it is test data, whether it
 * is several files in truth, whether one bad message refuses it, where it stands in its sender's sequence.
 */
export function judgeOutcome(judging: Judging, outcome: Outcome, seenAt: number): Judged {
  const { catalogue } = judging;
  const { envelope } = outcome;
  if (envelope === null) return { outcome, occurredAt: seenAt };
  const sent = sentTime(envelope, seenAt);
  const { awaitsRelease, noted } = reservations(envelope, outcome.recipients, judging);
  const together = togetherProblem(envelope, outcome.messages);
  const found: Problem[] = [
    ...(together === null ? [] : [together]),
    ...(sent.problem === null ? [] : [sent.problem]),
    ...noted,
    ...checkRoute(envelope, catalogue),
    ...refusal(catalogue, envelope, outcome.invalid),
  ];
  const sequence = sequenceClaim(catalogue, outcome, envelope);
  const sameness = samenessOf(catalogue, envelope, outcome.replay === true);
  const judged = {
    ...outcome,
    mark: readingMark(catalogue, envelope),
    awaitsRelease,
    sequence,
    ...(sameness !== null && { sameness }),
    problems: [...found, ...outcome.problems],
  };
  return { outcome: judged, occurredAt: sent.at };
}

/** Why a file waits whole for a person, if it does, and what else is to be said of whom it is for and of its data. */
function reservations(
  envelope: Envelope,
  recipients: readonly string[] | undefined,
  { catalogue: { addressee }, live }: Judging,
): { readonly awaitsRelease: Problem | null; readonly noted: readonly Problem[] } {
  const all = [
    addressee === undefined ? null : addresseeProblem(envelope, addressee, recipients),
    live ? testFlagProblem(envelope) : null,
  ].filter((one) => one !== null);
  const [awaitsRelease = null, ...others] = all.filter(({ severity }) => severity === "error");
  // One release lets the file through, so what else it would await release for is a warning beside the first.
  const noted = all
    .filter((one) => one !== awaitsRelease)
    .map((one) => (others.includes(one) ? { ...one, severity: "warning" as const } : one));
  return { awaitsRelease, noted };
}

/** When the file is one that is here already; null where the usual rule holds. */
function samenessOf(
  { settings }: Catalogue,
  envelope: Envelope,
  replay: boolean,
): SamenessRule | null {
  const said = settings?.(envelope.flow);
  const repeats = said?.duplicates ?? usualRepeats(envelope);
  const identityWithinMs = said?.identityWithinMs ?? null;
  const isUsual = repeats === "by-bytes" && identityWithinMs === null && !replay;
  return isUsual ? null : { repeats, identityWithinMs, ...(replay && { replay }) };
}

/** The rule of a file for which no setting says otherwise: an identifier of its own tells it from all others. */
function usualRepeats(envelope: Envelope): RepeatRule {
  return envelope.fileIdentifier === null ? formatOf(envelope).repeats : "by-bytes";
}

/** Where an error in one message refuses the file, why it does. */
function refusal({ settings }: Catalogue, { flow }: Envelope, invalid: number): Problem[] {
  if (invalid === 0 || settings?.(flow).refuse !== "file") return [];
  const messages = invalid === 1 ? "One message has an error" : `${invalid} messages have errors`;
  return [
    problem(
      "MESSAGE_REFUSES_FILE",
      { line: null },
      `${messages}, and busbar.yaml says \`refuse: file\` for ${flow}: so the whole file is refused; ask the sender to correct it.`,
    ),
  ];
}
