import { z } from "zod";
import type { Document, FileLayout, GroupData } from "../core/file/document.ts";
import type { Envelope } from "../core/file/envelope.ts";
import { hasError } from "../core/file/problem.ts";
import { jsonEvent } from "./json-event/family.ts";
import { parseKeepingNumbers } from "./json-event/text/kept-numbers.ts";
import type { WritableDocument } from "./writer.ts";

/**
 * A whole file as the text of one JSON object, in pieces: what a reader found of it, its layout, and its
 * messages with their data word for word. `readDocumentJson` makes a document to write of it. What no
 * data holds (a row that cannot be read, say) is in the layout, so a writer refuses it or gives it back.
 */
export function* documentJson(document: Document): Generator<string> {
  const { envelope, layout, problems, lines, invalid } = document;
  const { family = null, flow = null, version = null } = envelope ?? {};
  const valid = invalid === 0 && !hasError(problems);
  const known = { family, flow, version, valid, envelope, layout, lines, invalid, problems };
  const head = JSON.stringify(known);
  yield `${head.slice(0, -1)},"messages":[`;
  for (const [index, message] of document.items.entries()) {
    const { line, lastLine, group, subject } = message;
    const own = JSON.stringify({ line, lastLine, group, subject, problems: message.problems });
    yield `${index === 0 ? "" : ","}${own.slice(0, -1)},"data":${message.json()}}`;
  }
  yield "]}";
}

const text = z.string().nullable().default(null);
const party = z.object({ role: text, participant: text }).prefault({});

const envelope: z.ZodType<Envelope> = z.object({
  family: z.string(),
  flow: z.string(),
  version: text,
  fileIdentifier: text,
  from: party,
  to: party,
  created: text,
  testFlag: text,
});

/**
 * Values of any kind: what a family's data may hold is its writer's to check. Taken as it is, never
 * copied name by name: a copy loses a member called `__proto__`.
 */
const group = z.custom<Readonly<Record<string, unknown>>>(isObject, {
  error: "must be an object, such as flow read gives",
});

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const documentForm = z.object({
  envelope,
  layout: group.nullable().default(null),
  messages: z.array(z.object({ group: z.string(), data: group })),
});

/** What a reader gives of a file that does not even name its flow. */
const unreadForm = z.object({
  envelope: z.null(),
  problems: z.array(z.object({ code: z.string(), message: z.string() })).min(1),
});

/** The document, or every reason why the JSON is none. */
export type ReadJson =
  | { readonly ok: true; readonly document: WritableDocument }
  | { readonly ok: false; readonly reasons: readonly string[] };

/** Reads the text of a JSON object in the form of `documentJson`; what a writer does not need may be left out. */
export function readDocumentJson(json: string): ReadJson {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, reasons: [`it is not JSON: ${error.message}`] };
  }
  const unread = unreadForm.safeParse(value);
  if (unread.success)
    return {
      ok: false,
      reasons: [
        "it was read from a file that nobody knows how to read, so there is nothing to write:",
        ...unread.data.problems.map(({ code, message }) => `${message} (${code})`),
      ],
    };
  const checked = documentForm.safeParse(value);
  if (!checked.success)
    return {
      ok: false,
      reasons: checked.error.issues.map(
        ({ path, message }) => `${z.core.toDotPath(path) || "the object"}: ${message}`,
      ),
    };
  // Only JSON has numbers. In the data of other families they are wrong, and reported as what they are.
  const hasNumbers = checked.data.envelope.family === jsonEvent.id;
  const data = hasNumbers ? documentForm.parse(parseKeepingNumbers(json)) : checked.data;
  return {
    ok: true,
    document: {
      envelope: data.envelope,
      layout: data.layout as FileLayout | null,
      messages: data.messages.map((one) => ({ group: one.group, data: one.data as GroupData })),
    },
  };
}
