import { isDeepStrictEqual } from "node:util";
import type { Catalogue } from "../../catalogue/definition.ts";
import { hasError } from "../../core/problem.ts";
import type { ReaderOptions } from "../family.ts";
import { readBack } from "../read-back.ts";
import type { WritableDocument, Written } from "../writer.ts";
import { knownName } from "./known-values.ts";
import { JsonEventReader } from "./reader.ts";

/**
 * Writes events as JSON. The text that they were read from is written again as it was where it still
 * says the same; otherwise one object, or an array of them, is laid out anew, each message an event of
 * its own. Text that could not be read to its end is refused even where data was changed: what was not
 * read would be lost. What was written is read again before it is given out: what a reader would refuse
 * is refused.
 */
export function writeJson(document: WritableDocument, catalogue: Catalogue): Written {
  const { flow } = document.envelope;
  const wanted = document.messages.map(({ data }) => data);
  const open = (options: ReaderOptions) => new JsonEventReader(options);
  const check = (bytes: Buffer) =>
    readBack({ bytes, catalogue, open, flow, messages: null, unwritten: [] });
  const text = document.layout?.["text"];
  if (typeof text === "string") {
    const bytes = Buffer.from(text);
    const { outcome, messages, problems } = check(bytes);
    const unread = outcome.problems.filter((one) => hasError([one]));
    if (unread.length > 0) return { ok: false, problems: unread };
    const read = messages.map((message): unknown => JSON.parse(message.json()));
    if (isDeepStrictEqual(read, wanted))
      return problems.length > 0 ? { ok: false, problems } : { ok: true, bytes };
  }
  const events = wanted.map((data) => {
    const { [knownName]: _, ...event } = data;
    return event;
  });
  const whole = events.length === 1 ? events[0] : events;
  const bytes = Buffer.from(`${JSON.stringify(whole, null, 2)}\n`);
  const { problems } = check(bytes);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, bytes };
}
