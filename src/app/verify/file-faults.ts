import type { Message } from "../../core/file/document.ts";
import type { FileRecord } from "../../core/file/file.ts";
import { businessIdentity } from "../../core/file/identity.ts";
import { hasError, type Problem } from "../../core/file/problem.ts";
import { areBytesGone } from "../../core/refusal/bytes-gone.ts";
import { differences, type FieldDifference } from "../../core/replay/difference.ts";
import { type Advice, advice } from "../../core/stuck/remedy.ts";
import { type Judged, judgeOutcome } from "../../intake/file/judge.ts";
import { PiecewiseReader } from "../../intake/file/piecewise-reader.ts";
import { readInBatches } from "../../intake/file/second-pass.ts";
import type { Fault, FileAsStored } from "../../store/port/verify-store.ts";
import { compareMessage } from "../restate/compare-message.ts";
import { eventFault, rowFault, saidOf } from "./message-faults.ts";
import { alteredProblems, missingProblems } from "./problem-faults.ts";
import type { VerifyContext } from "./verify-context.ts";
import { headerStays, putBackInPlace, reprocessHint, restateHint } from "./way-out.ts";

/** Faults reported of one file: more say nothing new. */
const mostOfFile = 100;

/** Files of up to so many bytes are fetched once: they share a bundle, which is unpacked each time. */
const wholeBytes = 1 << 20;

/** Beyond the last line of any file. */
const lastLine = Number.MAX_SAFE_INTEGER;

/** A file beside what its kept bytes say by today's definitions. */
interface Compared {
  readonly file: FileRecord;
  readonly judged: Judged;
  /** It was read by these very definitions each time, so that a difference is damage. */
  readonly isSameReader: boolean;
}

/**
 * What the rows of a file, its messages and their events say otherwise than its kept bytes. Differences that
 * other definitions may explain are one finding, since a changed definition is otherwise in every message.
 */
export async function fileFaults(context: VerifyContext, file: FileRecord): Promise<Fault[]> {
  if (file.state === "recording") return [];
  // What lay in a container is files of their own, which are looked at one by one.
  if (file.members.length > 0 || (await isContainerAgain(context, file))) return [];
  const { store, catalogue } = context.recording;
  const stored = await store.verify.fileAsStored(file.id);
  const reader = new PiecewiseReader({ catalogue });
  let whole: Uint8Array | null = null;
  try {
    if (file.sizeBytes <= wholeBytes) whole = await store.files.bytes(file.id);
    for await (const piece of piecesOf(context, file, whole)) reader.push(piece);
  } catch (error) {
    // Dropped for its age, or erased as a whole, as a row says: there is nothing left to compare.
    if (areBytesGone(error)) return [];
    const why = error instanceof Error ? error.message : String(error);
    const message = `Its bytes cannot be read: ${why}`;
    return [{ code: "READS_OTHERWISE", about: `file ${file.id}`, message }];
  }
  const outcome = reader.end();
  const judged = judgeOutcome(context.recording, outcome, file.seenAt);
  const mark = judged.outcome.mark ?? null;
  const isSameReader = mark !== null && stored.marks.every((one) => one === mark);
  const problems = isSameReader
    ? problemFaults(file, stored, outcome.problems, judged.outcome)
    : [];
  // What a reader refuses has no messages: what is kept of it says why it was refused.
  if (file.state === "rejected") return problems;
  const refusal = refusalOf(file, judged, isSameReader && hasError(outcome.problems));
  if (refusal !== null) return [refusal];
  const compared = { file, judged, isSameReader };
  const found = [...ofRow(compared, stored), ...problems];
  if (file.state !== "duplicate")
    await ofMessages(
      context,
      compared,
      { context: reader.context(), pieces: piecesOf(context, file, whole) },
      (fault) => void found.push(fault),
    );
  return told(compared, found);
}

/** What a file is read from a second time, for its messages. */
interface SecondReading {
  readonly context: ReturnType<PiecewiseReader["context"]>;
  readonly pieces: AsyncIterable<Uint8Array>;
}

async function* piecesOf(
  { recording }: VerifyContext,
  { id }: FileRecord,
  whole: Uint8Array | null,
): AsyncGenerator<Uint8Array> {
  if (whole !== null) yield whole;
  else yield* recording.store.files.stream(id);
}

function refusalOf({ id, state }: FileRecord, judged: Judged, isDamage: boolean): Fault | null {
  const first = judged.outcome.problems.find((problem) => hasError([problem]));
  if (first === undefined) return null;
  const stands = state === "recorded" ? "It is active" : `It is in state ${state}`;
  const message = `${stands}, and today's reader refuses it: ${first.message} (${first.code})`;
  const fault = { code: "READS_OTHERWISE", about: `file ${id}`, message };
  return isDamage ? fault : { ...fault, drift: true };
}

