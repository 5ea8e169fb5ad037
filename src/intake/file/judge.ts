import type { Catalogue } from "../../catalogue/definition.ts";
import { type AddresseeRule, isForOthers } from "../../core/file/addressee.ts";
import type { JudgedOutcome, Outcome } from "../../core/file/document.ts";
import { type Envelope, isTestData, liveFlagOf } from "../../core/file/envelope.ts";
import type { RepeatRule, SamenessRule } from "../../core/file/identity.ts";
import type { Problem } from "../../core/file/problem.ts";
import { readSentTime } from "../../core/file/sent-time.ts";
import type { SequenceClaim, SequenceRule } from "../../core/file/sequence.ts";
import { printable } from "../../formats/printable.ts";
import { problem } from "../../formats/problem-log.ts";
import { readingMark } from "../../formats/reading-mark.ts";
import { formatOf } from "../../formats/recognise.ts";
import { checkRoute } from "../../formats/route-check.ts";
import type { PackedSettings } from "../channel/context.ts";
import { togetherProblem } from "./messages-together.ts";

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
 * for us, whether it is test data, whether it is several files in truth, whether one bad message refuses it,
 * what its place in its sender's sequence is.
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

/** When a file was sent, in milliseconds since 1970, and what is wrong with the time its sender gave. */
export interface SentMoment {
  readonly at: number;
  readonly problem: Problem | null;
}

/**
 * When a file was sent, by its envelope. A time more than a day ahead is not believed: the moment first
 * seen is used instead, with a warning. (A time that cannot be read is reported by the reader.)
 */
export function sentTime(envelope: Envelope, seenAt: number): SentMoment {
  const { created } = envelope;
  const { at, note } = readSentTime(created, formatOf(envelope).zone, seenAt);
  return { at, problem: note === "future" ? inFuture(created) : null };
}

function inFuture(created: string | null): Problem {
  return problem(
    "SENT_IN_FUTURE",
    { line: 1, value: created },
    "The header says the file was made more than a day from now; the time it was first seen is used instead. Check the sender's clock and ours.",
  );
}

/** A file's place in its sender's sequence; null when it has no number or nobody looks at it. */
function sequenceClaim(
  catalogue: Catalogue,
  { sequenceNumber = null }: Outcome,
  envelope: Envelope,
): SequenceClaim | null {
  const byHeader = formatOf(envelope).numbering === "header";
  const text = byHeader ? envelope.fileIdentifier : sequenceNumber;
  if (text === null || !/^\d{1,12}$/.test(text)) return null;
  const { check, onGap, waitForMs } = ruleOf(catalogue, envelope);
  return check === "off" ? null : { number: Number(text), check, onGap, waitForMs };
}

/** The definition's rule, then what this installation says of the flow, then of the sender. */
function ruleOf(catalogue: Catalogue, envelope: Envelope): SequenceRule {
  const { flow, version, from } = envelope;
  const usual = catalogue.find(flow, version)?.definition.rules ?? formatOf(envelope);
  const settings = catalogue.settings?.(flow);
  const { role, participant } = from;
  const sender =
    settings?.senders[`${role ?? ""}:${participant ?? ""}`] ?? settings?.senders[participant ?? ""];
  return { ...usual.sequence, ...settings?.sequence, ...sender?.sequence };
}

/**
 * What a live installation makes of a file's test data flag: an error for test data, null for live data.
 * What an empty flag means is the family's: live by the rules of settlement files and pool files, a warning
 * where J1063 may be left out, and of a message that must say where it comes from, the same as test data.
 */
function testFlagProblem(envelope: Envelope): Problem | null {
  const { testFlag } = envelope;
  const liveFlag = liveFlagOf(envelope);
  if (testFlag === liveFlag) return null;
  const place = { line: 1, field: "testFlag", value: testFlag };
  if (isTestData(envelope))
    return problem(
      "TEST_DATA",
      place,
      `The file is test data ("${testFlag}", not ${liveFlag}) and this is a live installation: its messages become events only once a person has released the file.`,
    );
  const empty = formatOf(envelope).emptyTestFlag(envelope.flow);
  if (empty === "await-release")
    return problem(
      "TEST_DATA",
      place,
      `The message has no environment tag, so nobody can tell that it is ${liveFlag}, and this is a live installation: it becomes an event only once a person has released the file.`,
    );
  if (empty === "live") return null;
  return problem(
    "NO_TEST_FLAG",
    place,
    `The test data flag (J1063) is empty; the file is taken as live.`,
  );
}

/** What an installation makes of a file that is addressed to somebody else: an error where it has to be released. */
function addresseeProblem(
  { to }: Envelope,
  rule: AddresseeRule,
  recipients: readonly string[] = [],
): Problem | null {
  if (!isForOthers(rule, to, recipients)) return null;
  const { role, participant } = to;
  const named = [role, participant].filter((part) => part !== null).join(" ");
  const mustBeReleased = rule.notForUs === "await-release";
  const so = mustBeReleased
    ? "its messages become events only once a person has released the file"
    : "it is taken all the same";
  const found = problem(
    "NOT_FOR_US",
    { line: 1, field: "toParticipant", value: participant },
    `The file is addressed to ${printable(named)}, and busbar.yaml says that we are ${rule.ours.join(", ")}: ${so}. Tell the sender, or add it to \`participants\` if it is for us (a DIP id to \`dipIds\`).`,
  );
  return mustBeReleased ? { ...found, severity: "error" } : found;
}

/** A file that did not come in a container; `by` is the channel. */
interface Came {
  readonly by: string;
}

const must = {
  signed: "signed by one of `signers`",
  encrypted: "encrypted to our key",
  both: "encrypted to our key and signed by one of `signers`",
} as const;

/**
 * What is wrong with a file that came by a channel and is no OpenPGP message: nothing unless `pgp: require`
 * asks for messages. What a message or its signature lacks is said where it is opened.
 */
export function formProblem(packed: PackedSettings, { by }: Came): Problem | null {
  const required = packed.pgpOf(by)?.require ?? null;
  if (required === null) return null;
  const say = `The file is no OpenPGP message, and \`pgp: require\` in busbar.yaml says that what comes by ${by} is ${must[required]}: anybody who may write there could have laid it down. Ask the sender for the file as such a message; if plain files are right, take the setting off and read it again.`;
  return problem("PGP_REQUIRED", { line: null, value: required }, say);
}

/** What is made of a plain file, refused where its channel asks for messages. */
export function withForm(
  packed: PackedSettings,
  came: Came,
  outcome: JudgedOutcome,
): JudgedOutcome {
  const found = formProblem(packed, came);
  return found === null ? outcome : { ...outcome, problems: [found, ...outcome.problems] };
}
