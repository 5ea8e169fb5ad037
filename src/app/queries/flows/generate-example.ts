import type { AnyFlow } from "../../../catalogue/any-flow.ts";
import type { Catalogue, FlowDefinition } from "../../../catalogue/definition.ts";
import { messageShapes } from "../../../catalogue/describe/message-shape.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { fileLines } from "../../../formats/generate/file-lines.ts";
import { generateDocument, generateFile } from "../../../formats/generate/generate.ts";
import { userFileRow } from "../../../formats/user-file/row.ts";
import { writeDocument } from "../../../formats/write-document.ts";
import type { WritableDocument } from "../../../formats/writer.ts";

/** How an example is made. */
export interface ExampleAsked {
  /** Messages; 1 when absent. */
  readonly count?: number;
  readonly seed?: string;
  readonly live?: boolean;
}

/** A made-up file: line by line, however long it is, or its bytes. */
export interface Example {
  readonly content: { readonly lines: Iterable<string> } | { readonly bytes: Uint8Array };
  /** How many messages it has, where a file of the flow holds no more; null when it has as many as were asked for. */
  readonly fewer: number | null;
}

/** A made-up file of a flow, the same for the same seed. Throws a refusal when it cannot be written. */
export function generateExample(catalogue: Catalogue, flow: AnyFlow, asked: ExampleAsked): Example {
  if (hasUsualTrailer(flow)) {
    const file = generateFile(flow, asked);
    return { content: { lines: fileLines(file) }, fewer: fewerThan(asked, flow, file) };
  }
  const document = generateDocument(flow, catalogue, asked);
  const fewer = fewerThan(asked, flow, document);
  return { content: { bytes: bytesOf(document, catalogue) }, fewer };
}

/** Whether its files are put together line by line, however long they are, and end as User File Format usually does. */
function hasUsualTrailer(flow: AnyFlow): flow is FlowDefinition {
  return flow.family === "user-file" && flow.rules.count === userFileRow.rules.count;
}

/** Of a whole file that is one message, nobody asked for a number. */
function fewerThan(
  { count = 1 }: ExampleAsked,
  flow: AnyFlow,
  { messages }: WritableDocument,
): number | null {
  const isWholeFile = "groups" in flow && messageShapes(flow)[0]?.group === null;
  return messages.length >= count || isWholeFile ? null : messages.length;
}

function bytesOf(file: WritableDocument, catalogue: Catalogue): Uint8Array {
  const written = writeDocument(file, catalogue);
  if (written.ok) return written.bytes;
  const [{ message } = { message: "no reason is given" }] = written.problems;
  throw new RefusedError("conflict", `The example cannot be written: ${message}`);
}
