import { isDeepStrictEqual } from "node:util";
import type { Catalogue } from "../../catalogue/definition.ts";
import type { Message, Outcome } from "../../core/document.ts";
import { hasError, type Problem } from "../../core/problem.ts";
import { problem } from "../problem-log.ts";
import type { WritableDocument, Written } from "../writer.ts";
import { knownName } from "./known-values.ts";
import { JsonEventReader } from "./reader.ts";

/**
 * Writes events as JSON. The text that they were read from is written again as it was where it still
 * says the same; otherwise one object, or an array of them, is laid out anew, each message an event of
 * its own. What was written is read again before it is given out: what a reader would refuse is refused.
 */
export function writeJson(document: WritableDocument, catalogue: Catalogue): Written {
  const wanted = document.messages.map(({ data }) => data);
  const text = document.layout?.["text"];
  if (typeof text === "string") {
    const bytes = Buffer.from(text);
    const read = readBack(bytes, catalogue);
    const same =
      isDeepStrictEqual(read.data, wanted) &&
      read.outcome.envelope?.flow === document.envelope.flow;
    if (same && read.problems.length === 0) return { ok: true, bytes };
  }
  const events = wanted.map((data) => {
    const { [knownName]: _, ...event } = data;
    return event;
  });
  const whole = events.length === 1 ? events[0] : events;
  const bytes = Buffer.from(`${JSON.stringify(whole, null, 2)}\n`);
  const { problems, outcome } = readBack(bytes, catalogue);
  if (problems.length > 0) return { ok: false, problems };
  const flow = outcome.envelope?.flow ?? "";
  if (flow === document.envelope.flow) return { ok: true, bytes };
  const sentence = `The envelope says ${document.envelope.flow}, the events are ${flow}; make them agree.`;
  return { ok: false, problems: [problem("MIXED_FLOWS", { line: null, value: flow }, sentence)] };
}

interface ReadBack {
  readonly outcome: Outcome;
  readonly data: readonly unknown[];
  /** Errors of the file and of its messages. */
  readonly problems: readonly Problem[];
}

function readBack(bytes: Buffer, catalogue: Catalogue): ReadBack {
  const messages: Message[] = [];
  const onMessage = (message: Message) => void messages.push(message);
  const reader = new JsonEventReader({ catalogue, onMessage });
  reader.push(bytes);
  const outcome = reader.end();
  const all = [...outcome.problems, ...messages.flatMap(({ problems }) => problems)];
  return {
    outcome,
    data: messages.map((message): unknown => JSON.parse(message.json())),
    problems: all.filter((one) => hasError([one])),
  };
}
