import type { Catalogue, FlowDefinition } from "../../catalogue/definition.ts";
import { messageShapes } from "../../catalogue/describe/message-shape.ts";
import { familyRules } from "../../catalogue/flow-rules.ts";
import { fileLines } from "../../formats/generate/file-lines.ts";
import { type GeneratedFile, generateFile } from "../../formats/generate/generate.ts";
import { writeDocument } from "../../formats/write-document.ts";
import { catalogueOf } from "../catalogue.ts";
import type { CommandContext } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { flowNamed } from "../flow-argument.ts";

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
  const { output, say } = context;
  const catalogue = await catalogueOf(context);
  const flow = flowNamed(catalogue, context, words);
  if (!("groups" in flow))
    throw new CommandFailure(
      `examples of ${flow.flow} cannot be made up: only those of flows of records can`,
      exitCode.usage,
    );
  const file = generateFile(flow, options);
  const { count = 1 } = options;
  const made = file.messages.length;
  const wholeFile = messageShapes(flow)[0]?.group === null;
  if (made < count && !wholeFile)
    say(
      `busbar: a file of ${flow.flow} holds no more than ${made} message${made === 1 ? "" : "s"}`,
    );
  if (hasUsualTrailer(flow)) await output.lines(fileLines(file));
  else await output.bytes(bytesOf(file, catalogue));
  return exitCode.good;
}

/** Whether its files are put together line by line, however long they are, and end as User File Format usually does. */
function hasUsualTrailer({ family, rules }: FlowDefinition): boolean {
  return family === "user-file" && rules.count === familyRules[family].count;
}

function bytesOf(file: GeneratedFile, catalogue: Catalogue): Uint8Array {
  const written = writeDocument(file, catalogue);
  if (written.ok) return written.bytes;
  const [{ message } = { message: "no reason is told" }] = written.problems;
  throw new CommandFailure(`the example cannot be written: ${message}`);
}
