import type { Catalogue } from "../../../catalogue/definition.ts";
import type { EventRecord } from "../../../core/event/event.ts";
import type { GroupData } from "../../../core/file/document.ts";
import { hasError } from "../../../core/file/problem.ts";
import type { ProcessDefinition } from "../../../core/process/process.ts";
import { noEvent } from "../../../core/refusal/no-event.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { readDocument } from "../../../formats/recognise.ts";
import { writeDocument } from "../../../formats/write-document.ts";
import type { NewData } from "../../../store/port/events/revision-store.ts";
import type { Store } from "../../../store/port/store.ts";

/** What it takes to correct events. */
export interface CorrectingContext {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly definitions: ReadonlyMap<string, ProcessDefinition>;
}

/** At most so many reasons are named why data does not fit its flow. */
const toldReasons = 5;

/**
 * Data to replace an event's. That of a message has to be what a file of its flow could carry, about
 * the same subject; that of an event of a process's own has to fit its schema. Rejects with a `RefusedError`.
 */
export async function correctedData(
  context: CorrectingContext,
  seq: number,
  data: unknown,
): Promise<NewData> {
  const event = await context.store.events.get(seq);
  if (event === null) throw noEvent(seq);
  return event.message === null ? checkOwn(context, event, data) : checkFlow(context, event, data);
}

function checkOwn({ definitions }: CorrectingContext, event: EventRecord, data: unknown): NewData {
  const definition = definitions.get(event.processType);
  if (definition === undefined)
    throw new RefusedError(
      "unavailable",
      `No definition of the process type "${event.processType}" is known here, so nobody can tell what its events hold.`,
      { code: "NO_DEFINITION", about: `event ${event.seq}` },
    );
  const checked = definition.checkEvent(event.type, data);
  if (!checked.ok)
    throw badData(
      `That is no data of a ${event.type}: ${checked.message}. The event is as it was.`,
    );
  return { schemaVersion: checked.version, data: JSON.stringify(checked.data) };
}

/** A file with nothing but this message is written and read: what comes back is what the flow can carry. */
async function checkFlow(
  { store, catalogue }: CorrectingContext,
  event: EventRecord,
  data: unknown,
): Promise<NewData> {
  const message = await store.messages.get(event.message ?? 0);
  const file = await store.files.get(event.file ?? 0);
  if (message === null || file?.envelope == null)
    throw new Error(`the store has lost the message of event ${event.seq}`);
  if (typeof data !== "object" || data === null || Array.isArray(data))
    throw new RefusedError("invalid", "Data of a message is a JSON object", {
      code: "BAD_DATA",
      remedy: advice("`{}` gives it", { remedy: "show-event", event: event.seq }),
    });
  const { envelope } = file;
  const messages = [{ group: message.group, data: data as GroupData }];
  const written = writeDocument({ envelope, layout: null, messages }, catalogue);
  if (!written.ok) throw misfit(envelope.flow, written.problems);
  const document = readDocument(written.bytes, catalogue);
  const [read, ...more] = document.items;
  const problems = [...document.problems, ...document.items.flatMap((item) => item.problems)];
  if (read === undefined || more.length > 0 || hasError(problems))
    throw misfit(envelope.flow, problems);
  if ((read.subject?.key ?? null) !== message.subjectKey)
    throw new RefusedError(
      "conflict",
      `That data is about ${read.subject?.key ?? "no subject"}, the event about ${message.subjectKey ?? "none"}: a correction cannot move an event. Void it, and take in a file with the right one.`,
      { code: "OTHER_SUBJECT", about: `event ${event.seq}` },
    );
  return { schemaVersion: event.schemaVersion, data: read.json() };
}

function misfit(flow: string, problems: readonly { readonly message: string }[]): RefusedError {
  const reasons = problems.slice(0, toldReasons).map(({ message }) => message);
  return badData(
    `A ${flow} cannot carry that: ${reasons.join(" ") || "it is not one message of it."} The event is as it was.`,
  );
}

function badData(sentence: string): RefusedError {
  return new RefusedError("invalid", sentence, { code: "BAD_DATA" });
}
