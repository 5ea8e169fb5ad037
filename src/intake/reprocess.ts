import type { Message, Outcome } from "../core/document.ts";
import type { FileRecord } from "../core/file.ts";
import type { Store } from "../core/store.ts";
import { readDocument } from "../formats/read-document.ts";
import type { RecordingContext } from "./context.ts";
import { judgeOutcome } from "./judge.ts";
import { PiecewiseReader } from "./piecewise-reader.ts";
import { type Router, routePending } from "./route.ts";

/** A file before and after its kept bytes were read again. */
export interface Reprocessed {
  readonly before: FileRecord;
  readonly after: FileRecord;
  /** Messages whose routing had failed and was tried again. */
  readonly retried: number;
}

/** A reading of a file: what is known of it and its messages. */
interface Reading {
  readonly outcome: Outcome;
  readonly messages: readonly Message[];
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
  const before = await store.file(fileId);
  if (before === null) return null;
  const reading = await readAgain(context, before);
  const { outcome, occurredAt } = judgeOutcome(context, reading.outcome, before.seenAt);
  await store.recordReading(fileId, outcome, reading.messages, occurredAt);
  const retried = await store.retryFailures(fileId);
  await routePending(store, definitions);
  return { before, after: (await store.file(fileId)) ?? before, retried };
}

async function readAgain(
  { store, catalogue, largeFileBytes }: RecordingContext,
  { id, sizeBytes }: FileRecord,
): Promise<Reading> {
  if (sizeBytes <= largeFileBytes) {
    const document = readDocument(await store.rawBytes(id), catalogue);
    return { outcome: document, messages: document.items };
  }
  const check = new PiecewiseReader({ catalogue });
  await pushAll(store, id, check);
  const outcome = check.end();
  const messages: Message[] = [];
  const reader = new PiecewiseReader({
    catalogue,
    context: check.context(),
    onMessage: (message) => void messages.push(message),
  });
  await pushAll(store, id, reader);
  reader.end();
  return { outcome, messages };
}

async function pushAll(store: Store, id: number, reader: PiecewiseReader): Promise<void> {
  for await (const piece of store.rawStream(id)) reader.push(piece);
}
