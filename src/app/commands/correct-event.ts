import type { Catalogue } from "../../catalogue/definition.ts";
import { type Refusal, refuse } from "../../core/define/effect.ts";
import type { EventRecord } from "../../core/event/event.ts";
import type { GroupData } from "../../core/file/document.ts";
import { hasError } from "../../core/file/problem.ts";
import type { ProcessDefinition } from "../../core/process/process.ts";
import { readDocument } from "../../formats/read-document.ts";
import { writeDocument } from "../../formats/write-document.ts";
import type { ChangedBy, Mended, NewData } from "../../store/port/events/revision-store.ts";
import type { Store } from "../../store/port/store.ts";

/** What it takes to correct events. */
export interface CorrectingContext {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly definitions: ReadonlyMap<string, ProcessDefinition>;
}

/** Most reasons that are told why data does not fit its flow. */
const toldReasons = 5;

/**
 * Puts other data in place of an event's. The data of a message has to be what a file of its flow could
 * carry, about the same subject; that of an event of a process's own has to fit its schema.
 */
export async function correctEvent(
  context: CorrectingContext,
  seq: number,
  data: unknown,
  changedBy: ChangedBy,
): Promise<Mended | Refusal> {
  const { store } = context;
  const event = await store.events.get(seq);
  if (event === null)
    return refuse(
      "NO_EVENT",
      `There is no event ${seq}; \`busbar event list\` shows those there are.`,
    );
  const checked =
    event.message === null ? checkOwn(context, event, data) : await checkFlow(context, event, data);
  return "kind" in checked ? checked : store.revisions.correct({ seq, data: checked, changedBy });
}

function checkOwn(
  { definitions }: CorrectingContext,
  event: EventRecord,
  data: unknown,
): NewData | Refusal {
  const definition = definitions.get(event.processType);
  if (definition === undefined)
    return refuse(
      "NO_DEFINITION",
      `No definition of the process type "${event.processType}" is known here, so nobody can tell what its events hold.`,
    );
  const checked = definition.checkEvent(event.type, data);
  if (!checked.ok)
    return refuse(
      "BAD_DATA",
      `That is no data of a ${event.type}: ${checked.message}. The event is as it was.`,
    );
  return { schemaVersion: checked.version, data: JSON.stringify(checked.data) };
}

/** A file with nothing but this message is written and read: what comes back is what the flow can carry. */
async function checkFlow(
  { store, catalogue }: CorrectingContext,
  event: EventRecord,
  data: unknown,
): Promise<NewData | Refusal> {
  const message = await store.messages.get(event.message ?? 0);
  const file = await store.files.get(event.file ?? 0);
  if (message === null || file?.envelope == null)
    throw new Error(`the store has lost the message of event ${event.seq}`);
  if (typeof data !== "object" || data === null || Array.isArray(data))
    return refuse(
      "BAD_DATA",
      "Data of a message is a JSON object, as `busbar event show` gives it.",
    );
  const { envelope } = file;
  const messages = [{ group: message.group, data: data as GroupData }];
  const written = writeDocument({ envelope, layout: null, messages }, catalogue);
  if (!written.ok) return misfit(envelope.flow, written.problems);
  const document = readDocument(written.bytes, catalogue);
  const [read, ...more] = document.items;
  const problems = [...document.problems, ...document.items.flatMap((item) => item.problems)];
  if (read === undefined || more.length > 0 || hasError(problems))
    return misfit(envelope.flow, problems);
  if ((read.subject?.key ?? null) !== message.subjectKey)
    return refuse(
      "OTHER_SUBJECT",
      `That data is about ${read.subject?.key ?? "no subject"}, the event about ${message.subjectKey ?? "none"}: a correction cannot move an event. Void it, and take in a file with the right one.`,
    );
  return { schemaVersion: event.schemaVersion, data: read.json() };
}

function misfit(flow: string, problems: readonly { readonly message: string }[]): Refusal {
  const reasons = problems.slice(0, toldReasons).map(({ message }) => message);
  return refuse(
    "BAD_DATA",
    `A ${flow} cannot carry that: ${reasons.join(" ") || "it is not one message of it."} The event is as it was.`,
  );
}
