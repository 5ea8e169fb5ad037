import {
  type JudgedOutcome,
  type Message,
  mostNamedLines,
  type NamedLine,
} from "../../../core/file/document.ts";
import type { Envelope } from "../../../core/file/envelope.ts";
import type { FileState } from "../../../core/file/file.ts";
import { type Findings, findingsOf } from "../../../core/file/findings.ts";
import { businessIdentity, type SamenessRule, usualSameness } from "../../../core/file/identity.ts";
import { hasError, type Problem } from "../../../core/file/problem.ts";
import type { SequenceClaim } from "../../../core/file/sequence.ts";
import type { ReadFile, RecordFailure } from "../../port/files/file-store.ts";
import { identifiersOfParts, identitiesOfParts } from "./further-parts.ts";

/** A message as its row is written. */
export interface PreparedMessage {
  readonly line: number;
  readonly lastLine: number;
  readonly group: string;
  readonly subjectKind: string | null;
  readonly subjectKey: string | null;
  readonly data: string;
  readonly invalid: boolean;
  readonly problems: string | null;
}

/** What a reading of a file's bytes brought, as its row is written. */
export interface PreparedReading {
  readonly envelope: Envelope | null;
  readonly identity: string | null;
  readonly sameness: SamenessRule;
  readonly refused: boolean;
  /** All of it waits until a person releases it. */
  readonly awaitingRelease: boolean;
  readonly sequence: SequenceClaim | null;
  /** What others call it by besides the sender's identifier. */
  readonly otherIdentifiers: readonly string[];
  /** What else has to come, by identity, before another file replaces this one, which is refused. */
  readonly furtherParts: readonly string[];
  readonly messages: number;
  readonly invalid: number;
  readonly problems: string | null;
  /** The subjects that it names, when it is refused: then its messages are not kept. */
  readonly named: readonly NamedLine[];
  /** What it was read with; null when that was not said. */
  readonly mark: string | null;
}

/** A file with everything computed that needs no database, so that the write lock is taken briefly. */
export interface PreparedFile {
  readonly arrival: ReadFile;
  readonly hash: Buffer;
  readonly reading: PreparedReading;
  /** Empty when the file is refused: its bytes are kept and can be read again. */
  readonly items: readonly PreparedMessage[];
}

/** Prepares a file read whole. Throws when what it was given does not fit together. */
export function prepareFile(file: ReadFile): PreparedFile {
  if (file.bytes.byteLength !== file.sizeBytes)
    throw new Error(
      `${file.arrival}: ${file.bytes.byteLength} bytes given, ${file.sizeBytes} said`,
    );
  const reading = prepareReading(file.outcome, file.messages);
  return {
    arrival: file,
    hash: prepareHash(file.hash),
    reading,
    items: reading.refused ? [] : file.messages.map(prepareMessage),
  };
}

/** The 32 bytes of a hash given as 64 hexadecimal digits. */
export function prepareHash(text: string): Buffer {
  const hash = Buffer.from(text, "hex");
  if (hash.length !== 32) throw new Error(`Not a SHA-256 in hexadecimal digits: ${text}`);
  return hash;
}

/** Prepares what is known of a file as a whole; of a refused one, with the problems of its messages. */
export function prepareReading(
  outcome: JudgedOutcome,
  messages: readonly Message[],
): PreparedReading {
  const { envelope, awaitsRelease = null, sequence = null, sameness = usualSameness } = outcome;
  const refused = hasError(outcome.problems);
  const own = awaitsRelease === null ? outcome.problems : [awaitsRelease, ...outcome.problems];
  const problems = refused
    ? fileFirst([...own, ...messages.flatMap((message) => message.problems)])
    : own;
  return {
    envelope,
    identity: businessIdentity(envelope),
    sameness,
    refused,
    awaitingRelease: awaitsRelease !== null,
    sequence,
    otherIdentifiers: [
      ...(outcome.otherIdentifiers ?? []),
      ...(refused ? identifiersOfParts(outcome) : []),
    ],
    furtherParts: refused ? identitiesOfParts(outcome) : [],
    messages: outcome.messages,
    invalid: outcome.invalid,
    problems: problemsText(problems),
    named: refused ? (outcome.named ?? namedLines(messages)) : [],
    mark: outcome.mark ?? null,
  };
}