/** The container whose bytes came again: like that one, it has nothing to say itself. */
async function isContainerAgain(
  { recording }: VerifyContext,
  { state, otherFile }: FileRecord,
): Promise<boolean> {
  if (state !== "duplicate" || otherFile === null) return false;
  const first = await recording.store.files.get(otherFile);
  return first !== null && first.members.length > 0;
}

/** Differences as damage, one by one, or as the doing of other definitions, all in one. */
function told({ file, isSameReader }: Compared, found: readonly Fault[]): Fault[] {
  const [first] = found;
  if (first === undefined) return [];
  if (isSameReader) {
    const left = found.length - mostOfFile;
    if (left <= 0) return [...found];
    const message = `${left} more of its messages and events differ from its kept bytes.`;
    return [
      ...found.slice(0, mostOfFile),
      { code: "MESSAGE_DIFFERS", about: `file ${file.id}`, message },
    ];
  }
  const places = found.length === 1 ? "one place" : `${found.length} places`;
  const message = `It was read by other definitions than today's, which say otherwise in ${places}, first ${first.about}: ${first.message}`;
  const { remedy } = first;
  return [
    {
      ...{ code: "READS_OTHERWISE", about: `file ${file.id}`, message, drift: true },
      ...(remedy !== undefined && { remedy }),
    },
  ];
}

function problemFaults(
  { id }: FileRecord,
  stored: FileAsStored,
  read: readonly Problem[],
  { problems, awaitsRelease = null }: Judged["outcome"],
): Fault[] {
  const added = [...problems, ...(awaitsRelease === null ? [] : [awaitsRelease])];
  const found = [
    ...missingProblems(stored.problems, read),
    ...alteredProblems(stored.problems, read, added),
  ];
  if (found.length === 0) return [];
  const message = saidOf(found);
  return [{ code: "FILE_DIFFERS", about: `file ${id}`, message, remedy: putBackInPlace }];
}

function ofRow({ file, judged, isSameReader }: Compared, stored: FileAsStored): Fault[] {
  const { outcome, occurredAt } = judged;
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ["identity", stored.identity, businessIdentity(outcome.envelope)],
    ["time sent", file.occurredAt, occurredAt],
    ["number of messages", file.messages, outcome.messages],
    ["number of invalid messages", stored.invalid, outcome.invalid],
  ];
  const found: FieldDifference[] = [
    ...differences(file.envelope, outcome.envelope),
    ...pairs.flatMap(([path, from, to]) => (Object.is(from, to) ? [] : [{ path, from, to }])),
  ];
  if (found.length === 0) return [];
  const remedy = isSameReader ? putBackInPlace : wayOutOf(file, found);
  return [{ code: "FILE_DIFFERS", about: `file ${file.id}`, message: saidOf(found), remedy }];
}

/** What of a file's row a restate of its events brings up to today's reading. */
const countsOfRow: ReadonlySet<string> = new Set([
  "number of messages",
  "number of invalid messages",
]);

/** What makes a file's row say what today's definitions read, or that it stays. */
function wayOutOf({ id, state, events }: FileRecord, found: readonly FieldDifference[]): Advice {
  if (state === "duplicate" || state === "withdrawn")
    return advice("Nothing needs to be done: it is not active.");
  if (events === 0) return reprocessHint(id);
  const isHeader = !found.some(({ path }) => countsOfRow.has(path));
  return isHeader ? headerStays(id) : restateHint(id);
}

async function ofMessages(
  context: VerifyContext,
  { file, judged, isSameReader }: Compared,
  second: SecondReading,
  onFault: (fault: Fault) => void,
): Promise<void> {
  const { recording, definitions } = context;
  const { store, catalogue } = recording;
  const { envelope } = judged.outcome;
  if (envelope === null) return;
  const types = [...definitions.values()];
  let from = 0;
  const part = async (items: readonly Message[], to: number) => {
    const { messages } = await store.restatements.messages({
      file: file.id,
      fromLine: from,
      toLine: to,
    });
    from = to + 1;
    const standing = new Map(messages.map((message) => [message.line, message]));
    const lines = new Map(items.map((message) => [message.line, message]));
    for (const line of [...new Set([...lines.keys(), ...standing.keys()])]) {
      const [before, message] = [standing.get(line) ?? null, lines.get(line) ?? null];
      const place = { file: file.id, line };
      const row = rowFault({ ...place, isSameReader }, before, message);
      const changes =
        file.state === "recorded" && before !== null && before.events.length > 0
          ? compareMessage(types, before, { file: file.id, envelope, message })
          : [];
      const faults = changes.flatMap((change) => eventFault(place, change) ?? []);
      // What was fixed by a restate is in its events alone.
      const hasEvents = (before?.events.length ?? 0) > 0;
      const isMended = row?.isOfDataAlone === true && hasEvents && faults.length === 0;
      if (row !== null && !isMended) onFault(row.fault);
      else for (const fault of faults) onFault(fault);
    }
  };
  const options = { catalogue, context: second.context };
  await readInBatches(options, second.pieces, (items) => part(items, items.at(-1)?.line ?? 0));
  await part([], lastLine);
}
