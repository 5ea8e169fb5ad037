import type { AnyFlow } from "../../catalogue/any-flow.ts";
import type { Catalogue, FlowDefinition } from "../../catalogue/definition.ts";
import { messageShapes } from "../../catalogue/describe/message-shape.ts";
import { treeFamily } from "../../catalogue/tree-families.ts";
import { fileLines } from "../../formats/generate/file-lines.ts";
import { generateDocument, generateFile } from "../../formats/generate/generate.ts";
import { writeDocument } from "../../formats/write-document.ts";
import type { WritableDocument } from "../../formats/writer.ts";
import type { CommandContext } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { catalogueOf } from "./catalogue.ts";
import { flowNamed } from "./flow-argument.ts";

/** `busbar flow generate`. */
export interface FlowGenerateOptions {
  readonly count?: number;
  readonly seed?: string;
  readonly live?: boolean;
}

/** `busbar flow generate`: a made-up file of a flow, the same for the same seed. */
export async function flowGenerate(
  context: CommandContext,
  words: readonly string[],
  options: FlowGenerateOptions,
): Promise<ExitCode> {
  const { output } = context;
  const catalogue = await catalogueOf(context);
  const flow = flowNamed(catalogue, context, words);
  const { count = 1 } = options;
  if (hasUsualTrailer(flow)) {
    const file = generateFile(flow, options);
    tellFewer(context, flow, file, count);
    await output.lines(fileLines(file));
  } else {
    const document = generateDocument(flow, catalogue, options);
    tellFewer(context, flow, document, count);
    await output.bytes(bytesOf(document, catalogue));
  }
  return exitCode.good;
}

/** Whether its files are put together line by line, however long they are, and end as User File Format usually does. */
function hasUsualTrailer(flow: AnyFlow): flow is FlowDefinition {
  return flow.family === "user-file" && flow.rules.count === treeFamily(flow.family).rules.count;
}

/** Says when there are fewer messages than were asked for; of a whole file that is one message, nobody asked. */
function tellFewer(
  { say }: CommandContext,
  flow: AnyFlow,
  { messages }: WritableDocument,
  count: number,
): void {
  const made = messages.length;
  const isWholeFile = "groups" in flow && messageShapes(flow)[0]?.group === null;
  if (made >= count || isWholeFile) return;
  say(`busbar: a file of ${flow.flow} holds no more than ${made} message${made === 1 ? "" : "s"}`);
}

function bytesOf(file: WritableDocument, catalogue: Catalogue): Uint8Array {
  const written = writeDocument(file, catalogue);
  if (written.ok) return written.bytes;
  const [{ message } = { message: "no reason is told" }] = written.problems;
  throw new CommandFailure(`the example cannot be written: ${message}`);
}
