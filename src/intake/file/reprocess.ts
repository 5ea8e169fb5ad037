import type { JudgedOutcome } from "../../core/file/document.ts";
import type { FileRecord } from "../../core/file/file.ts";
import { hasError } from "../../core/file/problem.ts";
import { readDocument } from "../../formats/recognise.ts";
import type { RecordingContext } from "../channel/context.ts";
import { packedKindOf, unpackAgain } from "../container/unpack-again.ts";
import { judgeOutcome, withForm } from "./judge.ts";
import { withNamedLines } from "./lines-naming.ts";
import { PiecewiseReader } from "./piecewise-reader.ts";
import { type Router, routePending } from "./route.ts";
import { readInBatches, withMessageProblems } from "./second-pass.ts";

/** A file before and after its kept bytes were read again. */
export interface Reprocessed {
  readonly before: FileRecord;
  readonly after: FileRecord;
  /** Messages whose routing had failed and was tried again. */
  readonly retried: number;
}

/**
 * Reads the kept bytes of a file again with today's parser and catalogue, tries routing again where it
 * failed, and routes what has no event yet. Null when the store has no such file.
 */
export async function reprocess(
  context: RecordingContext,
  definitions: readonly Router[],
  fileId: number,
): Promise<Reprocessed | null> {
  const { store } = context;
  const before = await store.files.get(fileId);
  if (before === null) return null;
  const kind = await packedKindOf(context, before);
  if (kind !== null) await unpackAgain(context, before, kind);
  else if (before.sizeBytes > context.largeFileBytes) await readLargeAgain(context, before);
  else await readAgain(context, before);
  const retried = await store.routes.retryFailed(fileId);
  await routePending(store, definitions);
  return { before, after: (await store.files.get(fileId)) ?? before, retried };
}

async function readAgain(context: RecordingContext, file: FileRecord): Promise<void> {
  const { id, seenAt } = file;
  const { store, catalogue } = context;
  const bytes = await store.files.bytes(id);
  const document = readDocument(bytes, catalogue);
  const { outcome, occurredAt } = judgeOutcome(context, document, seenAt);
  const named = withNamedLines(formOf(context, file, outcome), document.items, bytes);
  await store.readings.record({ file: id, outcome: named, messages: document.items, occurredAt });
}

/** A file that is not active is refused again where its channel asks for messages; what is in a message is right. */
function formOf(
  { packed }: RecordingContext,
  { container, channel, state }: FileRecord,
  outcome: JudgedOutcome,
): JudgedOutcome {
  if (container !== null || state === "recorded") return outcome;
  return withForm(packed, { by: channel }, outcome);
}

/** Reads a large file again in two passes and bounded memory; what the second writes counts for nothing until the end. */
export async function readLargeAgain(context: RecordingContext, file: FileRecord): Promise<void> {
  const { id, seenAt } = file;
  const { store, catalogue, onStep } = context;
  const check = new PiecewiseReader({ catalogue });
  for await (const piece of store.files.stream(id)) check.push(piece);
  const { outcome: found, occurredAt } = judgeOutcome(context, check.end(), seenAt);
  const outcome = formOf(context, file, found);
  const options = { catalogue, context: check.context() };
  if (hasError(outcome.problems)) {
    const whole = await withMessageProblems(outcome, options, store.files.stream(id));
    await store.readings.record({ file: id, outcome: whole, messages: [], occurredAt });
    return;
  }
  await store.readings.begin(id);
  await readInBatches(options, store.files.stream(id), async (messages) => {
    await store.readings.add({ file: id, messages });
    onStep("messages-added");
  });
  await store.readings.finish({ file: id, outcome, occurredAt });
}