/** The reading with one more problem, which may refuse the file. */
export function withProblem(
  reading: PreparedReading,
  found: Problem,
  messages: readonly Message[],
): PreparedReading {
  const refuses = !reading.refused && hasError([found]);
  const ofMessages = refuses ? messages.flatMap((message) => message.problems) : [];
  const problems = fileFirst([...problemsFrom(reading.problems), ...ofMessages, found]);
  return {
    ...reading,
    refused: reading.refused || refuses,
    problems: problemsText(problems),
    named: refuses ? namedLines(messages) : reading.named,
  };
}

/** The subjects that messages are about, by their first lines. */
function namedLines(messages: readonly Message[]): NamedLine[] {
  return messages
    .flatMap(({ line, subject }) => (subject === null ? [] : [{ line, key: subject.key }]))
    .slice(0, mostNamedLines);
}

/** Prepares one message: its data is serialised here. */
export function prepareMessage(message: Message): PreparedMessage {
  return {
    line: message.line,
    lastLine: message.lastLine,
    group: message.group,
    subjectKind: message.subject?.kind ?? null,
    subjectKey: message.subject?.key ?? null,
    data: message.json(),
    invalid: hasError(message.problems),
    problems: problemsText(message.problems),
  };
}

/** Problems as they are stored. */
function problemsText(problems: readonly Problem[]): string | null {
  return problems.length === 0 ? null : JSON.stringify(problems);
}

/** Problems as they were stored. */
export function problemsFrom(text: string | null): Problem[] {
  return text === null ? [] : (JSON.parse(text) as Problem[]);
}

/** Problems by line; those of the file as a whole come first. */
export function fileFirst(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** Files that came together are taken in the order their senders numbered them, the others first. */
export function inSequence(files: readonly PreparedFile[]): readonly PreparedFile[] {
  if (files.every(({ reading }) => reading.sequence === null)) return files;
  const number = ({ reading }: PreparedFile) => reading.sequence?.number ?? -1;
  return files.toSorted((a, b) => number(a) - number(b));
}

/** What is reported of a file when it is recorded. Most files have no problem, so that nothing is parsed. */
export function recordedFindings(
  { problems, invalid, awaitingRelease }: PreparedReading,
  state: FileState,
  items: readonly PreparedMessage[],
): Findings {
  const texts = [problems, ...items.map((item) => item.problems)];
  const found = texts.flatMap((text) => problemsFrom(text));
  const waits = awaitingRelease && (state === "recorded" || state === "conflict");
  return findingsOf({ problems: found, invalid, awaitingRelease: waits });
}

/** Prepares a file; why it can not be recorded, where what was given does not fit together. */
export function attemptPrepare(file: ReadFile): PreparedFile | RecordFailure {
  try {
    return prepareFile(file);
  } catch (error) {
    return recordFailure(file.arrival, error);
  }
}

/** Why one of several files was not recorded. */
export function recordFailure(arrival: string, error: unknown): RecordFailure {
  return { arrival, error: error instanceof Error ? error : new Error(String(error)) };
}

/** An arrival in its two parts: the claim, shared by many, and what is its own. */
export function cutArrival(arrival: string): { readonly head: string; readonly tail: string } {
  const slash = arrival.lastIndexOf("/");
  if (slash === -1) throw new Error(`An arrival is <claim>/<name>, not ${arrival}`);
  return { head: arrival.slice(0, slash), tail: arrival.slice(slash + 1) };
}

/** 1 when a file awaits release, as its row says it: nothing of a refused file or a sighting could be released. */
export function awaitsReleaseAs({ awaitingRelease }: PreparedReading, state: FileState): 0 | 1 {
  return awaitingRelease && state !== "rejected" && state !== "duplicate" ? 1 : 0;
}
