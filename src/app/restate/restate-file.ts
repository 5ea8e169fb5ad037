import { setImmediate } from "node:timers/promises";
import type { Message } from "../../core/file/document.ts";
import type { FileRecord } from "../../core/file/file.ts";
import { hasError } from "../../core/file/problem.ts";
import type { ProcessDefinition } from "../../core/process/process.ts";
import { readDocument } from "../../formats/recognise.ts";
import type { RecordingContext } from "../../intake/channel/context.ts";
import { type Judged, judgeOutcome } from "../../intake/file/judge.ts";
import { PiecewiseReader } from "../../intake/file/piecewise-reader.ts";
import { readLargeAgain } from "../../intake/file/reprocess.ts";
import { readInBatches } from "../../intake/file/second-pass.ts";
import type { NewReading, StandingLines } from "../../store/port/events/restatement-store.ts";
import type { ChangedBy } from "../../store/port/events/revision-store.ts";

import { compareMessage, type FoundChange } from "./compare-message.ts";

/** What it takes to restate. */
export interface RestateContext {
  readonly recording: RecordingContext;
  readonly definitions: readonly ProcessDefinition[];
  /** Null: nothing is changed, only reported. */
  readonly changedBy: ChangedBy | null;
}

/** What came of a file; `refused` when today's reader refuses it as a whole: it stays as it is. */
export type RestatedFile = "restated" | "refused" | "gone";

/** How often a file is compared again because somebody fixes its events meanwhile. */
const mostTries = 5;

/** Messages whose changes are one transaction: more would keep others from recording for too long. */
const messagesAtOnce = 500;

/** Beyond the last line of any file. */
const lastLine = Number.MAX_SAFE_INTEGER;

/**
 * Reads the kept bytes of an active file again, tells of each difference, and appends them unless it
 * is a dry run. A file of many messages takes a transaction for each batch of them, between which others
 * record: what a break leaves is found when it is run again.
 */
export async function restateFile(
  context: RestateContext,
  id: number,
  onChange: (change: FoundChange) => void,
): Promise<RestatedFile> {
  const { store, largeFileBytes } = context.recording;
  const file = await store.files.get(id);
  if (file?.state !== "recorded" || file.members.length > 0) return "gone";
  return file.sizeBytes > largeFileBytes
    ? restateLarge(context, file, onChange)
    : restateSmall(context, file, onChange);
}

async function restateSmall(
  context: RestateContext,
  { id, seenAt }: FileRecord,
  onChange: (change: FoundChange) => void,
): Promise<RestatedFile> {
  const { recording } = context;
  const document = readDocument(await recording.store.files.bytes(id), recording.catalogue);
  const judged = judgeOutcome(recording, document, seenAt);
  if (hasError(judged.outcome.problems)) return "refused";
  const part = { id, judged, items: document.items, from: 0, to: lastLine };
  const isLong = context.changedBy !== null && document.items.length > messagesAtOnce;
  const found = isLong
    ? await restateInParts(context, part)
    : await restatePart(context, part, true);
  for (const change of found) onChange(change);
  await noteRestated(context, id, judged, found.some(isAppended));
  return "restated";
}

/** First what changes events, some messages at a time; messages without an event are read anew in the end, all at once. */
async function restateInParts(
  context: RestateContext,
  { id, judged, items }: Part,
): Promise<readonly FoundChange[]> {
  const found: FoundChange[] = [];
  for (let start = 0, from = 0; start < items.length; start += messagesAtOnce) {
    const some = items.slice(start, start + messagesAtOnce);
    const isLast = start + messagesAtOnce >= items.length;
    const to = isLast ? lastLine : (some.at(-1)?.line ?? 0);
    found.push(...(await restatePart(context, { id, judged, items: some, from, to }, false)));
    from = to + 1;
    await setImmediate();
  }
  if (found.some(({ reads }) => reads))
    await restatePart(context, { id, judged, items, from: 0, to: lastLine }, true);
  return found;
}

async function restateLarge(
  context: RestateContext,
  file: FileRecord,
  onChange: (change: FoundChange) => void,
): Promise<RestatedFile> {
  const { recording, changedBy } = context;
  const { store, catalogue } = recording;
  const { id, seenAt } = file;
  const check = new PiecewiseReader({ catalogue });
  for await (const piece of store.files.stream(id)) check.push(piece);
  const judged = judgeOutcome(recording, check.end(), seenAt);
  if (hasError(judged.outcome.problems)) return "refused";
  const options = { catalogue, context: check.context() };
  let from = 0;
  let reads = false;
  let appends = false;
  const part = async (items: readonly Message[], to: number) => {
    const found = await restatePart(context, { id, judged, items, from, to }, false);
    from = to + 1;
    for (const change of found) {
      reads ||= change.reads;
      appends ||= isAppended(change);
      onChange(change);
    }
  };
  await readInBatches(options, store.files.stream(id), (items) =>
    part(items, items.at(-1)?.line ?? 0),
  );
  await part([], lastLine);
  if (reads && changedBy !== null) await readLargeAgain(recording, file);
  await noteRestated(context, id, judged, appends);
  return "restated";
}

function isAppended({ changes }: FoundChange): boolean {
  return changes.length > 0;
}

/** The problems of a file are those of the reading that its events say. */
async function noteRestated(
  { changedBy, recording }: RestateContext,
  id: number,
  { outcome }: Judged,
  isChanged: boolean,
): Promise<void> {
  if (changedBy !== null && isChanged)
    await recording.store.restatements.note({ file: id, outcome });
}

/** Some lines of a file, as they are read now. */
interface Part {
  readonly id: number;
  readonly judged: Judged;
  readonly items: readonly Message[];
  readonly from: number;
  readonly to: number;
}

async function restatePart(
  context: RestateContext,
  part: Part,
  isWhole: boolean,
): Promise<readonly FoundChange[]> {
  const { changedBy, recording } = context;
  const { store, onStep } = recording;
  const { id, judged, items } = part;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const standing = await store.restatements.messages({
      file: id,
      fromLine: part.from,
      toLine: part.to,
    });
    const found = comparePart(context, part, standing);
    const changes = found.flatMap((one) => one.changes);
    const reads = isWhole && found.some((one) => one.reads);
    if (changedBy === null || (changes.length === 0 && !reads)) return found;
    const { outcome, occurredAt } = judged;
    const reading: NewReading | null = reads ? { outcome, messages: items, occurredAt } : null;
    if (
      await store.restatements.record({
        file: id,
        changes,
        revision: standing.revision,
        changedBy,
        reading,
      })
    ) {
      onStep("restated");
      return found;
    }
  }
  throw new Error(`Somebody corrects the events of file ${id} all the time; restate it later`);
}

function comparePart(
  { definitions }: RestateContext,
  { id, judged, items }: Part,
  { messages }: StandingLines,
): FoundChange[] {
  const { envelope } = judged.outcome;
  if (envelope === null) return [];
  const standing = new Map(messages.map((message) => [message.line, message]));
  const found = items.flatMap((message) => {
    const before = standing.get(message.line) ?? null;
    standing.delete(message.line);
    return compareMessage(definitions, before, { file: id, envelope, message });
  });
  const left = [...standing.values()].flatMap((before) =>
    compareMessage(definitions, before, { file: id, envelope, message: null }),
  );
  return [...found, ...left];
}
